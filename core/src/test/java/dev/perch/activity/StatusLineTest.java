package dev.perch.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.Mood;
import dev.perch.model.PetAnimationState;
import dev.perch.model.QuietLevel;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "waiting | May I run the tests? | Needs input: May I run the tests?",
                "running | Refactor | Running: Refactor",
                "failed | '' | Blocked",
                "review | Ready to merge | Ready: Ready to merge",
                "waving | Hello | Waving: Hello",
                "deep-thought | 42 | Deep-thought: 42"
            })
    void aStateAndItsTitleAreOneLine(String state, String title, String line) {
        assertEquals(line, StatusLine.of(mood(state, title, false), QuietLevel.FULL));
    }

    @Test
    void aCalmPetIsIdle() {
        assertEquals("Idle", StatusLine.of(Mood.calm(0), QuietLevel.FULL));
    }

    @Test
    void aStaleStateSaysSo() {
        assertEquals("Running: Refactor (stale)", StatusLine.of(mood("running", "Refactor", true), QuietLevel.TITLE));
    }

    @Test
    void inQuietTheTitleIsNotRead() {
        assertEquals("Needs input", StatusLine.of(mood("waiting", "secret", false), QuietLevel.STATE));
    }

    @Test
    void whatIsNoLetterIsASpaceAndALongTitleIsCutAtALetter() {
        assertEquals(
                "Running: a b c d",
                StatusLine.of(mood("running", "a\nb\u202Ec\u0007\u0000d\uD800", false), QuietLevel.FULL));
        assertEquals(
                "Running: " + "🚀".repeat(80) + "…",
                StatusLine.of(mood("running", "🚀".repeat(90), false), QuietLevel.FULL));
        assertEquals(
                "Running: " + "é".repeat(80), StatusLine.of(mood("running", "é".repeat(80), false), QuietLevel.FULL));
    }

    private static Mood mood(String state, String title, boolean stale) {
        PetAnimationState word = new PetAnimationState(state);
        RuntimeSnapshot told = RuntimeSnapshot.of(word, title);
        return new Mood(
                word,
                0,
                0,
                stale,
                new StampedSnapshot(
                        new SourceId("test"), SourceRank.CONFIGURED, SessionId.MAIN, 1, 0, told.ttlNanos(), told));
    }
}
