package dev.perch.runtime;

import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import dev.perch.model.PanelText.Line;
import dev.perch.model.PanelText.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The panel of the oldest question of Perch itself. Its last page alone has the yes, which counts half a second after that is
 * shown.
 */
final class HostPanel extends QuestionPanel {
    /** It has five buttons less than an agent's question can have, each of one and a half rows. */
    private static final int MORE_ROWS = 7;

    private final HostQuestions questions;
    private HostQuestions.@Nullable Question shown;
    private @Nullable PanelText text;
    private List<List<Line>> pages = List.of();
    private int page;
    private int height = Integer.MAX_VALUE;

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
        if (!first.equals(shown)) {
            shown = first;
            page = 0;
            text = null;
            first.shown().run();
        }
        if (text == null) {
            arming.reset();
            text = words(first);
        }
        return text;
    }

    private PanelText words(HostQuestions.Question question) {
        pages = LinePages.of(question.lines(), ApprovalWords.rows(height) + MORE_ROWS);
        page = Math.min(page, pages.size() - 1);
        List<Line> lines = new ArrayList<>();
        if (pages.size() > 1) {
            lines.add(new Line("page " + (page + 1) + " of " + pages.size(), Tone.NOTE));
        }
        lines.addAll(pages.get(page));
        List<Item> items = new ArrayList<>();
        if (!last()) {
            items.add(Item.of("next", "Read on ›"));
        }
        items.add(Item.of("later", "Later"));
        items.add(Item.of("no", "No"));
        if (last()) {
            items.add(Item.of("yes", question.yes()));
        }
        return new PanelText(question.title(), lines, items, -1);
    }

    private boolean last() {
        return page >= pages.size() - 1;
    }

    @Override
    void fitInto(int screen) {
        if (screen != height) {
            height = screen;
            text = null;
        }
    }

    @Override
    boolean armed(long nowNanos) {
        return !last() || super.armed(nowNanos);
    }

    @Override
    void choose(String key, long eventNanos, long nowNanos) {
        HostQuestions.Question asked = shown;
        if (asked == null || key.equals("later")) {
            close();
        } else if (key.equals("next")) {
            page++;
            text = null;
        } else if (key.equals("no") || (last() && armed(nowNanos))) {
            close();
            questions.answer(asked, key.equals("yes"), eventNanos);
        }
    }
}
