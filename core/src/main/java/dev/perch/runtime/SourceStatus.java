package dev.perch.runtime;

import dev.perch.model.Problem;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import java.util.List;

/**
 * How a source is doing.
 *
 * @param id the name that the host gave it
 * @param displayName what the user reads
 * @param rank how far it is believed
 * @param phase whether it still reads
 * @param snapshots how many it sent since it started
 * @param problems how many it told since it started, with those that the host found
 * @param lastProblems the last of them, oldest first, at most {@link #KEPT}
 */
public record SourceStatus(
        SourceId id,
        String displayName,
        SourceRank rank,
        Phase phase,
        long snapshots,
        long problems,
        List<Problem> lastProblems) {

    /** Problems of a source that are kept for reading. */
    public static final int KEPT = 16;

    public SourceStatus {
        lastProblems = List.copyOf(lastProblems);
    }

    /** Whether a source reads. */
    public enum Phase {
        /** It reads. */
        RUNNING,
        /** Its input has ended. */
        ENDED,
        /** It threw. */
        FAILED,
        /** The host stopped it. */
        STOPPED
    }
}
