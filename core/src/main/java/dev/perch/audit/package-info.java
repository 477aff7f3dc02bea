/** What happened, one line an event, each line bound to the one before it. */
@NullMarked
package dev.perch.audit;

import org.jspecify.annotations.NullMarked;
