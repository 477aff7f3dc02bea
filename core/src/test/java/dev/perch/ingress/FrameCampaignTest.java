package dev.perch.ingress;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.client.Client;
import dev.perch.client.Guest;
import dev.perch.client.Rights;
import dev.perch.client.Scope;
import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.testkit.FrameMutator;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spoilt frames through all that reads a frame: each is read or refused, and what is read is whole. */
final class FrameCampaignTest {
    private static final Client CLIENT =
            new Client("c-1", "tester", "ab".repeat(32), Rights.of(EnumSet.allOf(Scope.class)), 0, Long.MAX_VALUE, "");

    private static final List<String> FRAMES = List.of(
            frame("turn/start", """
                    {"threadId":"t","input":[{"type":"text","text":"hello \\u00e4 \ud83d\udc26"}],
                     "delivery":{"key":"k","expiresInMs":60000,"whenBusy":"steer","expectedTurnId":"u"}}"""),
            frame("turn/steer", """
                    {"threadId":"t","expectedTurnId":"u","input":[{"type":"text","text":"a"}],"delivery":{"key":"k"}}"""),
            frame("turn/interrupt", "{\"threadId\":\"t\",\"turnId\":\"u\",\"delivery\":{\"key\":\"k\"}}"),
            frame("thread/start", "{\"cwd\":\"/home/me/place\",\"delivery\":{\"key\":\"k\"}}"),
            frame("thread/fork", "{\"threadId\":\"t\",\"delivery\":{\"key\":\"k\"}}"),
            frame("snapshot/put", """
                    {"sourceId":"main","seq":1,"epoch":"e","ttlMs":30000,
                     "snapshot":{"state":"running","title":"x","body":"y","metadata":{"a":1.5,"b":[true],"c":{"d":"e"}}}}"""),
            frame("hello", "{\"protocol\":[1],\"clientId\":\"c-1\",\"clientNonce\":\"" + "ab".repeat(32) + "\"}"));

    private static String frame(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    @Test
    void twentyThousandSpoiltFramesAreReadOrRefused() {
        spoil(20_000);
    }

    @Test
    @Tag("long")
    void halfAMillionSpoiltFramesAreReadOrRefused() {
        spoil(500_000);
    }

    private static void spoil(int frames) {
        FrameMutator mutator = new FrameMutator(7);
        OrderReader orders = new OrderReader(Set.of("/home/me/place"), () -> 0);
        int refused = 0;
        int orderly = 0;
        int other = 0;
        for (int i = 0; i < frames; i++) {
            byte[] line = mutator.spoil(FRAMES.get(i % FRAMES.size()).getBytes(StandardCharsets.UTF_8));
            try {
                RpcCall call = RpcCall.read(line, Guest.STRICT);
                IngressMethod method = IngressMethod.of(call.method()).orElse(null);
                if (method != null && method.orders()) {
                    Order order = orders.read(method, call, CLIENT);
                    assertTrue(order.key().length() <= 64 && order.untilMs() <= 600_000, order.toString());
                    orderly++;
                } else if (method == IngressMethod.SNAPSHOT_PUT) {
                    assertTrue(SnapshotReader.read(call, CLIENT)
                            .snapshot()
                            .session()
                            .id()
                            .startsWith("tester."));
                    orderly++;
                } else {
                    other++;
                }
            } catch (RpcFault fault) {
                refused++;
            }
        }
        assertTrue(refused > frames / 2 && orderly > 0, refused + " of " + frames);
        System.out.println(frames + " spoilt frames: " + refused + " refused, " + orderly
                + " read as orders or snapshots, " + other + " as other calls, 0 uncaught");
    }
}
