/** The asset pipeline as a library: from frames of any kind to packages and atlases, and back. The commands are thin. */
@NullMarked
package dev.perch.tools.sheets;

import org.jspecify.annotations.NullMarked;
