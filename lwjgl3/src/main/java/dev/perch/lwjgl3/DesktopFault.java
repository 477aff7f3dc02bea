package dev.perch.lwjgl3;

import dev.perch.model.Problem;

/** Why there is no window, or no longer. */
public final class DesktopFault extends Exception {
    private static final long serialVersionUID = 1;

    /** What is missing, with the exit code that tells it to scripts. */
    public enum Kind {
        /** No display answers. */
        NO_DISPLAY(3),
        /** The display has no OpenGL that suffices. */
        NO_GRAPHICS(4),
        /** The display went away. */
        DISPLAY_LOST(5),
        /** An error of Perch itself. */
        BROKEN(1);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        /** The exit code of a program that ends for this reason. */
        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;
    private final transient Problem problem;

    DesktopFault(Kind kind, Problem problem) {
        super(problem.sentence());
        this.kind = kind;
        this.problem = problem;
    }

    DesktopFault(Kind kind, Problem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.kind = kind;
        this.problem = problem;
    }

    /** What is missing. */
    public Kind kind() {
        return kind;
    }

    /** The fault in words for the user. */
    public Problem problem() {
        return problem;
    }
}
