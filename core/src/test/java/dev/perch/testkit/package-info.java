/** What tests of Perch, and of others' pets and plugins, are made with: no window, no wall clock. */
@NullMarked
package dev.perch.testkit;

import org.jspecify.annotations.NullMarked;
