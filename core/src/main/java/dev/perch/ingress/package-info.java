/** Lets programs that the user registered hand snapshots to the pet and messages to agents, with receipts. */
@NullMarked
package dev.perch.ingress;

import org.jspecify.annotations.NullMarked;
