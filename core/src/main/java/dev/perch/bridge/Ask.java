package dev.perch.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A question of the server that only the user may answer.
 *
 * @param id the server's, the same on every connection
 * @param kind what is asked
 * @param thread who asks
 * @param turn in which turn; empty when the server does not say
 * @param params all that it says
 */
record Ask(RequestId id, Kind kind, String thread, String turn, Fields params) {
    /** The five kinds. */
    enum Kind {
        COMMAND("item/commandExecution/requestApproval", true),
        FILE_CHANGE("item/fileChange/requestApproval", true),
        PERMISSIONS("item/permissions/requestApproval", true),
        ELICITATION("mcpServer/elicitation/request", false),
        QUESTIONS("item/tool/requestUserInput", false);

        private final String method;
        private final boolean approval;

        Kind(String method, boolean approval) {
            this.method = method;
            this.approval = approval;
        }

        /** The kind of that method; null for a request that is not for the user. */
        static @Nullable Kind of(String method) {
            for (Kind kind : values()) {
                if (kind.method.equals(method)) {
                    return kind;
                }
            }
            return null;
        }

        /** Whether something is to be allowed; else something is to be said. */
        boolean approval() {
            return approval;
        }
    }

    /** What a request asks of the user; null when it asks nothing of the user. */
    static @Nullable Ask of(Message.Request request) {
        Kind kind = Kind.of(request.method());
        Fields params = request.params();
        return kind == null
                ? null
                : new Ask(request.id(), kind, params.text("threadId"), params.text("turnId"), params);
    }

    /** What a card says of it in one line. */
    String line() {
        return switch (kind) {
            case COMMAND -> first(params.text("command"), params.text("reason"));
            case FILE_CHANGE -> first(params.text("reason"), params.text("grantRoot"));
            case PERMISSIONS -> params.text("reason");
            case ELICITATION -> first(params.text("message"), params.text("title"));
            case QUESTIONS -> {
                var questions = params.objects("questions");
                yield questions.isEmpty() ? "" : questions.get(0).text("question");
            }
        };
    }

    private static String first(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
