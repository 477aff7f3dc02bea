/** What is the user's alone on this machine: the folder, the lock and the sockets of a companion that runs. */
@NullMarked
package dev.perch.local;

import org.jspecify.annotations.NullMarked;
