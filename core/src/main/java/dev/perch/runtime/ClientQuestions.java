package dev.perch.runtime;

import dev.perch.client.ClientFile;
import dev.perch.client.Consent;
import dev.perch.client.GuestBook;
import dev.perch.client.Scope;
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

    /** Says in the pet's bubble that it waits for a click, and asks. */
    void ask(String body, HostQuestions.Question question) {
        companion.say(BubbleText.of(StatusSign.NONE, question.title(), body));
        questions.ask(question);
    }

    @Override
    public void ask(Asked asked, BooleanSupplier open, Consumer<Boolean> answer) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("A program on this machine wants to:", Tone.BODY));
        Stream.of(Scope.values())
                .filter(asked.scopes()::contains)
                .forEach(scope -> lines.add(new Line(scope.meaning(), Tone.TARGET)));
        if (asked.scopes().isEmpty()) {
            lines.add(new Line("nothing but to be known", Tone.TARGET));
        }
        if (!asked.threads().isEmpty()) {
            lines.add(new Line("but only in:", Tone.BODY));
            asked.threads().stream().sorted().forEach(thread -> lines.add(new Line("thread " + thread, Tone.TARGET)));
        }
        lines.add(new Line("It must show this very code:", Tone.BODY));
        lines.add(new Line(asked.code(), Tone.TARGET));
        lines.add(new Line("Any other code: say no. perch client revoke " + asked.name() + " ends it.", Tone.NOTE));
        ask(
                "It shows " + asked.code() + ". Click me to answer",
                new HostQuestions.Question(
                        "Let \u201c" + asked.name() + "\u201d in?", lines, "Let it in", open, answer));
    }
}
