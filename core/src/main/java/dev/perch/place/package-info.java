/** Where a window may be, on every layout of monitors. */
@NullMarked
package dev.perch.place;

import org.jspecify.annotations.NullMarked;
