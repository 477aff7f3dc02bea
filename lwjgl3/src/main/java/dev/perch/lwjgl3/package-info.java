/** The desktop companion: windows, pointer, operating system. The one place that reads LibGDX's statics. */
@NullMarked
package dev.perch.lwjgl3;

import org.jspecify.annotations.NullMarked;
