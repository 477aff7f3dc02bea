package dev.perch.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A web server on this machine: a document at {@code /state}, a stream of events at {@code /events}, and a WebSocket. */
public final class LocalServer implements AutoCloseable {
    private static final String END = "";
    private static final String CUT = "\0";
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;
    private static final int MASK_BYTES = 4;
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final AtomicLong questions = new AtomicLong();
    private final HttpServer http;
    private final ServerSocket sockets;
    private volatile String document = "";
    private volatile int status = 200;
    private volatile String lastEventId = "";
    private final Semaphore pings = new Semaphore(0);
    private volatile boolean answersPings = true;
    private int pingsAwaited;

    /** One that runs. */
    public LocalServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            sockets = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/state", this::answer);
        http.createContext("/events", this::stream);
        http.start();
        threads.execute(this::accept);
    }

    /** The URL of a path. */
    public String http(String path) {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + http.getAddress().getPort() + path;
    }

    /** The URL of the WebSocket. */
    public String socket() {
        return "ws://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + sockets.getLocalPort() + "/";
    }

    /** What the document is from now on. */
    public void says(String text) {
        document = text;
        status = 200;
    }

    /** The document is answered with that status from now on. */
    public void fails(int code) {
        status = code;
    }

    /** How often the document was asked for. */
    public long questions() {
        return questions.get();
    }

    /** Writes into the stream that is open, or the next one that is. */
    public void event(String text) {
        events.add(text);
    }

    /** Ends the stream. */
    public void endStream() {
        events.add(END);
    }

    /** What the last one who opened a stream said it had read. */
    public String lastEventId() {
        return lastEventId;
    }

    /** Sends a message to the WebSocket that is open, or the next one that is. */
    public void message(String text) {
        messages.add(text);
    }

    /** Closes the WebSocket as the protocol has it. */
    public void closeSocket() {
        messages.add(END);
    }

    /** Cuts the WebSocket without a word. */
    public void cutSocket() {
        messages.add(CUT);
    }

    /** Answers no ping from now on. */
    public void ignorePings() {
        answersPings = false;
    }

    /** Blocks until so many pings have come; those that are answered have been. */
    public void awaitPings(int count) throws InterruptedException {
        if (!pings.tryAcquire(count - pingsAwaited, 30, TimeUnit.SECONDS)) {
            throw new AssertionError("no ping " + count);
        }
        pingsAwaited = count;
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Location", http("/state"));
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        lastEventId = id == null ? "" : id;
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            for (String event = events.take(); !event.equals(END); event = events.take()) {
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!sockets.isClosed()) {
            try (Socket socket = sockets.accept()) {
                serve(socket);
            } catch (IOException gone) {
                // the next one, if there is one
            } catch (GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) throws IOException, GeneralSecurityException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String key = "";
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            key = line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")
                    ? line.substring("sec-websocket-key:".length()).strip()
                    : key;
        }
        byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeBytes("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n");
        out.flush();
        DataInputStream frames = new DataInputStream(socket.getInputStream());
        threads.execute(() -> answerPings(frames, out));
        String text = messages.take();
        for (; !text.equals(END) && !text.equals(CUT); text = messages.take()) {
            send(out, text.getBytes(StandardCharsets.UTF_8));
        }
        if (text.equals(END)) {
            synchronized (out) {
                out.writeInt(0x8802_03E8); // 1000: all is well
                out.flush();
            }
        }
    }

    private static void send(DataOutputStream out, byte[] bytes) throws IOException {
        synchronized (out) {
            out.writeByte(0x81);
            if (bytes.length < 126) {
                out.writeByte(bytes.length);
            } else if (bytes.length < 65_536) {
                out.writeByte(126);
                out.writeShort(bytes.length);
            } else {
                out.writeByte(127);
                out.writeLong(bytes.length);
            }
            out.write(bytes);
            out.flush();
        }
    }

    /** Reads what a client sends that has nothing to say: short frames, masked. */
    private void answerPings(DataInputStream in, DataOutputStream out) {
        try {
            while (true) {
                boolean ping = in.readUnsignedByte() == PING;
                in.readFully(new byte[(in.readUnsignedByte() & 0x7F) + MASK_BYTES]);
                if (ping && answersPings) {
                    synchronized (out) {
                        out.writeShort(PONG << 8);
                        out.flush();
                    }
                }
                if (ping) {
                    pings.release();
                }
            }
        } catch (IOException gone) {
            // so is the client
        }
    }

    @Override
    public void close() {
        http.stop(0);
        try {
            sockets.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
