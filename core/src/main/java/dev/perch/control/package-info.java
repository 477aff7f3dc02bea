/** The running companion's own door: one instance a user, and a socket that takes its commands. */
@NullMarked
package dev.perch.control;

import org.jspecify.annotations.NullMarked;
