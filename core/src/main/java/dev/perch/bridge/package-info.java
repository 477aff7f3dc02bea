/** A client of the Codex app-server: its sessions become snapshots, its questions are answered by the user's own input. */
@NullMarked
package dev.perch.bridge;

import org.jspecify.annotations.NullMarked;
