/** What a pet may do beyond itself: asked for by a gesture, denied unless the user permits it, written down. */
@NullMarked
package dev.perch.action;

import org.jspecify.annotations.NullMarked;
