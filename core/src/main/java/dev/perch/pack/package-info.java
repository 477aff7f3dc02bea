/** Package formats: from a stranger's bytes to a sealed pet, or to a clear reason why not. */
@NullMarked
package dev.perch.pack;

import org.jspecify.annotations.NullMarked;
