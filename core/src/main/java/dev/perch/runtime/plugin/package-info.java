/** What plugins registered, and Perch's own plugin. */
@NullMarked
package dev.perch.runtime.plugin;

import org.jspecify.annotations.NullMarked;
