/** The formats that Perch reads, an adapter each. */
@NullMarked
package dev.perch.pack.format;

import org.jspecify.annotations.NullMarked;
