package dev.perch.runtime;

import dev.perch.bridge.ApprovalDesk;
import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import dev.perch.model.PanelText.Line;
import dev.perch.model.PanelText.Tone;
import dev.perch.render.FontStack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The panel of the oldest question of an agent. Its last page alone has the answers, which count only half a second after it
 * is on the screen. It closes with no answer when nobody asks any more. Render thread only.
 */
final class ApprovalPanel extends QuestionPanel {
    private final UserApprovals approvals;
    private final Predicate<Approval> about;
    private final Supplier<FontStack> fonts;
    private @Nullable Approval asked;
    private @Nullable ApprovalChoices choices;
    private @Nullable PanelText text;
    private List<Approval> known = List.of();
    private int page;
    private boolean last;
    private int height = Integer.MAX_VALUE;
    private @Nullable FontStack setIn;

    /**
     * A panel with nothing open.
     *
     * @param about which of them are asked here
     * @param fonts what it is set in now
     */
    ApprovalPanel(UserApprovals approvals, Predicate<Approval> about, Supplier<FontStack> fonts) {
        this.approvals = approvals;
        this.about = about;
        this.fonts = fonts;
    }

    private List<Approval> asking() {
        List<Approval> all = approvals.open();
        return all.isEmpty() ? all : all.stream().filter(about).toList();
    }

    @Override
    int waiting() {
        return asking().size();
    }

    @Override
    String label() {
        return "Answer Codex";
    }

    @Override
    void close() {
        super.close();
        asked = null;
        text = null;
    }

    @Override
    @Nullable
    PanelText text() {
        List<Approval> now = asking();
        if (!isOpen() || now.isEmpty()) {
            close();
            return null;
        }
        Approval first = now.get(0);
        if (!first.equals(asked)) {
            asked = first;
            choices = fresh(first);
            page = 0;
            text = null;
        } else if (!now.equals(known) || setIn != fonts.get()) {
            text = null;
        }
        known = now;
        setIn = fonts.get();
        if (text == null) {
            arming.reset();
            text = words(first, fresh(first));
        }
        return text;
    }

    private ApprovalChoices fresh(Approval question) {
        return new ApprovalChoices(question, point -> fonts.get().has(point));
    }

    private PanelText words(Approval first, ApprovalChoices fresh) {
        ApprovalChoices chosen = choices == null ? fresh : choices;
        List<List<Line>> pages = chosen.words().pages(ApprovalWords.rows(height));
        page = Math.min(page, pages.size() - 1);
        last = page >= pages.size() - 1;
        List<Line> lines = new ArrayList<>();
        String count = known.size() > 1 ? "1 of " + known.size() + " that wait" : "";
        String place = pages.size() > 1 ? "page " + (page + 1) + " of " + pages.size() : "";
        if (!count.isEmpty() || !place.isEmpty()) {
            lines.add(new Line(count + (count.isEmpty() || place.isEmpty() ? "" : ", ") + place, Tone.NOTE));
        }
        lines.addAll(pages.get(page));
        List<Item> items = new ArrayList<>();
        if (!last) {
            items.add(Item.of("next:" + page, "Read on ›"));
        }
        items.add(Item.of("later:" + first.about().id(), "Later"));
        if (last) {
            items.addAll(chosen.items());
        }
        return new PanelText(ApprovalWords.title(first), lines, items, chosen.typing() ? typedItem(items) : -1);
    }

    private static int typedItem(List<Item> items) {
        int at = items.size() - 1;
        while (at >= 0 && !items.get(at).key().equals(ApprovalChoices.SAY)) {
            at--;
        }
        return at;
    }

    @Override
    void fitInto(int screen) {
        if (screen != height) {
            height = screen;
            text = null;
        }
    }

    @Override
    boolean typing() {
        return text != null && last && choices != null && choices.typing();
    }

    @Override
    void type(int codePoint) {
        ApprovalChoices chosen = choices;
        Approval open = asked;
        if (chosen == null || open == null || !typing()) {
            return;
        }
        if (codePoint < 0) {
            chosen.erase();
        } else {
            chosen.type(codePoint);
        }
        text = words(open, chosen);
    }

    @Override
    boolean armed(long nowNanos) {
        return !last || super.armed(nowNanos);
    }

    @Override
    void choose(String key, long eventNanos, long nowNanos) {
        Approval open = asked;
        ApprovalChoices chosen = choices;
        if (open == null || chosen == null) {
            return;
        }
        if (key.startsWith("later:")) {
            close();
        } else if (key.startsWith("next:")) {
            page++;
            text = null;
        } else if (armed(nowNanos)) {
            answer(open, chosen, key, eventNanos);
        }
    }

    @Override
    @Nullable
    String page(String key) {
        return key.equals(ApprovalChoices.VISIT) && asked instanceof Approval.Form form ? form.url() : null;
    }

    private void answer(Approval open, ApprovalChoices chosen, String key, long eventNanos) {
        ApprovalAnswer answer = chosen.choose(key);
        text = null;
        if (answer == null) {
            page = key.startsWith("mark:") ? page : 0;
            return;
        }
        ApprovalDesk.Outcome outcome = approvals.answer(open, answer, chosen.audited(answer), eventNanos);
        if (outcome != ApprovalDesk.Outcome.NO_INPUT) {
            asked = null; // the next one, or none
        }
    }
}
