package dev.perch.model;

/** How much an action may do, and so how it is permitted. */
public enum ActionClass {
    /** Look and words of the pet itself: free. */
    FREE(0),
    /** Shows something elsewhere: asked once, may be remembered. */
    SHOWS(1),
    /** Begins something elsewhere: remembered for the session at most. */
    BEGINS(2),
    /** Runs a program: asked every time, unless the user allows this exact command. */
    RUNS(3);

    private final int level;

    ActionClass(int level) {
        this.level = level;
    }

    /** 0 to 3, as the documents count. */
    public int level() {
        return level;
    }
}
