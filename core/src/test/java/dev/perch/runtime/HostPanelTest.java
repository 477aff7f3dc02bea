package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.action.Arming;
import dev.perch.model.PanelText.Item;
import dev.perch.model.PanelText.Line;
import dev.perch.model.PanelText.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Perch itself asks: nothing but a click that had its time says yes. */
final class HostPanelTest {
    private static final long EVENT = 10_000_000_000L;

    private long now = EVENT;
    private boolean open = true;
    private final List<Boolean> answers = new ArrayList<>();
    private final HostQuestions questions = new HostQuestions(() -> now);
    private final HostPanel panel = new HostPanel(questions);

    private boolean ask(String title) {
        return questions.ask(new HostQuestions.Question(
                title, List.of(new Line("amber-apple-arrow", Tone.TARGET)), "Let it in", () -> open, answers::add));
    }

    @Test
    void itOpensWithAClickAndHasThreeAnswers() {
        ask("Let \u201cci\u201d in?");
        assertNull(panel.text(), "not by itself");
        panel.open();
        var text = panel.text();
        assertNotNull(text);
        assertEquals("amber-apple-arrow", text.lines().get(0).text());
        assertEquals(
                List.of("Later", "No", "Let it in"),
                text.items().stream().map(Item::label).toList());
        assertEquals(-1, text.first(), "none has the keyboard");
    }

    @Test
    void aYesCountsOnlyAfterHalfASecondInView() {
        ask("one");
        panel.open();
        panel.text();
        now += 10 * Arming.NANOS;
        panel.arming.disturb(now);
        panel.choose("yes", now, now);
        assertEquals(List.of(), answers, "it is not drawn yet");
        panel.arming.drawn(now);
        panel.choose("yes", now, now);
        assertEquals(List.of(), answers);
        now += Arming.NANOS;
        panel.arming.disturb(now);
        panel.choose("yes", now, now);
        assertEquals(List.of(), answers, "the window moved, so it needs its time again");
        now += Arming.NANOS;
        panel.choose("yes", now, now);
        assertEquals(List.of(true), answers);
        assertNull(panel.text());
        assertEquals(0, panel.waiting());
    }

    @Test
    void whatIsLongIsReadToItsEndBeforeItCanBeLetThrough() {
        List<Line> lines = IntStream.range(0, 60)
                .mapToObj(i -> new Line("line " + i, Tone.TARGET))
                .toList();
        questions.ask(new HostQuestions.Question("one", lines, "Send it", () -> true, answers::add));
        panel.open();
        List<String> read = new ArrayList<>();
        while (panel.text().items().stream().noneMatch(item -> item.key().equals("yes"))) {
            panel.text().lines().forEach(line -> read.add(line.text()));
            now += Arming.NANOS;
            panel.arming.drawn(now);
            panel.choose("yes", now, now);
            panel.choose("next", now, now);
        }
        panel.text().lines().forEach(line -> read.add(line.text()));
        assertEquals(List.of(), answers);
        assertTrue(read.containsAll(lines.stream().map(Line::text).toList()), read.toString());
        assertTrue(read.contains("page 1 of 3") && read.contains("page 3 of 3"), read.toString());
        panel.choose("yes", now, now);
        assertEquals(List.of(), answers, "its last page needs its time too");
        panel.arming.drawn(now);
        now += Arming.NANOS;
        panel.choose("yes", now, now);
        assertEquals(List.of(true), answers);
    }

    @Test
    void anOldEventIsNoYes() {
        ask("one");
        panel.open();
        panel.text();
        panel.arming.drawn(now);
        now += 5 * Arming.NANOS;
        panel.choose("yes", EVENT - 1_000_000_000L, now);
        assertEquals(List.of(false), answers);
    }

    @Test
    void aNoCountsAtOnceAndLaterAnswersNothing() {
        ask("one");
        ask("two");
        panel.open();
        panel.text();
        panel.choose("later", now, now);
        assertEquals(List.of(), answers);
        assertEquals(2, panel.waiting());
        panel.open();
        panel.text();
        panel.choose("no", now, now);
        assertEquals(List.of(false), answers);
        assertEquals(1, panel.waiting());
    }

    @Test
    void aQuestionThatNobodyAsksAnyMoreGoesAway() {
        ask("one");
        panel.open();
        panel.text();
        open = false;
        assertNull(panel.text());
        assertEquals(0, panel.waiting());
    }

    @Test
    void oneQuestionTooManyIsNotAskedUntilAnotherIsAnswered() {
        for (int i = 0; i < 5; i++) {
            assertEquals(i < 4, ask("question " + i));
        }
        assertEquals(List.of(), answers, "which is no no");
        assertEquals(4, panel.waiting());
        panel.open();
        panel.text();
        panel.choose("no", now, now);
        assertTrue(ask("once more"));
    }
}
