package dev.perch.tools;

import dev.perch.model.Problem;
import picocli.CommandLine.Option;

/** How much a command tells. */
final class Telling {
    @Option(names = "--quiet", description = "Tell nothing but what is wrong.")
    private boolean quiet;

    /** A line of the result. */
    void say(Workbench bench, String line) {
        if (!quiet) {
            bench.say(line);
        }
    }

    /** What is done now, beside the result. */
    void progress(Workbench bench, String what) {
        if (!quiet) {
            bench.progress(what);
        }
    }

    /** Something that the user should know, and need not act upon. */
    void note(Workbench bench, Problem note) {
        if (!quiet) {
            bench.note(note);
        }
    }
}
