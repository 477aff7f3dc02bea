package dev.perch.runtime;

import dev.perch.action.ActionRequest;
import dev.perch.action.Dropped;
import dev.perch.action.Origin;
import dev.perch.activity.ActivityBoard;
import dev.perch.activity.Part;
import dev.perch.activity.SessionCard;
import dev.perch.bridge.CodexSource;
import dev.perch.ecs.Acting;
import dev.perch.model.ActionSpec;
import dev.perch.model.InputToken;
import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import dev.perch.model.PanelText.Line;
import dev.perch.model.PanelText.Tone;
import dev.perch.model.QuietLevel;
import dev.perch.model.SessionProjection;
import dev.perch.model.StatusSign;
import dev.perch.model.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The stack of cards, one a session, and each card opened. Render thread only. */
final class CardPages {
    /** The page that the stack begins with. */
    static final String FIRST = "cards:0";

    private static final int MOST_CARDS = 6;
    private static final int MOST_ACTIVITY = 70;
    private static final int ROWS = 12;
    private static final String STACK = "cards:";
    private static final String CARD = "card:";

    private final ActivityBoard board;
    private final Part part;
    private final LongSupplier now;

    /**
     * The cards of one pet.
     *
     * @param part the sessions that it tells of
     * @param now the time of the last step
     */
    CardPages(ActivityBoard board, Part part, LongSupplier now) {
        this.board = board;
        this.part = part;
        this.now = now;
    }

    int count() {
        return cards().size();
    }

    private List<SessionCard> cards() {
        return board.cards().stream().filter(card -> part.has(card.session())).toList();
    }

    static boolean isPage(String key) {
        return key.startsWith(STACK) || key.startsWith(CARD);
    }

    /** The page of that key; the stack where its card is there no more. */
    PanelText page(String key) {
        List<SessionCard> cards = cards();
        if (key.startsWith(CARD)) {
            int colon = key.indexOf(':', CARD.length());
            SessionCard card = find(cards, key.substring(colon + 1));
            if (card != null) {
                return opened(card, Integer.parseInt(key.substring(CARD.length(), colon)));
            }
        }
        return stack(cards, key.startsWith(STACK) ? Integer.parseInt(key.substring(STACK.length())) : 0);
    }

    /** The page one further on, 1, or back, -1; where there is none, {@link #page} shows the last or the first. */
    static String beside(String key, int way) {
        boolean stack = key.startsWith(STACK);
        int begin = key.indexOf(':') + 1;
        int end = stack ? key.length() : key.indexOf(':', begin);
        int number = Integer.parseInt(key.substring(begin, end)) + way * (stack ? MOST_CARDS : 1);
        return key.substring(0, begin) + Math.max(0, number) + key.substring(end);
    }

    private PanelText stack(List<SessionCard> cards, int wished) {
        int from = Math.min(wished, Math.max(0, cards.size() - 1) / MOST_CARDS * MOST_CARDS);
        List<Item> items = new ArrayList<>();
        for (SessionCard card : cards.stream().skip(from).limit(MOST_CARDS).toList()) {
            items.add(Item.card("page:" + CARD + "0:" + name(card), card.sign(), title(card), note(card)));
        }
        int rest = cards.size() - from - MOST_CARDS;
        if (rest > 0) {
            items.add(new Item("page:" + STACK + (from + MOST_CARDS), rest + " more ›", false, true, true));
        }
        if (from > 0) {
            items.add(Item.of("page:" + STACK + Math.max(0, from - MOST_CARDS), "‹ Before these"));
        }
        items.add(new Item("page:", "‹ Menu", false, true, rest <= 0));
        List<Line> none = cards.isEmpty() ? List.of(new Line("Nothing goes on.", Tone.BODY)) : List.of();
        return new PanelText("Sessions", none, items, 0);
    }

    private PanelText opened(SessionCard card, int page) {
        List<List<Line>> pages = LinePages.of(lines(card), ROWS);
        int shown = Math.min(page, pages.size() - 1);
        String name = name(card);
        List<Item> items = new ArrayList<>();
        if (shown + 1 < pages.size()) {
            items.add(Item.of("page:" + CARD + (shown + 1) + ":" + name, "Read on ›"));
        }
        if (card.session().source().id().equals(CodexSource.ID)) {
            items.add(Item.of("card:open:" + name, "Open in Codex …"));
        }
        if (card.session().status().isEnd()) {
            items.add(Item.of("card:seen:" + name, "I have seen it"));
        }
        items.add(new Item("card:pin:" + name, "Keep it first", card.pinned(), true, false));
        items.add(new Item("card:mute:" + name, "Tell me only when it waits", card.muted(), true, false));
        items.add(new Item("page:" + FIRST, "‹ All sessions", false, true, true));
        return new PanelText(title(card), pages.get(shown), items, 0);
    }

    private List<Line> lines(SessionCard card) {
        SessionProjection session = card.session();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(note(card, false), Tone.BODY));
        if (board.quiet() != QuietLevel.FULL) {
            return lines;
        }
        String workspace = session.workspace();
        if (workspace != null) {
            lines.add(new Line("in " + ShownText.line(workspace), Tone.NOTE));
        }
        for (String fact : List.of("agent", "model", "effort", "goal", "note", "contextPercent")) {
            Object value = session.metadata().get(fact);
            if (value != null) {
                lines.add(new Line(words(fact) + ShownText.line(value.toString()), Tone.NOTE));
            }
        }
        String body = session.body();
        if (body != null) {
            ShownText.lines(body, LinePages.ROW * 4).forEach(line -> lines.add(new Line(line, Tone.TARGET)));
        }
        return lines;
    }

    private static String words(String fact) {
        return switch (fact) {
            case "contextPercent" -> "context in use, percent: ";
            case "note" -> "";
            default -> fact + ": ";
        };
    }

    private String title(SessionCard card) {
        boolean named =
                board.quiet() != QuietLevel.STATE && !card.session().title().isBlank();
        return named ? ShownText.line(card.session().title()) : word(card);
    }

    private static String word(SessionCard card) {
        return card.sign() == StatusSign.NONE
                ? card.session().status().word()
                : card.sign().label();
    }

    private String note(SessionCard card) {
        return note(card, true);
    }

    /** Status, time and progress, and where it works and at what. */
    private String note(SessionCard card, boolean activity) {
        SessionProjection session = card.session();
        List<String> parts = new ArrayList<>();
        parts.add(word(card) + (session.stale() ? " (stale)" : ""));
        parts.add(elapsed(now.getAsLong() - session.sinceNanos()));
        Object progress = session.metadata().get("progress");
        if (progress != null) {
            parts.add(progress + " steps");
        }
        if (card.pinned()) {
            parts.add("pinned");
        }
        if (card.muted()) {
            parts.add("muted");
        }
        if (activity && board.quiet() == QuietLevel.FULL) {
            String place = folder(session);
            String doing = activity(session);
            return String.join(" · ", parts)
                    + (place.isEmpty() ? "" : " · " + place)
                    + (doing.isEmpty() ? "" : "\n" + doing);
        }
        return String.join(" · ", parts);
    }

    private static String folder(SessionProjection session) {
        String workspace = session.workspace();
        return workspace == null ? "" : ShownText.line(workspace.replaceFirst(".*[/\\\\](?=.)", ""));
    }

    /** What it does, in one line; all of it is read in the opened card. */
    private static String activity(SessionProjection session) {
        String body = session.body();
        if (body == null || body.isBlank()) {
            return session.activity() == null ? "" : session.activity().word().replace('-', ' ');
        }
        String line = ShownText.line(body.strip().lines().findFirst().orElse(""));
        return line.codePointCount(0, line.length()) <= MOST_ACTIVITY
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_ACTIVITY)) + " …";
    }

    static String elapsed(long nanos) {
        Duration time = Duration.ofNanos(Math.max(0, nanos));
        return time.toMinutes() < 1
                ? time.toSeconds() + " s"
                : time.toHours() < 1
                        ? time.toMinutes() + " min"
                        : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    /**
     * An item of an opened card was chosen.
     *
     * @param key {@code card:WORD:NAME}
     */
    void choose(String key, InputToken token, Acting acting, long nowNanos) {
        int colon = key.indexOf(':', CARD.length());
        SessionCard card = find(cards(), key.substring(colon + 1));
        if (card == null) {
            return;
        }
        SessionProjection session = card.session();
        switch (key.substring(CARD.length(), colon)) {
            case "seen" -> board.seen(session.source(), session.session());
            case "pin" -> board.pin(session.source(), session.session(), !card.pinned());
            case "mute" -> board.mute(session.source(), session.session(), !card.muted());
            default -> open(session, token, acting, nowNanos);
        }
    }

    private static void open(SessionProjection session, InputToken token, Acting acting, long nowNanos) {
        ActionSpec thread = ActionSpec.OpenThread.chosen(session.session().id());
        acting.submit(
                new ActionRequest(Origin.PERCH, "openThread", thread, Trigger.CONTEXT_MENU, token, Dropped.NOTHING),
                nowNanos);
    }

    private static @Nullable SessionCard find(List<SessionCard> cards, String name) {
        return cards.stream()
                .filter(card -> name(card).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String name(SessionCard card) {
        return card.session().source().id() + "/" + card.session().session().id();
    }
}
