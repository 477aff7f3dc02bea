/** Whether a server or a client keeps the rules of the ingress, seen from the other end of its socket alone. */
@NullMarked
package dev.perch.tools.conformance;

import org.jspecify.annotations.NullMarked;
