package dev.perch.runtime;

import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The panel of the oldest question of Perch itself. Its yes counts only half a second after it is on the screen. */
final class HostPanel extends QuestionPanel {
    private final HostQuestions questions;
    private HostQuestions.@Nullable Question shown;
    private @Nullable PanelText text;

    HostPanel(HostQuestions questions) {
        this.questions = questions;
    }

    @Override
    int waiting() {
        return questions.count();
    }

    @Override
    String label() {
        return "A program asks";
    }

    @Override
    void close() {
        super.close();
        shown = null;
        text = null;
    }

    @Override
    @Nullable
    PanelText text() {
        HostQuestions.Question first = isOpen() ? questions.first() : null;
        if (first == null) {
            close();
            return null;
        }
        if (!first.equals(shown) || text == null) {
            shown = first;
            arming.reset();
            text = new PanelText(
                    first.title(),
                    first.lines(),
                    List.of(Item.of("later", "Later"), Item.of("no", "No"), Item.of("yes", first.yes())),
                    -1);
        }
        return text;
    }

    @Override
    void choose(String key, long eventNanos, long nowNanos) {
        HostQuestions.Question asked = shown;
        if (asked == null || key.equals("later")) {
            close();
        } else if (key.equals("no") || armed(nowNanos)) {
            close();
            questions.answer(asked, key.equals("yes"), eventNanos);
        }
    }
}
