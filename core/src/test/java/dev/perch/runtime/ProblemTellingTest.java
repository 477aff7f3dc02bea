package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Problem;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemTellingTest {
    private static final long MILLI = 1_000_000;

    private final List<String> told = new ArrayList<>();
    private final ProblemTelling telling = new ProblemTelling(problem -> told.add(problem.what()));

    @Test
    void aFloodIsToldInFewWordsAndNoneIsForgotten() {
        for (int line = 1; line <= 5_000; line++) {
            telling.tell(List.of(status(line)), line * MILLI);
        }
        telling.finish();
        assertEquals(List.of("line 1", "line 2", "line 3", "line 4", "line 5"), told.subList(0, 5));
        assertEquals(5 + 5, told.size(), told::toString);
        assertEquals(
                5_000 - 5,
                told.stream()
                        .skip(5)
                        .mapToLong(words -> Long.parseLong(words.split(" ", -1)[1]))
                        .sum());
    }

    @Test
    void problemsThatCameTogetherAreToldOrCounted() {
        telling.tell(List.of(status(100)), 0);
        telling.finish();
        assertEquals(List.of("line 85", "line 86", "line 87", "line 88", "line 89", "and 95 more problems"), told);
    }

    @Test
    void aSourceThatKeptQuietIsHeardInFullAgain() {
        telling.tell(List.of(status(5)), 0);
        telling.tell(List.of(status(6)), 100 * MILLI);
        telling.tell(List.of(status(7)), 20_000 * MILLI);
        assertEquals(List.of("and 1 more problems", "line 7"), told.subList(5, 7));
    }

    @Test
    void onlyAnErrorIsARefusal() {
        assertFalse(telling.refused());
        telling.tell(List.of(status(1)), 0);
        assertTrue(telling.refused());
    }

    private static SourceStatus status(int problems) {
        List<Problem> last = new ArrayList<>();
        for (int line = Math.max(1, problems - SourceStatus.KEPT + 1); line <= problems; line++) {
            last.add(Problem.error("stdin", "line " + line, "mend it"));
        }
        return new SourceStatus(
                new SourceId("stdin"), "stdin", SourceRank.CONFIGURED, SourceStatus.Phase.RUNNING, 0, problems, last);
    }
}
