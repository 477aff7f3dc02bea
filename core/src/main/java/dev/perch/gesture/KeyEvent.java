package dev.perch.gesture;

import dev.perch.model.KeyStroke;

/**
 * A key was pressed while the pet had the keyboard.
 *
 * @param nanos when
 */
public record KeyEvent(KeyStroke stroke, long nanos) {}
