/** A desktop of one's own, with real programs on it, for tests. */
@NullMarked
package dev.perch.lwjgl3.testkit;

import org.jspecify.annotations.NullMarked;
