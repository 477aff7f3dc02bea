package dev.perch.bridge;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket to an app-server over a Unix socket or TCP on loopback, in text frames. No {@code Origin} is sent: the server
 * takes it for a browser's and refuses. (The JDK's client knows no Unix sockets.)
 */
final class WebSocketTransport implements Transport {
    private static final String ACCEPT_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3

    private final SocketChannel channel;
    private final RandomGenerator random;
    private final WebSocketFrames frames;

    private WebSocketTransport(SocketChannel channel, ByteBuffer head, RandomGenerator random, WireLimits limits) {
        this.channel = channel;
        this.random = random;
        frames = new WebSocketFrames(channel, head, limits.messageBytes(), this::control);
    }

    /**
     * Connects to a Unix socket. What it names may be a link: Codex's is one, to a short path.
     *
     * @throws IOException when there is no server
     */
    static WebSocketTransport socket(Path socket, RandomGenerator random, WireLimits limits) throws IOException {
        return open(UnixDomainSocketAddress.of(socket.toRealPath()), "localhost", null, random, limits);
    }

    /**
     * Connects to TCP.
     *
     * @param token the bearer token; null for none
     * @throws IOException when there is no server, or it wants another token
     */
    static WebSocketTransport loopback(
            InetSocketAddress address, @Nullable String token, RandomGenerator random, WireLimits limits)
            throws IOException {
        String host = address.getAddress().getHostAddress() + ":" + address.getPort();
        return open(address, host, token, random, limits);
    }

    private static WebSocketTransport open(
            SocketAddress address, String host, @Nullable String token, RandomGenerator random, WireLimits limits)
            throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        try {
            ByteBuffer head = upgrade(channel, host, token, random, limits.headBytes());
            return new WebSocketTransport(channel, head, random, limits);
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    /** @return what came behind the answer */
    private static ByteBuffer upgrade(
            SocketChannel channel, String host, @Nullable String token, RandomGenerator random, int limit)
            throws IOException {
        byte[] nonce = new byte[16];
        random.nextBytes(nonce);
        String key = Base64.getEncoder().encodeToString(nonce);
        String request = "GET / HTTP/1.1\r\nHost: " + host
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + key
                + (token == null ? "" : "\r\nAuthorization: Bearer " + token) + "\r\n\r\n";
        write(channel, ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer answer = ByteBuffer.allocate(limit);
        int end = -1;
        while (end < 0) {
            if (!answer.hasRemaining()) {
                throw new ProtocolException("the server's answer to the upgrade is too long");
            }
            if (channel.read(answer) < 0) {
                throw new EOFException("the server hung up on the upgrade");
            }
            end = endOfHead(answer);
        }
        check(new String(answer.array(), 0, end, StandardCharsets.ISO_8859_1), key);
        return answer.flip().position(end);
    }

    private static int endOfHead(ByteBuffer answer) {
        for (int i = 3; i < answer.position(); i++) {
            if (answer.get(i) == '\n'
                    && answer.get(i - 1) == '\r'
                    && answer.get(i - 2) == '\n'
                    && answer.get(i - 3) == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static void check(String head, String key) throws ProtocolException {
        String[] lines = head.split("\r\n", -1);
        if (!lines[0].startsWith("HTTP/1.1 101")) {
            boolean token = lines[0].startsWith("HTTP/1.1 401");
            throw new ProtocolException(
                    token ? "the server wants another bearer token" : "the server refused the upgrade");
        }
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals("sec-websocket-accept")) {
                if (line.substring(colon + 1).strip().equals(accept(key))) {
                    return;
                }
            }
        }
        throw new ProtocolException("the server did not prove that it speaks WebSocket");
    }

    static String accept(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest((key + ACCEPT_SALT).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    @Override
    public byte @Nullable [] receive() throws IOException {
        return frames.message();
    }

    @Override
    public void send(byte[] message) throws IOException {
        send(WebSocketFrames.TEXT, message);
    }

    private void control(int opcode, byte[] payload) throws IOException {
        if (opcode == WebSocketFrames.PING) {
            send(WebSocketFrames.PONG, payload);
        } else if (opcode == WebSocketFrames.CLOSE) {
            send(WebSocketFrames.CLOSE, payload);
        }
    }

    private void send(int opcode, byte[] payload) throws IOException {
        write(channel, WebSocketFrames.masked(opcode, payload, random));
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        synchronized (channel) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Hangs up with no closing frame: a server that reads no more must not hold Perch. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // nothing is left to free
        }
    }
}
