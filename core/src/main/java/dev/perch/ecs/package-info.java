/** Ashley components, systems and their schedule. */
@NullMarked
package dev.perch.ecs;

import org.jspecify.annotations.NullMarked;
