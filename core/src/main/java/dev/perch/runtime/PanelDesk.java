package dev.perch.runtime;

import dev.perch.action.ActionRequest;
import dev.perch.action.Arming;
import dev.perch.action.Dropped;
import dev.perch.action.Origin;
import dev.perch.action.Prompt;
import dev.perch.ecs.Acting;
import dev.perch.model.ActionSpec;
import dev.perch.model.Approval;
import dev.perch.model.InputToken;
import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import dev.perch.model.Problem;
import dev.perch.model.Trigger;
import dev.perch.render.FontStack;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which panel is open, a question of a pet, one of an agent or a menu, and what the keyboard and the pointer do to it; that is
 * their order.
 * Render thread only; whoever calls has a real input event of its window in hand.
 */
public final class PanelDesk {
    private static final long LOOK_NANOS = 1_000_000_000; // cards tell time in seconds

    private final Acting acting;
    private final HouseMenu menu;
    private final QuestionList questions = new QuestionList();
    private @Nullable Prompt shown;
    private @Nullable PanelText text;
    private String page = "";
    private boolean menuOpen;
    private boolean leavesKeyboard;
    private int focus;
    private long nextLook = Long.MIN_VALUE;

    PanelDesk(Acting acting, HouseMenu menu) {
        this.acting = acting;
        this.menu = menu;
    }

    /** Has questions of agents come from there, as far as they are about this, set in those fonts. */
    void ask(UserApprovals approvals, Predicate<Approval> about, Supplier<FontStack> fonts) {
        questions.add(new ApprovalPanel(approvals, about, fonts), true);
    }

    /** Has questions of Perch itself come from there. */
    void ask(HostQuestions own) {
        questions.add(new HostPanel(own), false);
    }

    /** Whether anybody waits for an answer. */
    boolean agentWaits() {
        return questions.waits();
    }

    /** Opens the oldest question: an agent's first. */
    void openQuestion() {
        if (questions.openOldest()) {
            close();
        }
    }

    /** Opens the menu at its first page. */
    public void openMenu() {
        menuOpen = true;
        leavesKeyboard = false;
        nextLook = Long.MIN_VALUE;
        page = "";
        text = null;
    }

    /** A page of the menu, as it would open now; the empty key is the first. */
    public PanelText page(String key) {
        PanelText plain = menu.page(key);
        return key.isEmpty() && agentWaits() ? questions.before(plain) : plain;
    }

    /**
     * An item was chosen outside of Perch's own windows, such as in the tray: what is the house's is done. What the pet or an
     * agent wants needs the user's own click or key, so the menu opens and has the keyboard on that item. Nothing happens while
     * a question is open.
     *
     * @param onPage the page that it is on
     */
    public void chooseFromAfar(String onPage, String key) {
        boolean house = !key.startsWith("own:") && !key.startsWith(QuestionList.KEY) && !key.startsWith("page:");
        PanelText all = page(onPage);
        for (int i = 0; i < all.items().size(); i++) {
            Item item = all.items().get(i);
            boolean meant = item.key().equals(key) && item.enabled() && !asks();
            if (meant && house) {
                menu.choose(key, InputToken.NONE, 0);
            } else if (meant) {
                openMenu();
                page = onPage;
                set(all);
                focus = i;
            }
        }
    }

    /** Opens the stack of cards, which leaves the keyboard where it is, or closes it if it is open. */
    void toggleCards() {
        if (menuOpen && CardPages.isPage(page)) {
            close();
        } else {
            openMenu();
            page = CardPages.FIRST;
            leavesKeyboard = true;
        }
    }

    /** Whether what is open is read with the pointer alone, as cards are until one is clicked. */
    public boolean leavesKeyboard() {
        return leavesKeyboard && !asks();
    }

    /** What is open was clicked: keys go there from now on. */
    public void takeKeyboard() {
        leavesKeyboard = false;
    }

    /** What is to be on the screen; null: nothing. The same object until it is something else. */
    public @Nullable PanelText text() {
        Prompt open = acting.desk().prompt();
        if (open != null) {
            if (!Objects.equals(open, shown) || text == null) {
                shown = open;
                close();
                questions.close();
                set(PromptWords.of(open));
            }
            return text;
        }
        if (shown != null) {
            shown = null;
            text = null;
        }
        questions.comeBack();
        PanelText question = questions.text();
        if (question != null) {
            menuOpen = false;
            if (!question.equals(text)) {
                set(question);
            }
            return text;
        }
        if (!menuOpen) {
            text = null;
        } else if (text == null) {
            set(page(page));
        }
        return text;
    }

    /** Whether it is a question, which closes with an answer alone. */
    public boolean asks() {
        return shown != null || questions.asking() != null;
    }

    /** The item that has the keyboard. */
    public int focus() {
        return focus;
    }

    /** Whether yes can be said. A menu needs no time. */
    public boolean armed(long nowNanos) {
        if (shown != null) {
            return acting.desk().arming().isOver(nowNanos);
        }
        QuestionPanel asking = questions.asking();
        return asking == null || asking.armed(nowNanos);
    }

    /** When that changes; {@link Long#MAX_VALUE}: it does not. */
    private long armsAt(long nowNanos) {
        if (armed(nowNanos)) {
            return Long.MAX_VALUE;
        }
        return arming().at();
    }

    private Arming arming() {
        QuestionPanel asking = questions.asking();
        return shown != null || asking == null ? acting.desk().arming() : asking.arming;
    }

    /** When the panel changes by itself; {@link Long#MAX_VALUE}: it does not. */
    public long nextChange(long nowNanos) {
        return Math.min(armsAt(nowNanos), showsCards() ? nextLook : Long.MAX_VALUE);
    }

    private boolean showsCards() {
        return menuOpen && !asks() && CardPages.isPage(page);
    }

    /**
     * Time has passed: open cards are looked at again once a second, the first time a second after they came, and are another
     * text only where they read otherwise.
     */
    public void lookAgain(long nowNanos) {
        if (text != null && showsCards() && nowNanos >= nextLook) {
            if (nextLook != Long.MIN_VALUE) {
                show(page(page));
            }
            nextLook = nowNanos + LOOK_NANOS;
        }
    }

    /** The wheel: to the next cards or more of one card, 1, or back, -1; as far as there are any. */
    public void turn(int way) {
        if (showsCards()) {
            String next = CardPages.beside(page, way);
            if (show(page(next))) {
                page = next;
            }
        }
    }

    /** Shows that text if it is another; the same item keeps the keyboard. */
    private boolean show(PanelText next) {
        PanelText before = text;
        if (before == null || before.equals(next)) {
            return false;
        }
        String key = focus < 0 ? "" : before.items().get(focus).key();
        set(next);
        for (int i = 0; i < next.items().size(); i++) {
            focus = next.items().get(i).key().equals(key) ? i : focus;
        }
        return true;
    }

    /**
     * What is open has letters that cannot be drawn: a pet's question is then withdrawn, since it does not show what would be done.
     *
     * @return whether it is
     */
    public boolean cannotBeDrawn() {
        Prompt asked = shown;
        boolean withdrawn = asked != null && asked.equals(acting.desk().prompt());
        if (asked != null && withdrawn) {
            acting.desk()
                    .withdraw(Problem.error(
                            asked.request().actionId(),
                            "has letters that no font here has",
                            "install a font with them"));
        }
        return withdrawn;
    }

    /** What is to be on the screen has been drawn there: from now on the user has time to read a question. */
    public void drawn(long nowNanos) {
        boolean current = shown == null
                ? questions.asking() != null
                : shown.equals(acting.desk().prompt());
        if (current) {
            arming().drawn(nowNanos);
        }
    }

    /** The window moved, or lost the keyboard: a question gives the user time again, a menu closes. */
    public void disturb(boolean lostKeyboard, long nowNanos) {
        if (asks()) {
            arming().disturb(nowNanos);
        } else if (lostKeyboard) {
            close();
        }
    }

    /** The pointer is over an item. @return whether the picture is another */
    public boolean point(int item) {
        PanelText open = text;
        if (open == null || item < 0 || item == focus || !open.items().get(item).enabled()) {
            return false;
        }
        focus = item;
        return true;
    }

    /** An arrow key: to the next item that can be chosen. */
    public void move(int way) {
        PanelText open = text;
        if (open == null || open.items().isEmpty()) {
            return;
        }
        int count = open.items().size();
        focus = focus < 0 && way < 0 ? 0 : focus;
        for (int i = 0; i < count; i++) {
            focus = Math.floorMod(focus + way, count);
            if (open.items().get(focus).enabled()) {
                return;
            }
        }
    }

    /** Escape: a pet's question is answered with no, an agent's is left open, a menu goes back a page or closes. */
    public void escape(long eventNanos, long nowNanos) {
        QuestionPanel asking = questions.asking();
        if (shown != null) {
            answer(Prompt.Choice.DENY, eventNanos, nowNanos);
        } else if (asking != null) {
            asking.close();
            text = null;
        } else if (page.isEmpty()) {
            close();
        } else {
            page = "";
            text = null;
        }
    }

    /** A click on an item, or the return key on the one that has the keyboard. */
    public void choose(int item, long eventNanos, long nowNanos) {
        PanelText open = text;
        if (open == null
                || item < 0
                || item >= open.items().size()
                || !open.items().get(item).enabled()) {
            return;
        }
        String key = open.items().get(item).key();
        QuestionPanel asking = questions.asking();
        if (shown != null) {
            answer(Prompt.Choice.valueOf(key), eventNanos, nowNanos);
        } else if (asking != null) {
            choose(asking, key, eventNanos, nowNanos);
        } else if (key.startsWith(QuestionList.KEY)) {
            close();
            questions.open(key);
        } else if (key.startsWith("page:")) {
            page = key.substring("page:".length());
            text = null;
        } else if (key.startsWith("card:")) {
            menu.choose(key, acting.desk().tokens().mint(eventNanos), nowNanos);
            text = null;
        } else {
            close();
            menu.choose(key, acting.desk().tokens().mint(eventNanos), nowNanos);
        }
    }

    /** Panels have a screen of that height, in logical pixels. */
    void fitInto(int height) {
        questions.fitInto(height);
    }

    /** Whether what the user types goes into an answer: then keys with letters do nothing else. */
    public boolean typing() {
        QuestionPanel asking = questions.asking();
        return asking != null && asking.typing();
    }

    /** The user typed a character. */
    public void type(int codePoint) {
        QuestionPanel asking = questions.asking();
        if (asking != null) {
            asking.type(codePoint);
        }
    }

    /** The user took the last character back. */
    public void erase() {
        type(-1);
    }

    /** Closes a menu. */
    public void close() {
        menuOpen = false;
        text = null;
    }

    /** What an item of a question opens needs permission of its own; the question is open again afterwards. */
    private void choose(QuestionPanel from, String key, long eventNanos, long nowNanos) {
        text = null;
        String page = from.page(key);
        if (page == null) {
            from.choose(key, eventNanos, nowNanos);
            return;
        }
        InputToken token = acting.desk().tokens().mint(eventNanos);
        ActionSpec visit = new ActionSpec.OpenUrl(page);
        acting.submit(
                new ActionRequest(Origin.PERCH, "openPage", visit, Trigger.CONTEXT_MENU, token, Dropped.NOTHING),
                nowNanos);
        questions.leave(from);
    }

    private void answer(Prompt.Choice choice, long eventNanos, long nowNanos) {
        InputToken token = acting.desk().tokens().mint(eventNanos);
        if (acting.answer(choice, token, nowNanos)) {
            shown = null;
            text = null;
        }
    }

    private void set(PanelText words) {
        text = words;
        focus = words.first();
    }
}
