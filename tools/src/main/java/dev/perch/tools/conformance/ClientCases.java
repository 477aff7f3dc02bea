package dev.perch.tools.conformance;

import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.tools.conformance.ClientCase.Ends;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every client has to do that was told to send one message and to wait until it is completed. */
final class ClientCases {
    /** The server's own words, which a user has to see. */
    static final String SENTENCE = "robots sleep on Sundays.";

    private static final int NOT_ALLOWED = -32_003;
    private static final int ENDLESS = 600_000;

    private ClientCases() {}

    static List<ClientCase> all() {
        return List.of(
                row(
                        "hello.plain",
                        "It proves who it is, sends one message and waits for its end.",
                        Ends.WELL,
                        stage -> {
                            RpcCall order = stage.order();
                            stage.say(order.answer(stage.receipt("received", false)));
                            stage.say(stage.news("accepted", false));
                            stage.say(stage.news("completed", true));
                        }),
                row(
                        "hello.nonces",
                        "It takes another nonce for each connection, which the next run shows.",
                        Ends.WELL,
                        stage -> {
                            RpcCall order = stage.order();
                            stage.say(order.answer(stage.receipt("completed", true)));
                        }),
                row(
                        "hello.impostor",
                        "It tells who does not know its key nothing: no proof, no message.",
                        Ends.BADLY,
                        stage -> {
                            stage.hello(Proof.random(32));
                            stage.nothingMore();
                        }),
                new ClientCase(
                        "answer.refused",
                        "Where it is refused, the user sees the server's sentence.",
                        stage -> {
                            RpcCall order = stage.order();
                            stage.say(order.answer(new RpcFault(NOT_ALLOWED, SENTENCE)));
                        },
                        Ends.BADLY,
                        SENTENCE),
                row("news.first", "It takes news that come before the answer.", Ends.WELL, stage -> {
                    RpcCall order = stage.order();
                    stage.say(stage.news("accepted", false));
                    stage.say(stage.news("completed", true));
                    stage.say(order.answer(stage.receipt("received", false)));
                }),
                row("news.of-others", "The end of another delivery is not the end of its own.", Ends.BADLY, stage -> {
                    RpcCall order = stage.order();
                    stage.say(order.answer(stage.receipt("received", false)));
                    Map<String, Object> other = new LinkedHashMap<>(stage.receipt("completed", true));
                    other.put("key", "another");
                    stage.say(RpcCall.notice("delivery/updated", other));
                    stage.say(stage.news("failed", true));
                }),
                row("answer.more-fields", "It overlooks what it does not know.", Ends.WELL, stage -> {
                    RpcCall order = stage.order();
                    Map<String, Object> more = new LinkedHashMap<>(stage.receipt("received", false));
                    more.put("tomorrow", Map.of("a", List.of(1.5, true)));
                    stage.say(RpcCall.notice("tomorrow/news", Map.of("a", 1)));
                    stage.say(order.answer(more));
                    stage.say(stage.news("completed", true));
                }),
                row("answer.pieces", "A line may come in pieces, and two at once.", Ends.WELL, stage -> {
                    RpcCall order = stage.order();
                    for (byte one : order.answer(stage.receipt("received", false))) {
                        stage.say(new byte[] {one});
                    }
                    String both = text(stage.news("accepted", false)) + text(stage.news("completed", true));
                    stage.say(both.getBytes(StandardCharsets.UTF_8));
                }),
                row("news.failed", "A message that failed is no success.", Ends.BADLY, stage -> {
                    RpcCall order = stage.order();
                    stage.say(order.answer(stage.receipt("received", false)));
                    stage.say(stage.news("failed", true));
                }),
                row("news.unknown", "What is unknown is told, and not sent again.", Ends.BADLY, stage -> {
                    RpcCall order = stage.order();
                    stage.say(order.answer(stage.receipt("received", false)));
                    stage.say(stage.news("unknown", false));
                    while (true) {
                        RpcCall more = stage.next();
                        if (more == null) {
                            return;
                        }
                        if (!more.method().equals("delivery/get")
                                && !more.method().equals("ping")) {
                            throw new Broken("after unknown it said " + more.method());
                        }
                        stage.say(more.answer(stage.receipt("unknown", false)));
                    }
                }),
                row("answer.cut", "A line that is cut before the receipt is no success.", Ends.BADLY, stage -> {
                    stage.order();
                    stage.hangUp();
                }),
                row("answer.no-json", "A server that speaks no JSON is left.", Ends.BADLY, stage -> {
                    stage.order();
                    stage.say("HTTP/1.1 200 OK\n".getBytes(StandardCharsets.UTF_8));
                    stage.nothingMore();
                }),
                row("answer.endless", "A line without an end is left, not kept.", Ends.BADLY, stage -> {
                    stage.order();
                    stage.say("x".repeat(ENDLESS).getBytes(StandardCharsets.UTF_8));
                    stage.nothingMore();
                }));
    }

    private static ClientCase row(String id, String rule, Ends ends, ClientCase.Play play) {
        return new ClientCase(id, rule, play, ends, "");
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
