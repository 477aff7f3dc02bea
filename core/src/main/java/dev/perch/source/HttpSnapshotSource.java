package dev.perch.source;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots from a web server ({@code http:URL}), asked with GET: a JSON object, or one a line, asked for again every two
 * seconds; or a stream of events ({@code text/event-stream}), each of whose data is a snapshot, which stays open. After a
 * failure it tries again, ever more seldom. It follows no redirect and sends nothing but the request.
 */
public final class HttpSnapshotSource implements RuntimeSnapshotSource {
    /** The kind of this source. */
    public static final String ID = "http";

    /** Between two questions. */
    static final long POLL_NANOS = Duration.ofSeconds(2).toNanos();

    /** A state that is told again unchanged is confirmed so often, not with each question. */
    static final long CONFIRM_NANOS = Duration.ofSeconds(30).toNanos();

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final URI uri;
    private final Clock clock;

    /** A source that asks {@code uri} from {@link #start} on. */
    public HttpSnapshotSource(URI uri, Clock clock) {
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
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        new Run(client, emit).loop();
    }

    /** One run: what the server said last, and what the user was told. */
    private final class Run {
        private final HttpClient client;
        private final RuntimeSnapshotEmitter emit;
        private final Retry retry = new Retry(clock);
        private final String where = displayName();
        private @Nullable String tag;
        private @Nullable String lastEvent;
        private int lastBody;
        private long lastTold = Long.MIN_VALUE / 2;
        private @Nullable String failure;

        Run(HttpClient client, RuntimeSnapshotEmitter emit) {
            this.client = client;
            this.emit = emit;
        }

        void loop() throws InterruptedException {
            while (true) {
                WebBody body = new WebBody(this::take);
                String wrong = ask(body);
                if (wrong == null && !body.isStream()) {
                    succeeded();
                    clock.awaitNanos(clock.nanos() + POLL_NANOS);
                } else {
                    if (body.events() > 0) {
                        succeeded();
                    }
                    failed(wrong == null ? "ended its stream" : wrong);
                    retry.await();
                }
            }
        }

        private @Nullable String ask(WebBody body) throws InterruptedException {
            CompletableFuture<HttpResponse<Void>> asked = client.sendAsync(request(), body);
            try {
                body.awaitHeaders(asked, CONNECT);
                HttpResponse<Void> response =
                        body.isStream() ? asked.get() : asked.get(CONNECT.toSeconds(), TimeUnit.SECONDS);
                return answered(response, body);
            } catch (ExecutionException fault) {
                return WebBody.reason(fault.getCause());
            } catch (TimeoutException late) {
                return "did not answer within " + CONNECT.toSeconds() + " s";
            } catch (IOException bad) {
                return bad.getMessage();
            } finally {
                lastEvent = body.lastEvent() == null ? lastEvent : body.lastEvent();
                body.cancel();
                asked.cancel(true);
            }
        }

        private HttpRequest request() {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                    .header("Accept", "application/json, application/x-ndjson, text/event-stream");
            if (tag != null) {
                request.header("If-None-Match", tag);
            }
            if (lastEvent != null) {
                request.header("Last-Event-ID", lastEvent);
            }
            return request.GET().build();
        }

        private @Nullable String answered(HttpResponse<Void> response, WebBody body) throws IOException {
            if (response.statusCode() == 304) {
                confirm();
                return null;
            }
            if (response.statusCode() != 200) {
                return "answered with status " + response.statusCode();
            }
            if (body.isStream()) {
                return null;
            }
            tag = response.headers().firstValue("ETag").orElse(null);
            byte[] bytes = body.bytes();
            int hash = Arrays.hashCode(bytes);
            if (hash != lastBody || clock.nanos() - lastTold >= CONFIRM_NANOS) {
                lastBody = hash;
                lastTold = clock.nanos();
                document(bytes);
            }
            return null;
        }

        /** The server has nothing new; now and then it is asked for all of it, so that the state does not grow stale. */
        private void confirm() {
            if (clock.nanos() - lastTold >= CONFIRM_NANOS - POLL_NANOS) {
                tag = null;
            }
        }

        private void document(byte[] bytes) {
            SnapshotLines lines = new SnapshotLines(where, emit::emit, emit::problem);
            if (JsonShape.of(bytes) == JsonShape.ONE_OBJECT) {
                lines.document(bytes);
                return;
            }
            LineCutter cutter = new LineCutter(SnapshotLimits.LOCAL.lineBytes(), 1, lines);
            cutter.feed(bytes, 0, bytes.length);
            cutter.finish();
        }

        private void take(byte[] data) {
            new SnapshotLines(where, emit::emit, emit::problem).document(data);
        }

        private void succeeded() {
            retry.reset();
            failure = null;
        }

        private void failed(String why) {
            if (!why.equals(failure)) {
                failure = why;
                emit.problem(Problem.warning(where, why, "it is tried again"));
            }
        }
    }
}
