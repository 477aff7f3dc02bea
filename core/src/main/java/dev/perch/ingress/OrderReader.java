package dev.perch.ingress;

import dev.perch.client.CallParams;
import dev.perch.client.Client;
import dev.perch.client.ClientFault;
import dev.perch.client.Scope;
import dev.perch.json.JsonTree;
import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.model.TurnCall;
import dev.perch.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an order of a call in Codex's own words. Every field is read by name and put into an order of Perch's own: what Codex takes
 * besides, such as settings, is refused with the rest of what is unknown.
 */
final class OrderReader {
    private static final long MOST_EXPIRES_MS = 600_000;
    private static final long EXPIRES_MS = 60_000;
    private static final int MOST_INPUTS = 16;
    private static final Pattern END = Pattern.compile("</external_message", Pattern.CASE_INSENSITIVE);

    private static final String UNKNOWN = "resolveUnknown";

    private final Set<String> folders;
    private final LongSupplier wallMs;

    /** @param folders in which the user lets threads begin */
    OrderReader(Set<String> folders, LongSupplier wallMs) {
        this.folders = folders;
        this.wallMs = wallMs;
    }

    Order read(IngressMethod method, RpcCall call, Client client) throws RpcFault {
        CallParams params = new CallParams(call);
        CallParams delivery = params.object("delivery");
        String key = delivery.id("key");
        long expires = delivery.whole("expiresInMs", 1_000, MOST_EXPIRES_MS, EXPIRES_MS);
        Order.WhenBusy whenBusy =
                method == IngressMethod.THREAD_QUEUE_ADD ? Order.WhenBusy.QUEUE : Order.WhenBusy.REJECT;
        String busyTurn = "";
        if (method == IngressMethod.TURN_START) {
            whenBusy = Order.WhenBusy.of(delivery.textOr("whenBusy", 16, whenBusy.word()))
                    .orElseThrow(() -> CallParams.bad("whenBusy is reject, queue or steer."));
            if (whenBusy == Order.WhenBusy.STEER) {
                busyTurn = delivery.id("expectedTurnId");
            }
        }
        Order.Leave leave = leave(method, delivery, client);
        delivery.end();
        TurnCall wanted = call(method, params, client);
        params.end();
        return new Order(
                client.id(),
                client.name(),
                key,
                hash(call),
                method.wire(),
                wanted,
                whenBusy,
                busyTurn,
                leave,
                wallMs.getAsLong() + expires);
    }

    private static Order.Leave leave(IngressMethod method, CallParams delivery, Client client) throws RpcFault {
        if (!delivery.textOr(UNKNOWN, 16, "").isEmpty()) {
            if (!"resend".equals(delivery.take(UNKNOWN))) {
                throw CallParams.bad(UNKNOWN + " is resend.");
            }
            return Order.Leave.ASKED_AGAIN;
        }
        Scope scope = method.scope();
        return scope != null && client.rights().asks().contains(scope) ? Order.Leave.ASKED : Order.Leave.GIVEN;
    }

    private TurnCall call(IngressMethod method, CallParams params, Client client) throws RpcFault {
        return switch (method) {
            case THREAD_START -> new TurnCall.Begin(folder(params));
            case THREAD_RESUME -> new TurnCall.Resume(params.id("threadId"));
            case THREAD_FORK -> new TurnCall.Fork(params.id("threadId"));
            case TURN_START -> new TurnCall.Start(params.id("threadId"), said(params, client), "", client.name());
            case TURN_STEER ->
                new TurnCall.Steer(
                        params.id("threadId"), params.id("expectedTurnId"), said(params, client), "", client.name());
            case TURN_INTERRUPT -> new TurnCall.Interrupt(params.id("threadId"), params.idOrNone("turnId"));
            case THREAD_QUEUE_ADD -> new TurnCall.Queue(params.id("threadId"), said(params, client), "");
            default -> throw new IllegalArgumentException(method + " orders nothing");
        };
    }

    private String folder(CallParams params) throws RpcFault {
        String folder = params.text("cwd", 4096);
        if (!folders.contains(folder)) {
            throw new RpcFault(
                    ClientFault.NOT_ALLOWED,
                    "threads begin only in folders of \"workspaces\" in the user's actions.json.");
        }
        return folder;
    }

    /** Texts alone: the other kinds of input read files or reach the network. */
    private static String said(CallParams params, Client client) throws RpcFault {
        List<String> texts = new ArrayList<>();
        for (Object one : params.list("input", MOST_INPUTS)) {
            if (!(one instanceof Map<?, ?> map)) {
                throw CallParams.bad("input is a list of objects.");
            }
            CallParams part = CallParams.of(map);
            if (!"text".equals(part.take("type"))) {
                throw CallParams.bad("input takes the type text, and no other.");
            }
            texts.add(part.text("text", IngressLimits.TURN_TEXT_BYTES));
            part.end();
        }
        String text = String.join("\n", texts);
        if (text.isBlank() || text.getBytes(StandardCharsets.UTF_8).length > IngressLimits.TURN_TEXT_BYTES) {
            throw CallParams.bad("input says 1 to " + IngressLimits.TURN_TEXT_BYTES + " bytes of text.");
        }
        int hidden = VisibleText.firstForbidden(text, true);
        if (hidden >= 0) {
            throw CallParams.bad("input holds the character " + VisibleText.name(hidden)
                    + ", which nobody would see; leave it out.");
        }
        return signed(text, client.name());
    }

    /** How a message of another program looks to the agent and in the transcript; nothing in it can end it early. */
    static String signed(String text, String sender) {
        return "<external_message sender=\"" + sender + "\">\n"
                + END.matcher(text).replaceAll("&lt;/external_message")
                + "\n</external_message>";
    }

    /**
     * Of method and parameters, keys sorted: the same order has the same hash however it was written, and when it is sent
     * again.
     */
    private static String hash(RpcCall call) {
        Map<String, @Nullable Object> params = sorted(call.params());
        if (params.get("delivery") instanceof Map<?, ?> delivery) {
            delivery.remove(UNKNOWN);
        }
        Map<String, Object> all = Map.of("method", call.method(), "params", params);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = JsonTree.line(sorted(all)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), sortedValue(value)));
        return sorted;
    }

    private static @Nullable Object sortedValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return sorted(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(OrderReader::sortedValue).toList()
                : value;
    }
}
