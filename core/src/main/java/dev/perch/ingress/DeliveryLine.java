package dev.perch.ingress;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.TurnCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** One line of the journal: its checksum, a blank, and a receipt, with what was ordered where that counts. */
final class DeliveryLine {
    private static final int CRC_CHARS = 8;
    private static final int RADIX = 16;
    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(3, 32, 512 * 1024, 20, 256));

    private DeliveryLine() {}

    /** With its line feed. */
    static byte[] write(Receipt receipt, @Nullable Order order) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", receipt.id());
        tree.put("client", receipt.client());
        tree.put("key", receipt.key());
        tree.put("hash", receipt.hash());
        tree.put("method", receipt.method());
        tree.put("thread", receipt.thread());
        tree.put("state", receipt.state().word());
        tree.put("turn", receipt.turn());
        tree.put("note", receipt.note());
        tree.put("created", receipt.createdMs());
        if (order != null) {
            tree.put("order", order(order));
        }
        byte[] json = JsonTree.line(tree).getBytes(StandardCharsets.UTF_8);
        String line = crc(json, 0, json.length) + " " + new String(json, StandardCharsets.UTF_8) + "\n";
        return line.getBytes(StandardCharsets.UTF_8);
    }

    /** @param line without its line feed */
    static Journal.Kept read(byte[] line) throws IOException {
        int from = CRC_CHARS + 1;
        if (line.length < from
                || !new String(line, 0, CRC_CHARS, StandardCharsets.ISO_8859_1).equals(crc(line, from, line.length))) {
            throw new IOException("its checksum is wrong");
        }
        try (JsonParser parser = STRICT.parser(line, from, line.length)) {
            Map<String, @Nullable Object> tree = JsonTree.readObject(parser);
            Receipt receipt = new Receipt(
                    text(tree, "id"),
                    text(tree, "client"),
                    text(tree, "key"),
                    text(tree, "hash"),
                    text(tree, "method"),
                    text(tree, "thread"),
                    DeliveryState.of(text(tree, "state")).orElseThrow(() -> new IOException("no such state")),
                    text(tree, "turn"),
                    text(tree, "note"),
                    whole(tree, "created"));
            return new Journal.Kept(
                    receipt, tree.get("order") instanceof Map<?, ?> order ? order(receipt, order) : null);
        }
    }

    private static Map<String, Object> order(Order order) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("sender", order.sender());
        tree.put("whenBusy", order.whenBusy().word());
        tree.put("busyTurn", order.busyTurn());
        tree.put("leave", order.leave().word());
        tree.put("until", order.untilMs());
        TurnCall call = order.call();
        if (call instanceof TurnCall.Start start) {
            put(tree, "start", start.thread(), "", start.text());
        } else if (call instanceof TurnCall.Steer steer) {
            put(tree, "steer", steer.thread(), steer.turn(), steer.text());
        } else if (call instanceof TurnCall.Interrupt interrupt) {
            put(tree, "interrupt", interrupt.thread(), interrupt.turn(), "");
        } else if (call instanceof TurnCall.Queue queue) {
            put(tree, "queue", queue.thread(), "", queue.text());
        } else if (call instanceof TurnCall.Begin begin) {
            put(tree, "begin", "", "", begin.folder());
        } else if (call instanceof TurnCall.Resume resume) {
            put(tree, "resume", resume.thread(), "", "");
        } else if (call instanceof TurnCall.Fork fork) {
            put(tree, "fork", fork.thread(), "", "");
        }
        return tree;
    }

    private static void put(Map<String, Object> tree, String call, String thread, String turn, String text) {
        tree.put("call", call);
        tree.put("thread", thread);
        tree.put("turn", turn);
        tree.put("text", text);
    }

    private static Order order(Receipt receipt, Map<?, ?> tree) throws IOException {
        String thread = text(tree, "thread");
        String turn = text(tree, "turn");
        String text = text(tree, "text");
        String sender = text(tree, "sender");
        TurnCall call = switch (text(tree, "call")) {
            case "start" -> new TurnCall.Start(thread, text, receipt.id(), sender);
            case "steer" -> new TurnCall.Steer(thread, turn, text, receipt.id(), sender);
            case "interrupt" -> new TurnCall.Interrupt(thread, turn);
            case "queue" -> new TurnCall.Queue(thread, text, receipt.id());
            case "begin" -> new TurnCall.Begin(text);
            case "resume" -> new TurnCall.Resume(thread);
            case "fork" -> new TurnCall.Fork(thread);
            default -> throw new IOException("no such call");
        };
        return new Order(
                receipt.client(),
                sender,
                receipt.key(),
                receipt.hash(),
                receipt.method(),
                call,
                Order.WhenBusy.of(text(tree, "whenBusy")).orElseThrow(() -> new IOException("no such wish")),
                text(tree, "busyTurn"),
                leave(tree),
                whole(tree, "until"));
    }

    /** A line of an older Perch has none: nobody was asked then. */
    private static Order.Leave leave(Map<?, ?> tree) throws IOException {
        return tree.containsKey("leave")
                ? Order.Leave.of(text(tree, "leave")).orElseThrow(() -> new IOException("no such leave"))
                : Order.Leave.GIVEN;
    }

    private static String text(Map<?, ?> tree, String name) throws IOException {
        if (tree.get(name) instanceof String text) {
            return text;
        }
        throw new IOException("it lacks " + name);
    }

    private static long whole(Map<?, ?> tree, String name) throws IOException {
        if (tree.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IOException("it lacks " + name);
    }

    private static String crc(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return Long.toString(crc.getValue() | 1L << 32, RADIX).substring(1);
    }
}
