/** What readers outside may know of the sessions: a page, and events that they can resume. Nothing here can be told anything. */
@NullMarked
package dev.perch.status;

import org.jspecify.annotations.NullMarked;
