package dev.perch.tools.conformance;

import dev.perch.json.JsonTree;
import dev.perch.tools.conformance.Case.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The words of the table. In texts {@code '} stands for {@code "}, and {@code $word$} for what was put there. */
final class Steps {
    private static final Duration SETTLED_IN = Duration.ofSeconds(20);

    private Steps() {}

    /** Says a line as it stands. */
    static Step line(String text) {
        return dialogue -> dialogue.say(dialogue.filled(text) + "\n");
    }

    /** Says bytes that are no text. */
    static Step bytes(int... bytes) {
        return dialogue -> {
            byte[] said = new byte[bytes.length];
            IntStream.range(0, bytes.length).forEach(i -> said[i] = (byte) bytes[i]);
            dialogue.wire().say(said);
        };
    }

    /** Says one letter so many times, with no end of the line. */
    static Step letters(int count) {
        return dialogue -> dialogue.say("x".repeat(count));
    }

    /** Calls. */
    static Step call(String method, String params) {
        return dialogue -> dialogue.say(dialogue.request(method, params));
    }

    /** Calls, byte by byte. */
    static Step callInPieces(String method, String params) {
        return dialogue -> {
            for (byte one : dialogue.request(method, params).getBytes(StandardCharsets.UTF_8)) {
                dialogue.wire().say(new byte[] {one});
            }
        };
    }

    /** The call is answered with a result. */
    static Step answers() {
        return dialogue -> {
            Map<String, @Nullable Object> message = dialogue.answered();
            if (!(message.get("result") instanceof Map<?, ?>)) {
                throw new Broken("not answered with a result, but " + JsonTree.line(message));
            }
            dialogue.answer(object(message.get("result")));
        };
    }

    /** The call with that id is answered with an empty result. */
    static Step pongs(Object id) {
        return dialogue -> {
            Map<String, @Nullable Object> message = dialogue.answered(id);
            if (!Map.of().equals(message.get("result"))) {
                throw new Broken("a ping answered with " + JsonTree.line(message));
            }
        };
    }

    /** The last result has that. */
    static Step has(String field, Object value) {
        return dialogue -> {
            Object found = dialogue.answer().get(field);
            Object wanted = value instanceof String text ? dialogue.filled(text) : value;
            if (!wanted.equals(found)) {
                throw new Broken(field + " is " + found + ", not " + wanted);
            }
        };
    }

    /** The last result knows that a source has counted so far in one of its runs. */
    static Step counted(String source, String epoch, int sequence) {
        return dialogue -> {
            Object found = object(dialogue.answer().get("lastSeq")).get(source);
            if (!Map.of("epoch", dialogue.filled(epoch), "seq", sequence).equals(found)) {
                throw new Broken("lastSeq of " + source + " is " + found + ", not " + sequence);
            }
        };
    }

    /** The last result has a text like that. */
    static Step like(String field, String pattern) {
        return dialogue -> {
            if (!(dialogue.answer().get(field) instanceof String text && text.matches(pattern))) {
                throw new Broken(field + " is " + dialogue.answer().get(field) + ", which is not like " + pattern);
            }
        };
    }

    /** What the last result has there is {@code $word$} from now on; it is another than that word stood for. */
    static Step keeps(String field, String word) {
        return dialogue -> {
            String found = String.valueOf(dialogue.answer().get(field));
            if (found.equals(dialogue.get(word))) {
                throw new Broken(field + " is the same as before: " + found);
            }
            dialogue.put(word, found);
        };
    }

    /** The call is refused with one of those codes and a sentence. */
    static Step refuses(Integer... codes) {
        return dialogue -> refused(dialogue.answered(), codes);
    }

    /** What was no call is refused so, with no id. */
    static Step refusesUnread(Integer... codes) {
        return dialogue -> refused(dialogue.answered(null), codes);
    }

    private static void refused(Map<String, @Nullable Object> message, Integer... codes) throws Broken {
        Map<String, @Nullable Object> error = object(message.get("error"));
        boolean told = error.get("message") instanceof String sentence && !sentence.isBlank();
        List<Integer> allowed = Arrays.asList(codes); // List.of cannot be asked for null
        if (!allowed.contains(error.get("code")) || !told || message.containsKey("result")) {
            throw new Broken("not refused with " + allowed + " and a sentence, but " + JsonTree.line(message));
        }
    }

    /** It hangs up within that time, and says nothing more. */
    static Step hangsUp(Duration within) {
        return dialogue -> {
            Map<String, @Nullable Object> more = dialogue.hear(within);
            if (more != null) {
                throw new Broken("it was to hang up, but said " + JsonTree.line(more));
            }
        };
    }

    /** It hangs up at once. */
    static Step hangsUp() {
        return hangsUp(Dialogue.PATIENCE);
    }

    /** It still answers. */
    static Step goesOn() {
        return dialogue -> {
            dialogue.say(dialogue.request("ping", "{}"));
            if (!(dialogue.answered().get("result") instanceof Map<?, ?>)) {
                throw new Broken("it no longer answers a ping");
            }
        };
    }

    /** Goes on over a new connection. */
    static Step again() {
        return Dialogue::again;
    }

    /** Makes {@code $word$} stand for something. */
    static Step word(String word, String value) {
        return dialogue -> dialogue.put(word, value);
    }

    /** Says hello as the registered client, and checks the server's proof. */
    static Step hello() {
        return Dialogue::hello;
    }

    /** Says hello and proves who it is. */
    static Step introduces() {
        return Dialogue::introduce;
    }

    /** {@code $proof$} is what the client has to prove now. */
    static Step makesProof() {
        return dialogue -> dialogue.put("proof", dialogue.proof("C"));
    }

    /** All of those steps, so many times. */
    static Step times(int count, Step... steps) {
        return dialogue -> {
            for (int i = 0; i < count; i++) {
                dialogue.put("i", String.valueOf(i));
                for (Step step : steps) {
                    step.take(dialogue);
                }
            }
        };
    }

    /** Within so many calls one is refused with that code, and the connection goes on. */
    static Step sometimeRefuses(int code, int within, String method, String params) {
        return dialogue -> {
            for (int i = 0; i < within; i++) {
                dialogue.put("i", String.valueOf(i));
                dialogue.say(dialogue.request(method, params));
                if (Objects.equals(object(dialogue.answered().get("error")).get("code"), code)) {
                    return;
                }
            }
            throw new Broken(within + " calls in a row, and none was refused with " + code);
        };
    }

    /** Each method that needs something which the client may not do is refused. */
    static Step refusesWhatIsNotAllowed(Map<String, String> scopeOfMethod) {
        return dialogue -> {
            for (Map.Entry<String, String> method : scopeOfMethod.entrySet()) {
                if (!dialogue.scopes().contains(method.getValue())) {
                    dialogue.say(dialogue.request(method.getKey(), "{}"));
                    refused(dialogue.answered(), ServerCases.NOT_ALLOWED);
                }
            }
        };
    }

    /** The last result is a receipt, and what is told of it until it rests is one of those states after the other. */
    static Step settles(Set<String> states) {
        return dialogue -> {
            Map<String, @Nullable Object> now = dialogue.answer();
            String key = String.valueOf(now.get("key"));
            long end = System.nanoTime() + SETTLED_IN.toNanos();
            int next = 0;
            while (true) {
                String state = String.valueOf(now.get("state"));
                if (!states.contains(state)) {
                    throw new Broken("a state that there is not: " + state);
                }
                boolean rests = !Set.of("received", "queued", "dispatched").contains(state);
                if (rests && next == dialogue.news().size()) {
                    return;
                }
                if (next == dialogue.news().size()) {
                    Map<String, @Nullable Object> heard =
                            dialogue.hear(Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime())));
                    if (heard == null) {
                        throw new Broken("it hung up while a delivery was " + state);
                    }
                    dialogue.news().add(heard);
                }
                Map<String, @Nullable Object> told =
                        object(dialogue.news().get(next++).get("params"));
                if (key.equals(told.get("key"))) {
                    if (Boolean.TRUE.equals(now.get("final")) && !state.equals(told.get("state"))) {
                        throw new Broken(told.get("state") + " after " + state + ", which is final");
                    }
                    now = told;
                }
            }
        };
    }

    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? typed(map) : Map.of();
    }

    @SuppressWarnings("unchecked") // JSON's keys are texts
    static Map<String, @Nullable Object> typed(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }
}
