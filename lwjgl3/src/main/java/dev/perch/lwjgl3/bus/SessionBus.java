package dev.perch.lwjgl3.bus;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The user's D-Bus session bus, as far as Perch needs it: it calls and is called, and hears signals. One thread reads and sends;
 * any may close. A library for this (dbus-java 5.1) cost 12.5 MB of memory, a tenth of the whole pet's.
 */
public final class SessionBus implements Closeable {
    private static final String BUS = "org.freedesktop.DBus";
    /** A message's fixed part: order, kind, flags, version, length of the body, number, length of the fields. */
    private static final int FIXED = 16;
    /** No setting comes near it; the specification's own limit is 128 MiB. */
    private static final int LONGEST = 1 << 20;

    private static final int PATH = 1;
    private static final int TYPE = 2;
    private static final int MEMBER = 3;
    private static final int ANSWER_TO = 5;
    private static final int SENDER = 7;
    private static final int SIGNATURE = 8;
    private static final int FIELDS = 10;

    private final SocketChannel socket;
    private int serial;

    private SessionBus(SocketChannel socket) {
        this.socket = socket;
    }

    /**
     * Joins a bus.
     *
     * @param path of its socket
     * @throws IOException when nobody answers there, or refuses
     */
    public static SessionBus join(String path) throws IOException {
        SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
        SessionBus bus = new SessionBus(socket);
        try {
            bus.sayWho();
            bus.send(toBus("Hello", ""));
            return bus;
        } catch (IOException | RuntimeException e) {
            bus.close();
            throw e;
        }
    }

    /** The socket of the session bus, as the environment names it; null when it names none that Java can reach. */
    public static @Nullable String path(Map<String, String> environment) {
        String addresses = environment.get("DBUS_SESSION_BUS_ADDRESS");
        if (addresses == null || addresses.isEmpty()) {
            String folder = environment.get("XDG_RUNTIME_DIR");
            return folder == null || folder.isEmpty() ? null : folder + "/bus";
        }
        for (String address : addresses.split(";", -1)) {
            if (address.startsWith("unix:")) {
                for (String pair : address.substring("unix:".length()).split(",", -1)) {
                    if (pair.startsWith("path=")) {
                        return unescaped(pair.substring("path=".length()));
                    }
                }
            }
        }
        return null;
    }

    /** Has the bus send a signal to us. */
    public void hear(String type, String member) throws IOException {
        send(toBus("AddMatch", "s", "type='signal',interface='" + type + "',member='" + member + "'"));
    }

    /** Has the bus send us its {@code NameOwnerChanged} when that name comes or goes. */
    public void hearOf(String name) throws IOException {
        String rule = "type='signal',sender='" + BUS + "',interface='" + BUS + "',member='NameOwnerChanged',arg0='"
                + name + "'";
        send(toBus("AddMatch", "s", rule));
    }

    /** A call of the bus itself. */
    public static BusMessage toBus(String member, String signature, Object... arguments) {
        return BusMessage.call(BUS, "/org/freedesktop/DBus", BUS, member, signature, arguments);
    }

    /** Sends a message. @return the number that an answer to it will carry */
    public long send(BusMessage message) throws IOException {
        int number = ++serial;
        write(Wire.message(number, message));
        return number;
    }

    /** Waits for the next message. @throws IOException when the bus is gone or speaks nonsense */
    public BusMessage next() throws IOException {
        ByteBuffer fixed = read(FIXED);
        boolean little = fixed.get(0) == 'l';
        fixed.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int body = fixed.getInt(4);
        int fields = fixed.getInt(12);
        if (body < 0 || body > LONGEST || fields < 0 || fields > LONGEST) {
            throw new IOException("a message of " + body + " and " + fields + " bytes");
        }
        // The fields are an array whose length is the last four bytes of the fixed part.
        ByteBuffer head = ByteBuffer.allocate(FIXED + fields).order(fixed.order());
        head.put(fixed.duplicate()).put(read(fields)).position(FIXED - 4);
        read((8 - fields % 8) % 8);
        ByteBuffer rest = read(body).order(fixed.order());
        long answerTo = 0;
        String[] texts = new String[FIELDS];
        Arrays.fill(texts, "");
        for (Object field : (List<?>) Wire.read("a(yv)", head).get(0)) {
            int code = ((Long) ((List<?>) field).get(0)).intValue();
            Object value = ((List<?>) field).get(1);
            if (code == ANSWER_TO && value instanceof Long number) {
                answerTo = number;
            } else if (code > 0 && code < FIELDS) {
                texts[code] = value.toString();
            }
        }
        return new BusMessage(
                fixed.get(1),
                Integer.toUnsignedLong(fixed.getInt(8)),
                answerTo,
                texts[SENDER],
                texts[PATH],
                texts[TYPE],
                texts[MEMBER],
                texts[SIGNATURE],
                Wire.read(texts[SIGNATURE], rest));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Nothing was promised to the bus.
        }
    }

    /** The bus asks the kernel who we are; the name is only what it compares with (mechanism EXTERNAL). */
    private void sayWho() throws IOException {
        StringJoiner hex = new StringJoiner("");
        for (byte digit : userId().getBytes(StandardCharsets.US_ASCII)) {
            hex.add(String.format(Locale.ROOT, "%02x", digit));
        }
        write(ascii("\0AUTH EXTERNAL " + hex + "\r\n"));
        String answer = line();
        if (!answer.startsWith("OK")) {
            throw new IOException("the bus refuses: " + answer);
        }
        write(ascii("BEGIN\r\n"));
    }

    private static String userId() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < 512) {
            char c = (char) read(1).get();
            if (c == '\n') {
                break;
            }
            line.append(c);
        }
        return line.toString().trim();
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (socket.read(bytes) < 0) {
                throw new EOFException("the bus hung up");
            }
        }
        return bytes.flip();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Addresses write all but a few characters as {@code %} and two hexadecimal digits. */
    private static String unescaped(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
