/** Snapshot streaming: where the state of the user's agents comes from. */
@NullMarked
package dev.perch.source;

import org.jspecify.annotations.NullMarked;
