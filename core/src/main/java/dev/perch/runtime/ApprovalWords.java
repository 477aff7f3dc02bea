package dev.perch.runtime;

import dev.perch.model.Approval;
import dev.perch.model.PanelText.Line;
import dev.perch.model.PanelText.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** What a question of an agent says in its panel: all of it, in pages that fit on a screen. */
final class ApprovalWords {
    private static final String UNREAD = "Letters that no font here has stand there by number, so nothing of it can be"
            + " allowed here: install a font with them, or answer in Codex.";

    /** Rows of a page; with eight buttons under them they stand on 640 pixels. */
    private static final int ROWS = 14;

    /** The fewest rows of a page, and the most of one line, which a page never parts. */
    private static final int LEAST_ROWS = 4;

    /** What buttons, title and edges take, and a row, in logical pixels: {@link #ROWS} stand on 640. */
    private static final int AROUND = 360;

    private static final int ROW_HEIGHT = 20;

    private final IntPredicate drawable;
    private final List<Line> lines = new ArrayList<>();
    private boolean readable = true;

    /**
     * The words of a question.
     *
     * @param question which one of several questions
     * @param drawable whether a font has a character
     */
    ApprovalWords(Approval approval, int question, IntPredicate drawable) {
        this.drawable = drawable;
        tell(approval, question);
        for (Approval.Decision decision : approval.decisions()) {
            if (!decision.lasting().isEmpty()) {
                own("“" + line(decision.label()) + "” lasts:");
                agent(decision.lasting());
            }
        }
        if (!approval.about().answerable()) {
            own("Perch was not tested with this version of Codex: answer it there.");
        }
        if (!readable) {
            lines.add(new Line(UNREAD, Tone.WARNING));
        }
    }

    static String title(Approval approval) {
        return "Codex asks: " + ShownText.line(approval.about().title());
    }

    /** All of it, in pages of so many rows. */
    List<List<Line>> pages(int rows) {
        return LinePages.of(lines, rows);
    }

    /** Whether a font has each of its letters: those that none has stand there by their numbers. */
    boolean readable() {
        return readable;
    }

    /** How many rows a page has on a screen of that height, in logical pixels. */
    static int rows(int height) {
        return Math.max(LEAST_ROWS, Math.min(ROWS, (height - AROUND) / ROW_HEIGHT));
    }

    private void tell(Approval approval, int question) {
        if (approval instanceof Approval.Command command) {
            command(command);
        } else if (approval instanceof Approval.FileChange files) {
            files(files);
        } else if (approval instanceof Approval.Permissions permissions) {
            own("It wants more permissions:");
            permissions.wanted().forEach(one -> agent(one.text()));
            note("in ", permissions.folder());
            note("Why, in its words: ", permissions.reason());
        } else if (approval instanceof Approval.Form form) {
            form(form, question);
        } else if (approval instanceof Approval.Questions questions) {
            questions(questions, question);
        }
    }

    private void command(Approval.Command command) {
        if (!command.command().isEmpty()) {
            own("It wants to run this command:");
            agent(command.command());
        }
        if (command.network() != null) {
            own("It wants to reach this host:");
            agent(command.network());
        }
        note("in ", command.folder());
        note("Why, in its words: ", command.reason());
        if (!command.added().isEmpty()) {
            own("It would get besides:");
            command.added().forEach(this::agent);
        }
    }

    private void files(Approval.FileChange files) {
        own(
                files.changes().isEmpty()
                        ? "It wants to change files. Which was not told: look in Codex."
                        : "It wants to change " + files.changes().size()
                                + (files.changes().size() == 1 ? " file:" : " files:"));
        for (Approval.Change change : files.changes()) {
            agent(change.kind() + " " + change.path());
            note("moved to ", change.movedTo());
            note("", change.diff().stripTrailing());
        }
        note("Why, in its words: ", files.reason());
        if (!files.root().isEmpty()) {
            own("From then on it may write to all of this folder:");
            agent(files.root());
        }
    }

    private void form(Approval.Form form, int number) {
        own("The MCP server “" + line(form.server()) + "” asks:");
        agent(form.message());
        if (form.url() != null) {
            own("It wants you to open this page:");
            agent(form.url());
        }
        int count = form.fields().size();
        if (number < count) {
            field(form.fields().get(number), count > 1 ? "Field " + (number + 1) + " of " + count + ": " : "");
        } else if (count > 0) {
            own("All fields are filled in: Allow sends them.");
        }
    }

    private void field(Approval.FormField field, String which) {
        note(which, field.title().isEmpty() ? field.name() : field.title());
        note("", field.description());
        if (field.type().equals("integer") || field.type().equals("number")) {
            note("", field.type().equals("integer") ? "a whole number" : "a number");
        } else if (FormAnswers.choices(field).isEmpty() && !FormAnswers.isTyped(field)) {
            own("This panel has no such field: fill it in in Codex.");
        }
    }

    private void questions(Approval.Questions asked, int number) {
        if (number >= asked.questions().size()) {
            return;
        }
        Approval.Question question = asked.questions().get(number);
        int count = asked.questions().size();
        note(count > 1 ? "Question " + (number + 1) + " of " + count + ": " : "", question.header());
        agent(question.text());
        for (int i = 0; i < question.options().size(); i++) {
            Approval.Option option = question.options().get(i);
            note((i + 1) + ". ", option.label() + (option.description().isEmpty() ? "" : " – " + option.description()));
        }
        if (asked.timeLimitMs() > 0) {
            note("", "Codex goes on by itself after " + asked.timeLimitMs() / 1_000 + " s.");
        }
    }

    private void own(String words) {
        lines.add(new Line(words, Tone.BODY));
    }

    private void agent(String text) {
        add(text, Tone.TARGET);
    }

    private void note(String before, String text) {
        if (!text.isEmpty()) {
            add(before + text, Tone.NOTE);
        }
    }

    private void add(String text, Tone tone) {
        readable &= ShownText.isReadable(text, drawable);
        ShownText.lines(text, LinePages.ROW * LEAST_ROWS, drawable).forEach(line -> lines.add(new Line(line, tone)));
    }

    private String line(String text) {
        readable &= ShownText.isReadable(text, drawable);
        return ShownText.line(text, drawable);
    }
}
