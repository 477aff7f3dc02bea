/** Plugins that lie in jars: found, trusted by their hash, loaded apart from each other. */
@NullMarked
package dev.perch.runtime.plugin.jar;

import org.jspecify.annotations.NullMarked;
