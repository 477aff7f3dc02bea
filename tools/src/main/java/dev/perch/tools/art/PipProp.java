package dev.perch.tools.art;

/** What Pip has with it in a pose. */
public enum PipProp {
    /** Nothing. */
    NONE,
    /** A small rain cloud overhead, a tear and falling feathers. */
    CLOUD,
    /** A bell in the raised right wing. */
    BELL,
    /** A laptop on the ground, its screen towards Pip. */
    LAPTOP,
    /** A sheet of paper with a tick, held up. */
    PAPER
}
