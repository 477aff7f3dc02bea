package dev.perch.bridge;

import dev.perch.model.Approval;
import dev.perch.model.Approval.Decision;
import dev.perch.model.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A question of the protocol as the value that is shown. What is offered is what the protocol offers, in its order. */
final class AskReader {
    private AskReader() {}

    /**
     * The question, or null when its session has no name that can be one.
     *
     * @param id under which it is open
     * @param item the item that it is about, when it was heard
     * @param answerable whether Perch was tested with this server
     */
    static @Nullable Approval read(Ask ask, String id, String title, Fields item, boolean answerable) {
        if (!SessionId.isId(ask.thread())) {
            return null;
        }
        Fields params = ask.params();
        Approval.About about = new Approval.About(
                id, new SessionId(ask.thread()), title, ask.turn(), params.text("itemId"), answerable);
        List<Decision> decisions = decisions(ask);
        return switch (ask.kind()) {
            case COMMAND ->
                new Approval.Command(
                        about,
                        params.text("command"),
                        params.text("cwd"),
                        params.text("reason"),
                        network(params.object("networkApprovalContext")),
                        permissions(params.object("additionalPermissions")).stream()
                                .map(Approval.Permission::text)
                                .toList(),
                        decisions);
            case FILE_CHANGE ->
                new Approval.FileChange(
                        about, params.text("reason"), params.text("grantRoot"), changes(item), decisions);
            case PERMISSIONS ->
                new Approval.Permissions(
                        about,
                        params.text("cwd"),
                        params.text("reason"),
                        permissions(params.object("permissions")),
                        decisions);
            case ELICITATION ->
                new Approval.Form(
                        about,
                        params.text("serverName"),
                        params.text("message"),
                        params.text("mode").equals("url") ? params.text("url") : null,
                        fields(params.object("requestedSchema")),
                        decisions);
            case QUESTIONS ->
                new Approval.Questions(about, questions(params), params.whole("autoResolutionMs", 0), decisions);
        };
    }

    /** What may be answered, as the protocol writes it. */
    static List<Object> offered(Ask ask) {
        return switch (ask.kind()) {
            case COMMAND -> {
                List<Object> listed = new ArrayList<>();
                for (Object decision : ask.params().list("availableDecisions")) {
                    if (decision != null) {
                        listed.add(decision);
                    }
                }
                yield listed.isEmpty() ? List.of("accept", "decline", "cancel") : listed;
            }
            case FILE_CHANGE -> List.of("accept", "acceptForSession", "decline", "cancel");
            case ELICITATION -> List.of("accept", "decline", "cancel");
            case PERMISSIONS, QUESTIONS -> List.of(); // answered by a choice among what is asked
        };
    }

    private static List<Decision> decisions(Ask ask) {
        return offered(ask).stream().map(AskReader::decision).toList();
    }

    private static Decision decision(Object offered) {
        String word = new Fields(Map.of("decision", offered)).word("decision");
        return switch (word) {
            case "accept" -> new Decision(word, "Allow", "");
            case "acceptForSession" -> new Decision(word, "Allow for the session", "holds until the session ends");
            case "acceptWithExecpolicyAmendment" ->
                new Decision(word, "Always allow", "writes a rule for good: " + rule(offered));
            case "applyNetworkPolicyAmendment" ->
                new Decision(word, "Set a network rule", "writes a rule for good: " + networkRule(offered));
            case "decline" -> new Decision(word, "Deny", "");
            case "cancel" -> new Decision(word, "Deny and stop", "");
            default -> new Decision(word, word, "not known to this Perch");
        };
    }

    private static String rule(Object offered) {
        return String.join(
                " ", Fields.of(offered).object("acceptWithExecpolicyAmendment").texts("execpolicy_amendment"));
    }

    private static String networkRule(Object offered) {
        Fields rule = Fields.of(offered).object("applyNetworkPolicyAmendment").object("network_policy_amendment");
        return rule.text("action") + " " + rule.text("host");
    }

    private static @Nullable String network(Fields context) {
        return context.text("host").isEmpty() ? null : context.word("protocol") + "://" + context.text("host");
    }

    private static List<Approval.Change> changes(Fields item) {
        List<Approval.Change> changes = new ArrayList<>();
        for (Fields change : item.objects("changes")) {
            changes.add(new Approval.Change(
                    change.text("path"),
                    change.word("kind"),
                    change.object("kind").text("move_path"),
                    change.text("diff")));
        }
        return changes;
    }

    /** Network, and each path to read or write, as one permission each. */
    static List<Approval.Permission> permissions(Fields profile) {
        List<Approval.Permission> wanted = new ArrayList<>();
        if (profile.object("network").truth("enabled")) {
            wanted.add(new Approval.Permission("network", "use the network"));
        }
        for (String how : List.of("read", "write")) {
            for (String path : profile.object("fileSystem").texts(how)) {
                wanted.add(new Approval.Permission(how + ":" + path, how + " " + path));
            }
        }
        return wanted;
    }

    private static List<Approval.FormField> fields(Fields schema) {
        List<Approval.FormField> fields = new ArrayList<>();
        Fields properties = schema.object("properties");
        for (String name : properties.map().keySet()) {
            Fields field = properties.object(name);
            fields.add(new Approval.FormField(
                    name,
                    field.text("title"),
                    field.text("description"),
                    field.text("type"),
                    schema.texts("required").contains(name),
                    field.texts("enum")));
        }
        return fields;
    }

    private static List<Approval.Question> questions(Fields params) {
        List<Approval.Question> questions = new ArrayList<>();
        for (Fields question : params.objects("questions")) {
            List<Approval.Option> options = question.objects("options").stream()
                    .map(option -> new Approval.Option(option.text("label"), option.text("description")))
                    .toList();
            questions.add(new Approval.Question(
                    question.text("id"),
                    question.text("header"),
                    question.text("question"),
                    options,
                    question.truth("isOther"),
                    question.truth("isSecret")));
        }
        return questions;
    }
}
