package dev.perch.lwjgl3.look;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values as D-Bus writes them (D-Bus specification, "Type System"). Read are all types: numbers as {@link Long} or
 * {@link Double}, arrays and structures as lists, dictionaries as maps, variants as what they hold.
 */
final class Wire {
    /** The specification allows 64 in all; settings have 4. */
    private static final int DEEPEST = 16;

    private final ByteBuffer bytes;

    /** @param bytes whose position 0 is where the message or its body begins: alignment counts from there */
    Wire(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The values of a signature. @throws IOException when they are not such values */
    static List<Object> read(String signature, ByteBuffer bytes) throws IOException {
        try {
            return new Wire(bytes).all(signature, 0);
        } catch (RuntimeException e) {
            throw new IOException("the bus sent what is no " + signature, e);
        }
    }

    private List<Object> all(String signature, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("too deep");
        }
        List<Object> values = new ArrayList<>();
        for (int at = 0; at < signature.length(); ) {
            int end = end(signature, at);
            values.add(one(signature.substring(at, end), depth));
            at = end;
        }
        return values;
    }

    private Object one(String type, int depth) {
        return switch (type.charAt(0)) {
            case 'y' -> (long) (bytes.get() & 0xFF);
            case 'b' -> aligned(4).getInt() != 0;
            case 'n' -> (long) aligned(2).getShort();
            case 'q' -> (long) (aligned(2).getShort() & 0xFFFF);
            case 'i' -> (long) aligned(4).getInt();
            case 'u', 'h' -> aligned(4).getInt() & 0xFFFFFFFFL;
            case 'x', 't' -> aligned(8).getLong();
            case 'd' -> aligned(8).getDouble();
            case 's', 'o' -> text(aligned(4).getInt());
            case 'g' -> text(bytes.get() & 0xFF);
            case 'v' -> all(text(bytes.get() & 0xFF), depth + 1).get(0);
            case '(' -> {
                aligned(8);
                yield all(type.substring(1, type.length() - 1), depth + 1);
            }
            case 'a' -> array(type.substring(1), depth);
            default -> throw new IllegalArgumentException("no type " + type);
        };
    }

    private Object array(String type, int depth) {
        int length = aligned(4).getInt();
        aligned(alignment(type.charAt(0)));
        int end = Math.addExact(bytes.position(), length);
        if (length < 0 || end > bytes.limit()) {
            throw new IllegalArgumentException("an array of " + length + " bytes");
        }
        boolean dictionary = type.startsWith("{");
        List<Object> list = new ArrayList<>();
        Map<Object, Object> map = new HashMap<>();
        while (bytes.position() < end) {
            if (dictionary) {
                aligned(8);
                List<Object> entry = all(type.substring(1, type.length() - 1), depth + 1);
                map.put(entry.get(0), entry.get(1));
            } else {
                list.add(one(type, depth + 1));
            }
        }
        return dictionary ? map : list;
    }

    private String text(int length) {
        if (length < 0 || length >= bytes.remaining()) {
            throw new IllegalArgumentException("a text of " + length + " bytes");
        }
        byte[] text = new byte[length];
        bytes.get(text).get();
        return new String(text, StandardCharsets.UTF_8);
    }

    private ByteBuffer aligned(int to) {
        return bytes.position((bytes.position() + to - 1) / to * to);
    }

    private static int alignment(char type) {
        return switch (type) {
            case 'y', 'g', 'v' -> 1;
            case 'n', 'q' -> 2;
            case 'x', 't', 'd', '(', '{' -> 8;
            default -> 4;
        };
    }

    /** Where the complete type that begins there ends. */
    private static int end(String signature, int start) {
        int at = start;
        while (signature.charAt(at) == 'a') {
            at++;
        }
        char open = signature.charAt(at);
        if (open != '(' && open != '{') {
            return at + 1;
        }
        int depth = 0;
        do {
            char c = signature.charAt(at++);
            depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
        } while (depth > 0);
        return at;
    }

    /** A call with texts, or one array of texts, as its arguments, whole. */
    static ByteBuffer call(int serial, BusCall call) {
        ByteBuffer body = little(call.size());
        Wire arguments = new Wire(body);
        call.arguments().forEach(arguments::putText);
        if (call.list() != null) {
            arguments.putTexts(call.list());
        }
        body.flip();
        ByteBuffer message = little(1024 + body.remaining());
        message.put((byte) 'l').put((byte) 1).put((byte) 0).put((byte) 1);
        message.putInt(body.remaining()).putInt(serial);
        Wire fields = new Wire(message);
        message.putInt(0);
        int begin = message.position();
        fields.putField(1, 'o', call.path());
        fields.putField(2, 's', call.type());
        fields.putField(3, 's', call.member());
        fields.putField(6, 's', call.destination());
        String signature = "s".repeat(call.arguments().size()) + (call.list() == null ? "" : "as");
        if (!signature.isEmpty()) {
            fields.putField(8, 'g', signature);
        }
        message.putInt(begin - 4, message.position() - begin);
        fields.aligned(8);
        return message.put(body).flip();
    }

    private void putField(int code, char type, String value) {
        aligned(8).put((byte) code).put((byte) 1).put((byte) type).put((byte) 0);
        if (type == 'g') {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            bytes.put((byte) text.length).put(text).put((byte) 0);
        } else {
            putText(value);
        }
    }

    private void putText(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        aligned(4).putInt(text.length).put(text).put((byte) 0);
    }

    private void putTexts(List<String> values) {
        aligned(4).putInt(0);
        int begin = bytes.position();
        values.forEach(this::putText);
        bytes.putInt(begin - 4, bytes.position() - begin);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
