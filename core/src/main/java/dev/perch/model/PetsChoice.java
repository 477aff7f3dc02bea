package dev.perch.model;

/** How many pets are on the desktop. */
public enum PetsChoice {
    /** One, for everything. */
    ONE,
    /** One for each folder that agents work in. */
    PROJECT,
    /** One for each session of an agent. */
    SESSION
}
