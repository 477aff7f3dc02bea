/** The programs that the user registered: who they are, how they show it at a socket, and how they become known. */
@NullMarked
package dev.perch.client;

import org.jspecify.annotations.NullMarked;
