package dev.perch.runtime;

import dev.perch.action.ActionDesk;
import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The panel of the oldest question of Perch itself. Its yes counts only half a second after it is on the screen. */
final class HostPanel implements QuestionPanel {
    private static final long NOT_SEEN = Long.MAX_VALUE;

    private final HostQuestions questions;
    private boolean open;
    private HostQuestions.@Nullable Question shown;
    private @Nullable PanelText text;
    private long armsAt = NOT_SEEN;

    HostPanel(HostQuestions questions) {
        this.questions = questions;
    }

    @Override
    public int waiting() {
        return questions.count();
    }

    @Override
    public String label() {
        return "A program asks";
    }

    @Override
    public void open() {
        open = true;
    }

    @Override
    public void close() {
        open = false;
        shown = null;
        text = null;
    }

    @Override
    public @Nullable PanelText text() {
        HostQuestions.Question first = open ? questions.first() : null;
        if (first == null) {
            close();
            return null;
        }
        if (!first.equals(shown) || text == null) {
            shown = first;
            armsAt = NOT_SEEN;
            text = new PanelText(
                    first.title(),
                    first.lines(),
                    List.of(Item.of("later", "Later"), Item.of("no", "No"), Item.of("yes", first.yes())),
                    -1);
        }
        return text;
    }

    @Override
    public boolean armed(long nowNanos) {
        if (armsAt == NOT_SEEN) {
            disturb(nowNanos);
        }
        return nowNanos >= armsAt;
    }

    @Override
    public long armsAt() {
        return armsAt;
    }

    @Override
    public void disturb(long nowNanos) {
        armsAt = nowNanos + ActionDesk.ARMING_NANOS;
    }

    @Override
    public void choose(String key, long eventNanos, long nowNanos) {
        HostQuestions.Question asked = shown;
        if (asked == null || key.equals("later")) {
            close();
        } else if (key.equals("no") || armed(nowNanos)) {
            close();
            questions.answer(asked, key.equals("yes"), eventNanos);
        }
    }
}
