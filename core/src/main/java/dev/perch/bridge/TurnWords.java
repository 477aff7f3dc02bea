package dev.perch.bridge;

import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said to the server for one call: the method, and its parameters, each put there by name. */
record TurnWords(ClientMethod method, Map<String, Object> params, String thread) {
    /** The words of a call whose parameters are known when it is made. */
    static TurnWords of(TurnCall call) {
        Map<String, Object> params = new LinkedHashMap<>();
        if (!call.thread().isEmpty()) {
            params.put("threadId", call.thread());
        }
        if (call instanceof TurnCall.Start start) {
            say(params, start.text(), start.message());
            params.put("additionalContext", sender(start.sender()));
            return new TurnWords(ClientMethod.TURN_START, params, start.thread());
        }
        if (call instanceof TurnCall.Steer steer) {
            params.put("expectedTurnId", steer.turn());
            say(params, steer.text(), steer.message());
            params.put("additionalContext", sender(steer.sender()));
            return new TurnWords(ClientMethod.TURN_STEER, params, steer.thread());
        }
        if (call instanceof TurnCall.Queue queue) {
            say(params, queue.text(), queue.message());
            return new TurnWords(ClientMethod.THREAD_QUEUE_ADD, params, queue.thread());
        }
        if (call instanceof TurnCall.Begin begin) {
            params.put("cwd", begin.folder());
            return new TurnWords(ClientMethod.THREAD_START, params, "");
        }
        if (call instanceof TurnCall.Fork fork) {
            return new TurnWords(ClientMethod.THREAD_FORK, params, fork.thread());
        }
        if (call instanceof TurnCall.Resume resume) {
            return new TurnWords(ClientMethod.THREAD_RESUME, whole(resume.thread()), resume.thread());
        }
        throw new IllegalArgumentException("its parameters are known later");
    }

    /** A thread as it is, without what was said in it. */
    static Map<String, Object> whole(String thread) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("threadId", thread);
        params.put("excludeTurns", true);
        return params;
    }

    /** What the server's result means. */
    TurnAnswer answer(Fields result) {
        String named = result.object("thread").text("id");
        String turn = method == ClientMethod.TURN_STEER
                ? result.text("turnId")
                : result.object("turn").text("id");
        return new TurnAnswer.Taken(named.isEmpty() ? thread : named, turn);
    }

    private static void say(Map<String, Object> params, String text, String message) {
        params.put("input", List.of(Map.of("type", "text", "text", text)));
        params.put("clientUserMessageId", message);
    }

    /** The agent reads it beside the message, as something that nobody vouches for. */
    private static Map<String, Object> sender(String sender) {
        return Map.of("perch", Map.of("value", "sent by " + sender, "kind", "untrusted", "name", "perch"));
    }
}
