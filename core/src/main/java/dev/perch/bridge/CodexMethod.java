package dev.perch.bridge;

import java.util.List;
import java.util.stream.Stream;

/**
 * What Perch makes of one thing that an app-server may say. One that is not listed is ignored, and survives.
 *
 * @param name the protocol's
 * @param request whether the server waits for an answer
 * @param use what becomes of it
 * @param reason why, or what it changes
 */
record CodexMethod(String name, boolean request, Use use, String reason) {
    /** What becomes of a message. */
    enum Use {
        /** It changes the state of a session. */
        STATE,
        /** It is a question that only the user's own input answers. */
        CARD,
        /** It changes nothing. */
        IGNORED,
        /** It changes nothing, and the server is told not to send it. */
        OPTED_OUT
    }

    /** All of 0.169.0, in the order of its schema. */
    static final List<CodexMethod> ALL =
            Stream.concat(CodexRequests.ALL.stream(), CodexNotices.ALL.stream()).toList();

    /** The names of the notices that the server need not send. */
    static List<String> optedOut() {
        return ALL.stream()
                .filter(method -> method.use() == Use.OPTED_OUT)
                .map(CodexMethod::name)
                .toList();
    }
}
