package dev.perch.bridge;

import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer of the user as the protocol writes it. Nothing leaves that was not offered. */
final class AskReply {
    private AskReply() {}

    /** The result for that answer; null when the question does not allow it. */
    static @Nullable Map<String, Object> of(Ask ask, Approval shown, ApprovalAnswer answer) {
        if (answer instanceof ApprovalAnswer.Decide decide) {
            return decided(ask, decide.decision());
        }
        if (answer instanceof ApprovalAnswer.Grant grant && shown instanceof Approval.Permissions asked) {
            return granted(asked, grant);
        }
        if (answer instanceof ApprovalAnswer.Fill fill && shown instanceof Approval.Form form) {
            return filled(form, fill);
        }
        if (answer instanceof ApprovalAnswer.Reply reply && shown instanceof Approval.Questions questions) {
            return replied(questions, reply);
        }
        return null;
    }

    private static @Nullable Map<String, Object> decided(Ask ask, int decision) {
        List<Object> offered = AskReader.offered(ask);
        if (decision < 0 || decision >= offered.size()) {
            return null;
        }
        if (ask.kind() != Ask.Kind.ELICITATION) {
            return Map.of("decision", offered.get(decision));
        }
        boolean empty = offered.get(decision).equals("accept")
                && !Fields.of(ask.params().value("requestedSchema"))
                        .texts("required")
                        .isEmpty();
        return empty ? null : form(offered.get(decision), null);
    }

    private static @Nullable Map<String, Object> granted(Approval.Permissions asked, ApprovalAnswer.Grant grant) {
        List<String> wanted =
                asked.wanted().stream().map(Approval.Permission::key).toList();
        if (!wanted.containsAll(grant.keys())) {
            return null;
        }
        Map<String, Object> permissions = new LinkedHashMap<>();
        if (grant.keys().contains("network")) {
            permissions.put("network", Map.of("enabled", true));
        }
        Map<String, Object> files = new LinkedHashMap<>();
        for (String how : List.of("read", "write")) {
            List<String> paths = wanted.stream()
                    .filter(key -> grant.keys().contains(key) && key.startsWith(how + ":"))
                    .map(key -> key.substring(how.length() + 1))
                    .toList();
            if (!paths.isEmpty()) {
                files.put(how, paths);
            }
        }
        if (!files.isEmpty()) {
            permissions.put("fileSystem", files);
        }
        return Map.of("permissions", permissions, "scope", grant.session() ? "session" : "turn");
    }

    private static @Nullable Map<String, Object> filled(Approval.Form form, ApprovalAnswer.Fill fill) {
        List<String> known = new ArrayList<>();
        for (Approval.FormField field : form.fields()) {
            known.add(field.name());
            Object value = fill.values().get(field.name());
            if (value == null ? field.required() : !fits(field, value)) {
                return null;
            }
        }
        return known.containsAll(fill.values().keySet()) ? form("accept", fill.values()) : null;
    }

    private static boolean fits(Approval.FormField field, Object value) {
        return switch (field.type()) {
            case "string" ->
                value instanceof String text
                        && (field.choices().isEmpty() || field.choices().contains(text));
            case "number" -> value instanceof Number;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "boolean" -> value instanceof Boolean;
            default -> false;
        };
    }

    private static Map<String, Object> form(Object action, @Nullable Map<String, Object> content) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("action", action);
        result.put("content", content);
        result.put("_meta", null);
        return result;
    }

    private static @Nullable Map<String, Object> replied(Approval.Questions asked, ApprovalAnswer.Reply reply) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Approval.Question question : asked.questions()) {
            List<String> said = reply.answers().get(question.id());
            if (said == null || said.isEmpty()) {
                return null;
            }
            List<String> labels =
                    question.options().stream().map(Approval.Option::label).toList();
            boolean free = labels.isEmpty() || question.other();
            if (!free && !labels.containsAll(said)) {
                return null;
            }
            answers.put(question.id(), Map.of("answers", said));
        }
        return answers.size() == reply.answers().size() ? Map.of("answers", answers) : null;
    }
}
