/** The bundled pets, drawn by code: reproducible to the pixel on any JDK. */
@NullMarked
package dev.perch.tools.art;

import org.jspecify.annotations.NullMarked;
