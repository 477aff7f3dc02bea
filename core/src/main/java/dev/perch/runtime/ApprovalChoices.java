package dev.perch.runtime;

import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.PanelText.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The buttons of one question, and what the user has chosen of it so far. Nothing is chosen beforehand. */
final class ApprovalChoices {
    private static final int MOST_LABEL = 40;

    private final Approval asked;
    private final Set<String> granted = new HashSet<>();
    private final Map<String, List<String>> replies = new LinkedHashMap<>();

    ApprovalChoices(Approval asked) {
        this.asked = asked;
    }

    /** Which of several questions is to be answered now. */
    int question() {
        return replies.size();
    }

    List<Item> items() {
        if (asked instanceof Approval.Permissions permissions) {
            return permissions(permissions);
        }
        if (asked instanceof Approval.Questions questions) {
            return options(questions);
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < asked.decisions().size(); i++) {
            Approval.Decision decision = asked.decisions().get(i);
            String label = ApprovalWords.label(decision) + (decision.lasting().isEmpty() ? "" : " (lasts)");
            items.add(item("decide:" + i, shortened(label, "Decision " + (i + 1)), mayBe(decision)));
        }
        return items;
    }

    /** Yes to what was not shown is not to be had here. */
    private boolean mayBe(Approval.Decision decision) {
        boolean no = decision.word().equals("decline") || decision.word().equals("cancel");
        if (asked instanceof Approval.FileChange files) {
            return no || !files.changes().isEmpty();
        }
        if (asked instanceof Approval.Form form) {
            return no || form.fields().isEmpty();
        }
        return no
                || !(asked instanceof Approval.Command command)
                || !command.command().isEmpty()
                || command.network() != null;
    }

    private List<Item> permissions(Approval.Permissions permissions) {
        List<Item> items = new ArrayList<>();
        int count = permissions.wanted().size();
        for (int i = 0; i < count && count > 1; i++) {
            Approval.Permission one = permissions.wanted().get(i);
            String label = shortened(ShownText.line(one.text()), "Permission " + (i + 1));
            boolean marked = granted.contains(one.key());
            items.add(new Item("mark:" + i, label, marked, asked.about().answerable(), false));
        }
        boolean some = count == 1 || !granted.isEmpty();
        items.add(item("turn", count == 1 ? "Allow for this turn" : "Allow the marked for this turn", some));
        items.add(item(
                "session",
                count == 1 ? "Allow for the session (lasts)" : "Allow the marked for the session (lasts)",
                some));
        items.add(item("none", "Deny", true));
        return items;
    }

    private List<Item> options(Approval.Questions questions) {
        List<Item> items = new ArrayList<>();
        boolean free =
                questions.questions().stream().anyMatch(one -> one.options().isEmpty());
        if (free || question() >= questions.questions().size()) {
            return items;
        }
        List<Approval.Option> options = questions.questions().get(question()).options();
        for (int i = 0; i < options.size(); i++) {
            items.add(
                    item("option:" + i, shortened(ShownText.line(options.get(i).label()), "Answer " + (i + 1)), true));
        }
        return items;
    }

    private Item item(String key, String label, boolean possible) {
        return new Item(key, label, false, possible && asked.about().answerable(), false);
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
            case "decide" -> new ApprovalAnswer.Decide(place);
            case "option" -> reply((Approval.Questions) asked, place);
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

    private @Nullable ApprovalAnswer reply(Approval.Questions questions, int option) {
        Approval.Question question = questions.questions().get(question());
        replies.put(question.id(), List.of(question.options().get(option).label()));
        return question() < questions.questions().size() ? null : new ApprovalAnswer.Reply(replies);
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
