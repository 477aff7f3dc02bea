package dev.perch.runtime;

import dev.perch.client.ClientFile;
import dev.perch.client.Consent;
import dev.perch.client.GuestBook;
import dev.perch.client.Rights;
import dev.perch.client.Scope;
import dev.perch.ingress.IngressPorts;
import dev.perch.model.BubbleText;
import dev.perch.model.PanelText.Line;
import dev.perch.model.PanelText.Tone;
import dev.perch.model.StatusSign;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Asks the user, at the pet, what other programs may do. Safe for threads. */
public final class ClientQuestions implements Consent {
    private static final int MOST_CHARS = 160;

    private final Companion companion;
    private final HostQuestions questions;

    /** @param questions where the user is asked */
    public ClientQuestions(Companion companion, HostQuestions questions) {
        this.companion = companion;
        this.questions = questions;
    }

    /** What every socket of that companion needs at which programs must be known. */
    GuestBook.Place place(PerchFolders folders, CompanionActions actions) {
        return new GuestBook.Place(
                new ClientFile(folders.state()),
                companion.clock(),
                SystemClock::wallMillis,
                new SecureRandom(),
                this,
                actions::auditNow,
                companion::note);
    }

    /**
     * Asks, and says in the pet's bubble that it waits for a click, until the question is on the screen.
     *
     * @return false: so many questions wait that this one is not asked
     */
    boolean ask(String body, HostQuestions.Question question) {
        BubbleText bubble = BubbleText.of(StatusSign.NONE, question.title(), body);
        boolean asked = questions.ask(question.withShown(() -> companion.hush(bubble)));
        if (asked) {
            companion.say(bubble);
        }
        return asked;
    }

    @Override
    public boolean ask(Asked asked, BooleanSupplier open, Consumer<Boolean> answer) {
        Rights rights = asked.rights();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("It wants to, " + asked.term() + ":", Tone.BODY));
        Stream.of(Scope.values())
                .filter(rights.scopes()::contains)
                .forEach(scope -> lines.add(new Line(scope.meaning() + times(scope, rights), Tone.TARGET)));
        if (rights.scopes().isEmpty()) {
            lines.add(new Line("nothing but to be known", Tone.TARGET));
        }
        if (!rights.places().isEmpty() || !rights.sources().isEmpty()) {
            lines.add(new Line("but only in:", Tone.BODY));
            rights.places().forEach(place -> lines.add(new Line(ShownText.line(place), Tone.TARGET)));
            rights.sources().stream().sorted().forEach(source -> lines.add(new Line("its " + source, Tone.TARGET)));
        }
        lines.add(new Line("It must show this very code:", Tone.BODY));
        lines.add(new Line(asked.code(), Tone.TARGET));
        lines.add(new Line("Any other code: say no. perch client revoke " + asked.name() + " ends it.", Tone.NOTE));
        return ask(
                "It shows " + asked.code() + ". Click me to answer",
                new HostQuestions.Question(
                        "Let \u201c" + asked.name() + "\u201d in?", lines, "Let it in", open, answer));
    }

    private static String times(Scope scope, Rights rights) {
        return rights.asks().contains(scope) ? ", asking you each time" : Scope.TURNS.contains(scope) ? " unasked" : "";
    }

    /** Asks about one delivery: all that would be said stands in the question. */
    boolean ask(IngressPorts.Wish wish, BooleanSupplier open, Consumer<Boolean> answer) {
        List<Line> lines = new ArrayList<>();
        if (wish.again()) {
            lines.add(new Line("It may have been sent already, and nobody can know. Send it once more?", Tone.WARNING));
        }
        lines.add(
                new Line("It wants to " + meaning(wish.method()) + (wish.text().isEmpty() ? "." : ":"), Tone.BODY));
        if (!wish.text().isEmpty()) {
            ShownText.lines(wish.text(), MOST_CHARS).forEach(line -> lines.add(new Line(line, Tone.TARGET)));
        }
        if (!wish.thread().isEmpty()) {
            lines.add(new Line("in " + thread(wish.thread()), Tone.NOTE));
        }
        return ask(
                "Click me to read it",
                new HostQuestions.Question(
                        "\u201c" + wish.sender() + "\u201d asks to reach Codex", lines, "Send it", open, answer));
    }

    private static String meaning(String method) {
        return switch (method) {
            case "turn/start" -> "begin a turn with";
            case "thread/queue/add" -> "leave this for the next turn";
            case "turn/steer" -> "say this into the work under way";
            case "turn/interrupt" -> "stop the work under way";
            case "thread/fork" -> "fork a thread";
            default -> "open a thread";
        };
    }

    private String thread(String id) {
        return companion.onShow().sessions().stream()
                .filter(one -> one.session().id().equals(id) && !one.title().isEmpty())
                .findFirst()
                .map(one -> "\u201c" + ShownText.line(one.title()) + "\u201d")
                .orElse("thread " + id);
    }
}
