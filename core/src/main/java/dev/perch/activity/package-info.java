/** Sessions become one mood: which session the pet follows, and for how long. */
@NullMarked
package dev.perch.activity;

import org.jspecify.annotations.NullMarked;
