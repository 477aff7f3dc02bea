package dev.perch.source;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.Problem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots from a WebSocket ({@code websocket:URL}): each text message is one. After a failure it connects again, ever more
 * seldom. It sends nothing of its own.
 */
public final class WebSocketSnapshotSource implements RuntimeSnapshotSource {
    /** The kind of this source. */
    public static final String ID = "websocket";

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
        WebSocket socket = null;
        try {
            socket = opening.get();
            return messages.ended.get();
        } catch (ExecutionException fault) {
            return WebBody.reason(fault.getCause());
        } finally {
            opening.cancel(true);
            if (socket != null) {
                socket.abort();
            }
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
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ended.complete("closed the connection (" + code + ")");
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable fault) {
            ended.complete("lost the connection");
        }
    }

    /** Makes WebSocket sources; the option {@code target} is the URL. */
    public record Factory(Clock clock) implements RuntimeSnapshotSourceFactory {
        private static final Set<String> SCHEMES = Set.of("ws", "wss");

        @Override
        public String id() {
            return ID;
        }

        @Override
        public String displayName() {
            return "a WebSocket";
        }

        @Override
        public RuntimeSnapshotSource create(Map<String, Object> options) {
            return new WebSocketSnapshotSource(WebAddress.of(ID, options, SCHEMES), clock);
        }
    }
}
