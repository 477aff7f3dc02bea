package dev.perch.runtime.plugin;

/**
 * Something that a plugin registered.
 *
 * @param plugin the id of that plugin
 * @param id its own
 * @param value the thing itself
 */
public record Registration<T>(String plugin, String id, T value) {}
