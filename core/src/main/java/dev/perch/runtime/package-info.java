/** The composition root: builds, steps, draws and closes; the only package that sees all others. */
@NullMarked
package dev.perch.runtime;

import org.jspecify.annotations.NullMarked;
