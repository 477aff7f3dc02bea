/** The command line of Perch: one class a command, each prints a report and returns an exit code. */
@NullMarked
package dev.perch.tools;

import org.jspecify.annotations.NullMarked;
