package dev.perch.pack.check;

/** How bad a finding is. */
public enum Level {
    /** Perch's import refuses the pet. */
    ERROR,
    /** The pet opens, but something is seen, or Codex or another reader stumbles. */
    WARNING,
    /** Nothing is seen; it could be tidier. */
    NOTE
}
