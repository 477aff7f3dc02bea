/** The rules that say whether a pet is good, over the import's own reading: what it refuses is an error here, and no more. */
@NullMarked
package dev.perch.pack.check;

import org.jspecify.annotations.NullMarked;
