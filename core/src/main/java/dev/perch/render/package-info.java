/** Drawing through LibGDX's Batch, on the GPU or in pure Java. */
@NullMarked
package dev.perch.render;

import org.jspecify.annotations.NullMarked;
