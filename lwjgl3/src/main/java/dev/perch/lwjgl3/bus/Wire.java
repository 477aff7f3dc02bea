package dev.perch.lwjgl3.bus;

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
 * {@link Double}, arrays and structures as lists, dictionaries as maps, variants as what they hold. Written are bytes, flags,
 * numbers of 32 bits, texts, {@link Variant}s, structures, arrays (of bytes as such) and dictionaries.
 */
final class Wire {
    /** The specification allows 64 in all; settings have 4. */
    private static final int DEEPEST = 16;

    /** No message that Perch sends has a longer body: a menu of a few hundred items has 40 KB. */
    private static final int LONGEST = 1 << 18;

    /** More than the fields take, whose texts are names. */
    private static final int HEAD = 2_048;

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

    /** A message, whole. @throws IllegalArgumentException when its arguments are not of its signature */
    static ByteBuffer message(int number, BusMessage message) {
        Wire body = new Wire(little(LONGEST));
        body.putAll(message.signature(), message.arguments());
        body.bytes.flip();
        Wire head = new Wire(little(HEAD + body.bytes.remaining()));
        head.bytes.put((byte) 'l').put((byte) message.kind()).put((byte) 0).put((byte) 1);
        head.bytes.putInt(body.bytes.remaining()).putInt(number);
        head.putOne("a(yv)", fields(message));
        head.aligned(8);
        return head.bytes.put(body.bytes).flip();
    }

    /** The fields that a message has, by the specification's numbers. */
    private static List<Object> fields(BusMessage message) {
        List<Object> fields = new ArrayList<>();
        boolean error = message.kind() == BusMessage.ERROR;
        field(fields, 1, "o", message.path());
        field(fields, error ? 4 : 2, "s", message.type());
        field(fields, 3, "s", message.member());
        if (message.answerTo() != 0) {
            fields.add(List.of(5, new Variant("u", message.answerTo())));
        }
        field(fields, 6, "s", message.peer());
        field(fields, 8, "g", message.signature());
        return fields;
    }

    private static void field(List<Object> fields, int number, String type, String value) {
        if (!value.isEmpty()) {
            fields.add(List.of(number, new Variant(type, value)));
        }
    }

    private void putAll(String signature, List<?> values) {
        int at = 0;
        for (Object value : values) {
            int end = end(signature, at);
            putOne(signature.substring(at, end), value);
            at = end;
        }
        if (at != signature.length()) {
            throw new IllegalArgumentException("fewer values than " + signature);
        }
    }

    private void putOne(String type, Object value) {
        switch (type.charAt(0)) {
            case 'y' -> bytes.put(((Number) value).byteValue());
            case 'b' -> aligned(4).putInt((Boolean) value ? 1 : 0);
            case 'i', 'u' -> aligned(4).putInt(((Number) value).intValue());
            case 's', 'o' -> putText((String) value);
            case 'g' -> putSignature((String) value);
            case 'v' -> {
                Variant variant = (Variant) value;
                putSignature(variant.signature());
                putOne(variant.signature(), variant.value());
            }
            case '(', '{' -> {
                aligned(8);
                putAll(type.substring(1, type.length() - 1), (List<?>) value);
            }
            case 'a' -> putArray(type.substring(1), value);
            default -> throw new IllegalArgumentException("no type " + type);
        }
    }

    private void putArray(String type, Object value) {
        aligned(4).putInt(0);
        int length = bytes.position() - Integer.BYTES;
        aligned(alignment(type.charAt(0)));
        int begin = bytes.position();
        if (value instanceof byte[] all) {
            bytes.put(all);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> putOne(type, List.of(key, one)));
        } else {
            ((List<?>) value).forEach(one -> putOne(type, one));
        }
        bytes.putInt(length, bytes.position() - begin);
    }

    private void putSignature(String signature) {
        byte[] text = signature.getBytes(StandardCharsets.US_ASCII);
        bytes.put((byte) text.length).put(text).put((byte) 0);
    }

    private void putText(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        aligned(4).putInt(text.length).put(text).put((byte) 0);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
