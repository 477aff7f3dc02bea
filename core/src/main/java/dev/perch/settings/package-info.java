/** The user's own settings: one file, written by hand or by command, read with care and never lost. */
@NullMarked
package dev.perch.settings;

import org.jspecify.annotations.NullMarked;
