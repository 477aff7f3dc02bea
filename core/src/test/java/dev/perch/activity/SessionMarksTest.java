package dev.perch.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.activity.SessionMarks.Mark;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionMarksTest {
    private static final SourceId SOURCE = new SourceId("s".repeat(64));
    private static final Mark BOTH = new Mark(true, true);

    @Test
    void asManyAsThereCanBeAreReadBackAsTheyWereWritten() throws IOException {
        SessionMarks marks = SessionMarks.NONE.with(SessionKey.of(SOURCE, SessionId.MAIN), BOTH.mute(false));
        for (int i = 1; i < SessionMarks.MOST; i++) {
            marks = marks.with(session(i), BOTH.pin(false));
        }
        byte[] written = MarksJson.write(marks);
        assertEquals(marks, MarksJson.read(written));
        assertTrue(written.length < MarksJson.FORM.mostBytes(), () -> written.length + " bytes");
    }

    @Test
    void theOneThatWasMarkedLongestAgoIsForgottenFirst() {
        SessionMarks marks = SessionMarks.NONE;
        for (int i = 0; i < SessionMarks.MOST; i++) {
            marks = marks.with(session(i), BOTH);
        }
        marks = marks.with(session(0), BOTH.mute(false)).with(session(SessionMarks.MOST), BOTH);
        assertEquals(SessionMarks.MOST, marks.all().size());
        assertEquals(BOTH.mute(false), marks.of(session(0)));
        assertEquals(Mark.PLAIN, marks.of(session(1)));
    }

    @Test
    void aSessionThatIsNeitherPinnedNorMutedTakesNoRoom() {
        SessionMarks marks = SessionMarks.NONE.with(session(1), BOTH).with(session(1), Mark.PLAIN);
        assertEquals(SessionMarks.NONE, marks);
    }

    @Test
    void anUnnamedSessionIsItsSourcesOwn() {
        SessionMarks marks = SessionMarks.NONE.with(SessionKey.of(SOURCE, SessionId.MAIN), BOTH);
        assertFalse(
                marks.of(SessionKey.of(new SourceId("other"), SessionId.MAIN)).pinned());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"version\":2,\"sessions\":[]}",
                "{\"version\":1,\"sessions\":{}}",
                "{\"version\":1,\"sessions\":[3]}",
                "{\"version\":1,\"sessions\":[]} x",
                "{\"version\":1,\"sessions\":[{\"session\":\"a\",\"pinned\":true}]}",
                "{\"version\":1,\"sessions\":[{\"session\":\"a\",\"pinned\":1,\"muted\":false}]}",
                "{\"version\":1,\"sessions\":[{\"session\":\"../a\",\"pinned\":true,\"muted\":false}]}",
                "{\"version\":1,\"sessions\":[{\"session\":\"main\",\"pinned\":true,\"muted\":false}]}"
            })
    void whatIsNoMemoryOfMarksIsRefused(String text) {
        assertThrows(IOException.class, () -> MarksJson.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static SessionKey session(int number) {
        return SessionKey.of(SOURCE, new SessionId("x".repeat(60) + (1000 + number)));
    }
}
