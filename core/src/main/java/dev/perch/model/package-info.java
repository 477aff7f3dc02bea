/** Values that pass every door: immutable, free of threads, files and drawing. */
@NullMarked
package dev.perch.model;

import org.jspecify.annotations.NullMarked;
