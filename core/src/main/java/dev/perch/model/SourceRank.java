package dev.perch.model;

/** How far a source is believed, best first: a lower one never overrides a live higher one for the same session. */
public enum SourceRank {
    APP_SERVER,
    INGRESS,
    CONFIGURED,
    HOOKS,
    LOG_TAIL,
    REPLAY,
    DEMO
}
