package dev.perch.model;

/** Whether programs that the user registered may write to agents: what a mark at the pet shows. */
public enum Writers {
    /** None may: there is no mark. */
    SHUT,
    /** They may, and none is connected. */
    AWAITED,
    /** At least one is connected. */
    CONNECTED
}
