package dev.perch.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The body of one answer, as it comes in, under limits: a stream of events is handed on event by event, anything else is kept.
 * It comes in on threads of the client.
 */
final class WebBody implements HttpResponse.BodyHandler<Void>, HttpResponse.BodySubscriber<Void> {
    /** The largest answer that is no stream: room for the snapshots of many sessions. */
    private static final int MOST_BYTES = 1 << 20;

    private final EventStream events;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final CompletableFuture<Boolean> streams = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;

    /** @param event takes the data of each event of a stream */
    WebBody(Consumer<byte[]> event) {
        events = new EventStream(event);
    }

    /** Why a request failed, in the user's words. */
    static String reason(@Nullable Throwable fault) {
        if (fault instanceof ConnectException) {
            return "cannot be reached";
        }
        return "failed (" + (fault == null ? "nothing known" : fault.getClass().getSimpleName()) + ")";
    }

    @Override
    public HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo head) {
        String type = head.headers().firstValue("Content-Type").orElse("");
        streams.complete(head.statusCode() == 200 && type.startsWith("text/event-stream"));
        return this;
    }

    /** Waits until it is known what comes. */
    void awaitHeaders(CompletableFuture<?> asked, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture.anyOf(streams, asked).get(limit.toSeconds(), TimeUnit.SECONDS);
    }

    boolean isStream() {
        return streams.getNow(false);
    }

    /** How many events came. */
    long events() {
        return events.count();
    }

    /** The id of the last event that had one. */
    @Nullable
    String lastEvent() {
        return events.lastId();
    }

    /** All of what is no stream. @throws IOException when it was too much */
    byte[] bytes() throws IOException {
        if (kept.size() > MOST_BYTES) {
            throw new IOException("sent more than " + MOST_BYTES / 1024 + " KiB");
        }
        return kept.toByteArray();
    }

    /** Wants no more of it. */
    void cancel() {
        Flow.Subscription now = subscription;
        if (now != null) {
            now.cancel();
        }
    }

    @Override
    public CompletionStage<Void> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription comes) {
        subscription = comes;
        comes.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            if (isStream()) {
                events.feed(bytes);
            } else if (kept.size() <= MOST_BYTES) {
                kept.write(bytes, 0, bytes.length);
            }
        }
        Flow.Subscription now = subscription;
        if (now != null && kept.size() <= MOST_BYTES) {
            now.request(1);
        } else {
            cancel();
            done.complete(null);
        }
    }

    @Override
    public void onError(Throwable fault) {
        done.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        done.complete(null);
    }
}
