package dev.perch.runtime;

import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.PanelText.Item;
import dev.perch.model.StatusSign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The buttons of one question, and what the user has chosen of it so far. Nothing is chosen beforehand. */
final class ApprovalChoices {
    /** The item with the words that are typed. */
    static final String SAY = "say";

    /** The item that opens the page which an MCP server wants to be visited. */
    static final String VISIT = "visit";

    private static final int MOST_LABEL = 40;

    private final Approval asked;
    private final IntPredicate drawable;
    private final Set<String> granted = new HashSet<>();
    private final Map<String, List<String>> replies = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final TypedText typed = new TypedText();
    private int step;
    private boolean readable = true;

    /** @param drawable whether a font has a character: to what cannot be read nobody says yes here */
    ApprovalChoices(Approval asked, IntPredicate drawable) {
        this.asked = asked;
        this.drawable = drawable;
    }

    /** What the panel says: of several questions, or fields of a form, that which is to be answered now. */
    ApprovalWords words() {
        ApprovalWords words = new ApprovalWords(asked, step, drawable);
        readable = words.readable();
        return words;
    }

    private boolean open() {
        return asked.about().answerable() && readable;
    }

    /** Whether the user can type an answer now. */
    boolean typing() {
        Approval.Question question = openQuestion();
        Approval.FormField field = openField();
        boolean words = question != null && (question.options().isEmpty() || question.other());
        return (words || (field != null && FormAnswers.isTyped(field))) && open();
    }

    /** The user typed a character. */
    void type(int codePoint) {
        typed.type(codePoint);
    }

    /** The user took the last character back. */
    void erase() {
        typed.erase();
    }

    private Approval.@Nullable Question openQuestion() {
        return asked instanceof Approval.Questions all && step < all.questions().size()
                ? all.questions().get(step)
                : null;
    }

    private Approval.@Nullable FormField openField() {
        return asked instanceof Approval.Form form && step < form.fields().size()
                ? form.fields().get(step)
                : null;
    }

    /** The buttons under the {@link #words} that were last made. */
    List<Item> items() {
        if (asked instanceof Approval.Permissions permissions) {
            return permissions(permissions);
        }
        Approval.Question question = openQuestion();
        if (question != null) {
            return options(question);
        }
        Approval.FormField field = openField();
        List<Item> items = field == null ? new ArrayList<>() : field(field);
        if (asked instanceof Approval.Form form && form.url() != null) {
            items.add(Item.of(VISIT, "Open the page …"));
        }
        for (int i = 0; i < asked.decisions().size(); i++) {
            Approval.Decision decision = asked.decisions().get(i);
            String label = shown(decision.label()) + (decision.lasting().isEmpty() ? "" : " (lasts)");
            boolean no = decision.word().equals("decline") || decision.word().equals("cancel");
            boolean can = no ? asked.about().answerable() : open() && isReadable(decision.label()) && isShown();
            items.add(new Item("decide:" + i, shortened(label, "Decision " + (i + 1)), false, can, false));
        }
        return items;
    }

    /** Yes to what was not shown is not to be had here. */
    private boolean isShown() {
        if (asked instanceof Approval.FileChange files) {
            return !files.changes().isEmpty();
        }
        if (asked instanceof Approval.Form) {
            return openField() == null;
        }
        return !(asked instanceof Approval.Command command)
                || !command.command().isEmpty()
                || command.network() != null;
    }

    private String shown(String text) {
        return ShownText.line(text, drawable);
    }

    private boolean isReadable(String text) {
        return ShownText.isReadable(text, drawable);
    }

    private List<Item> permissions(Approval.Permissions permissions) {
        List<Item> items = new ArrayList<>();
        int count = permissions.wanted().size();
        for (int i = 0; i < count && count > 1; i++) {
            Approval.Permission one = permissions.wanted().get(i);
            String label = shortened(shown(one.text()), "Permission " + (i + 1));
            boolean marked = granted.contains(one.key());
            items.add(new Item("mark:" + i, label, marked, open(), false));
        }
        boolean some = count == 1 || !granted.isEmpty();
        items.add(item("turn", count == 1 ? "Allow for this turn" : "Allow the marked for this turn", some));
        items.add(item(
                "session",
                count == 1 ? "Allow for the session (lasts)" : "Allow the marked for the session (lasts)",
                some));
        items.add(new Item("none", "Deny", false, asked.about().answerable(), false));
        return items;
    }

    private List<Item> options(Approval.Question question) {
        List<Item> items = new ArrayList<>();
        List<Approval.Option> options = question.options();
        for (int i = 0; i < options.size(); i++) {
            items.add(item("option:" + i, shortened(shown(options.get(i).label()), "Answer " + (i + 1)), true));
        }
        if (typing()) {
            items.add(words(question.secret()));
        }
        return items;
    }

    private List<Item> field(Approval.FormField field) {
        List<Item> items = new ArrayList<>();
        List<String> choices = FormAnswers.choices(field);
        for (int i = 0; i < choices.size(); i++) {
            String choice = choices.get(i);
            items.add(item("value:" + i, shortened(shown(choice), "Choice " + (i + 1)), isReadable(choice)));
        }
        if (typing()) {
            items.add(words(false));
        }
        if (!field.required()) {
            items.add(item("skip", "Leave it empty", true));
        }
        return items;
    }

    private Item words(boolean secret) {
        return Item.card(SAY, StatusSign.NONE, typed.shown(secret), "");
    }

    private Item item(String key, String label, boolean possible) {
        return new Item(key, label, false, possible && open(), false);
    }

    private static String shortened(String label, String otherwise) {
        return label.length() <= MOST_LABEL ? label : otherwise;
    }

    /** A button was chosen. @return the answer; null when it is not whole yet */
    @Nullable
    ApprovalAnswer choose(String key) {
        int colon = key.indexOf(':');
        String word = colon < 0 ? key : key.substring(0, colon);
        int place = colon < 0 ? 0 : Integer.parseInt(key.substring(colon + 1));
        return switch (word) {
            case "decide" -> decided(place);
            case "option" -> reply(openQuestion(), place);
            case SAY -> said();
            case "value" -> filled(openField(), FormAnswers.choice(openField(), place));
            case "skip" -> filled(openField(), null);
            case "mark" -> mark((Approval.Permissions) asked, place);
            case "turn", "session" ->
                new ApprovalAnswer.Grant(marked((Approval.Permissions) asked), word.equals("session"));
            default -> new ApprovalAnswer.Grant(Set.of(), false);
        };
    }

    private @Nullable ApprovalAnswer mark(Approval.Permissions permissions, int place) {
        String one = permissions.wanted().get(place).key();
        if (!granted.remove(one)) {
            granted.add(one);
        }
        return null;
    }

    private Set<String> marked(Approval.Permissions permissions) {
        return permissions.wanted().size() == 1
                ? Set.of(permissions.wanted().get(0).key())
                : granted;
    }

    /** A form that is accepted goes with what was filled in. */
    private ApprovalAnswer decided(int place) {
        boolean form = asked instanceof Approval.Form filled
                && !filled.fields().isEmpty()
                && asked.decisions().get(place).word().equals("accept");
        return form ? new ApprovalAnswer.Fill(values) : new ApprovalAnswer.Decide(place);
    }

    private @Nullable ApprovalAnswer said() {
        String words = typed.words();
        Approval.FormField field = openField();
        if (field != null) {
            Object value = FormAnswers.value(field, words);
            return value == null ? null : filled(field, value);
        }
        return words.isEmpty() || !typing() ? null : replied(openQuestion(), words);
    }

    private @Nullable ApprovalAnswer filled(Approval.@Nullable FormField field, @Nullable Object value) {
        if (field != null && value != null) {
            values.put(field.name(), value);
        }
        next();
        return null;
    }

    private @Nullable ApprovalAnswer reply(Approval.@Nullable Question question, int option) {
        return question == null
                ? null
                : replied(question, question.options().get(option).label());
    }

    private @Nullable ApprovalAnswer replied(Approval.@Nullable Question question, String answer) {
        if (question != null) {
            replies.put(question.id(), List.of(answer));
            next();
        }
        return openQuestion() == null ? new ApprovalAnswer.Reply(replies) : null;
    }

    private void next() {
        typed.clear();
        step++;
    }

    /** What the audit says of an answer: no words of the user. */
    String audited(ApprovalAnswer answer) {
        if (answer instanceof ApprovalAnswer.Decide decide) {
            return asked.decisions().get(decide.decision()).word();
        }
        if (answer instanceof ApprovalAnswer.Grant grant) {
            return grant.keys().isEmpty() ? "none" : (grant.session() ? "session: " : "turn: ") + grant.keys();
        }
        return "answered";
    }
}
