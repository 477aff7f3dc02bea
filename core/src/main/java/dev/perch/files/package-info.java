/** Small files of Perch's own, written whole or not at all. */
@NullMarked
package dev.perch.files;

import org.jspecify.annotations.NullMarked;
