package dev.perch.runtime.plugin;

import java.util.List;

/**
 * Something that a plugin registered.
 *
 * @param plugin the id of that plugin
 * @param id its own
 * @param value the thing itself
 */
public record Registration<T>(String plugin, String id, T value) {
    /** The things themselves, in their order. */
    public static <T> List<T> values(List<Registration<T>> registrations) {
        return registrations.stream().map(Registration::value).toList();
    }
}
