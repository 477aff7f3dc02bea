package dev.perch.runtime;

import dev.perch.model.Problem;
import dev.perch.model.SourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells the user of the problems of sources without drowning them: the first few of a source in full, then how many more there
 * were, at most once a second. A source that kept quiet for a while begins anew. Safe for threads.
 */
public final class ProblemTelling {
    /** Problems of a source that are told in full. */
    static final int FEW = 5;

    /** Between two counts of a source. */
    static final long COUNT_NANOS = 1_000_000_000L;

    /** After so long with no problem, the next few are told in full again. */
    static final long QUIET_NANOS = 10_000_000_000L;

    private final Consumer<Problem> notes;
    private final Map<SourceId, Source> sources = new HashMap<>();
    private boolean refused;

    /** @param notes is told */
    public ProblemTelling(Consumer<Problem> notes) {
        this.notes = notes;
    }

    /**
     * Tells what is new.
     *
     * @param nowNanos the clock's now
     */
    public synchronized void tell(List<SourceStatus> statuses, long nowNanos) {
        for (SourceStatus status : statuses) {
            sources.computeIfAbsent(status.id(), id -> new Source()).tell(status, nowNanos);
        }
    }

    /** Tells how many problems were not told in full so far; nothing more is to come. */
    public synchronized void finish() {
        sources.forEach((id, source) -> source.count(id));
    }

    /** Whether a source had a problem that is an error: something that it was given is lost. */
    public synchronized boolean refused() {
        return refused;
    }

    private final class Source {
        private long seen;
        private int told;
        private long untold;
        private long lastNanos;
        private long countedNanos;

        void tell(SourceStatus status, long nowNanos) {
            long fresh = status.problems() - seen;
            if (fresh <= 0) {
                return;
            }
            if (nowNanos - lastNanos >= QUIET_NANOS) {
                count(status.id());
                told = 0;
            }
            seen = status.problems();
            lastNanos = nowNanos;
            List<Problem> last = status.lastProblems();
            int known = (int) Math.min(fresh, last.size());
            untold += fresh - known;
            last.subList(last.size() - known, last.size()).forEach(problem -> tell(problem, nowNanos));
            if (untold > 0 && nowNanos - countedNanos >= COUNT_NANOS) {
                count(status.id());
                countedNanos = nowNanos;
            }
        }

        private void tell(Problem problem, long nowNanos) {
            refused |= problem.severity() == Problem.Severity.ERROR;
            if (told < FEW) {
                told++;
                countedNanos = nowNanos;
                notes.accept(problem);
            } else {
                untold++;
            }
        }

        private void count(SourceId id) {
            if (untold > 0) {
                notes.accept(Problem.warning(id.id(), "and " + untold + " more problems", "mend what writes to it"));
                untold = 0;
            }
        }
    }
}
