package dev.perch.source;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.Problem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots from a WebSocket ({@code websocket:URL}): each text message is one. It sends nothing but pings; a server that
 * leaves one without an answer is taken for lost. After a failure it connects again, ever more seldom.
 */
public final class WebSocketSnapshotSource implements RuntimeSnapshotSource {
    /** The kind of this source. */
    public static final String ID = "websocket";

    /** Between two pings, and how long an answer may take: a cut connection is noticed within twice that. */
    static final Duration PULSE = Duration.ofSeconds(20);

    private static final int CUT = 1006; // RFC 6455, 7.4.1: there was no closing frame
    private static final String LOST = "lost the connection";
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final URI uri;
    private final Clock clock;

    /** A source that connects to {@code uri} from {@link #start} on. */
    public WebSocketSnapshotSource(URI uri, Clock clock) {
        this.uri = uri;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return WebAddress.shown(uri);
    }

    @Override
    public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        Retry retry = new Retry(clock);
        String told = null;
        while (true) {
            Messages messages = new Messages(displayName(), emit);
            String why = listen(client, messages);
            if (messages.any) {
                retry.reset();
                told = null;
            }
            if (!why.equals(told)) {
                told = why;
                emit.problem(Problem.warning(displayName(), why, "it is tried again"));
            }
            retry.await();
        }
    }

    private String listen(HttpClient client, Messages messages) throws InterruptedException {
        CompletableFuture<WebSocket> opening =
                client.newWebSocketBuilder().connectTimeout(CONNECT).buildAsync(uri, messages);
        try {
            return listen(opening.get(), messages);
        } catch (ExecutionException fault) {
            return WebBody.reason(fault.getCause());
        } finally {
            opening.cancel(true);
        }
    }

    private String listen(WebSocket socket, Messages messages) throws InterruptedException, ExecutionException {
        Thread pulse = new Thread(() -> pulse(socket, messages), "perch-websocket-pulse");
        pulse.setDaemon(true);
        pulse.start();
        try {
            return messages.ended.get();
        } finally {
            pulse.interrupt();
            pulse.join();
            socket.abort();
        }
    }

    /** The JDK's client does not always notice that a connection is cut without a word. */
    private void pulse(WebSocket socket, Messages messages) {
        try {
            do {
                messages.answered = false;
                if (!socket.sendPing(ByteBuffer.allocate(0)).isCompletedExceptionally()) {
                    clock.awaitNanos(clock.nanos() + PULSE.toNanos());
                }
            } while (messages.answered);
            messages.ended.complete(LOST + ": a ping has no answer for " + PULSE.toSeconds() + " s");
        } catch (InterruptedException ended) {
            // the connection has
        }
    }

    /** What comes in, on threads of the client, one message after another. */
    private static final class Messages implements WebSocket.Listener {
        private final RuntimeSnapshotEmitter emit;
        private final SnapshotLines lines;
        private final String where;
        private final StringBuilder message = new StringBuilder();
        private final CompletableFuture<String> ended = new CompletableFuture<>();
        private boolean tooLong;
        private volatile boolean any;
        private volatile boolean answered;

        Messages(String where, RuntimeSnapshotEmitter emit) {
            this.where = where;
            this.emit = emit;
            lines = new SnapshotLines(where, emit::emit, emit::problem);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            tooLong |= message.length() + part.length() > SnapshotLimits.LOCAL.lineBytes();
            if (!tooLong) {
                message.append(part);
            }
            if (last) {
                take();
            }
            socket.request(1);
            return null;
        }

        private void take() {
            if (tooLong) {
                lines.tooLong(1);
            } else {
                any = true;
                lines.document(message.toString().getBytes(StandardCharsets.UTF_8));
            }
            message.setLength(0);
            tooLong = false;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
            if (last) {
                emit.problem(Problem.error(where, "sent bytes that are no text", "send JSON as text"));
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer payload) {
            answered = true;
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ended.complete(code == CUT ? LOST : "closed the connection (" + code + ")");
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable fault) {
            ended.complete(LOST);
        }
    }
}
