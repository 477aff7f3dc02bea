/** The pets that a user has: where they lie, which was chosen, how one comes in and goes. */
@NullMarked
package dev.perch.library;

import org.jspecify.annotations.NullMarked;
