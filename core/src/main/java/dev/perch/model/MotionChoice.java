package dev.perch.model;

/** Whether the user wants motion reduced. */
public enum MotionChoice {
    /** As the desktop has it. */
    SYSTEM,
    /** Reduced, whatever the desktop says. */
    ON,
    /** Full motion, whatever the desktop says. */
    OFF;

    /** Whether motion is reduced on such a desktop. */
    public boolean reduced(DesktopLook desktop) {
        return this == ON || this == SYSTEM && desktop.reducedMotion();
    }
}
