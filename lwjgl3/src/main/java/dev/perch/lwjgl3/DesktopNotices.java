package dev.perch.lwjgl3;

import dev.perch.model.Problem;

/** What the desktop has to tell the user beside the window. */
public interface DesktopNotices {
    /** A limit that the window lives with. */
    void warn(Problem problem);

    /**
     * The display is gone, and with it all that was drawn. What is left to do must be done here, without the window: the
     * process ends when this returns, with the exit code of the fault.
     */
    void displayLost(DesktopFault fault);
}
