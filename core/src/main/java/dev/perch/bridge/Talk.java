package dev.perch.bridge;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection while it stands: sends calls, and hands out what comes, on the thread that runs {@link #next}. A thread of
 * its own reads; when nobody takes what it read, it stops reading, and the server waits.
 */
final class Talk implements AutoCloseable {
    private static final int MOST_WAITING = 1_024;

    private final Transport transport;
    private final WireCodec codec;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Map<Long, Consumer<Message>> calls = new HashMap<>();
    private final Thread reader;
    private long lastCall;
    private volatile boolean closed;

    /** What the reader, or anybody else, has for the thread that runs the talk. */
    sealed interface Heard {
        /** A message of the server. */
        record Said(Message message) implements Heard {}

        /** Something that could not be read; what was in it is lost. */
        record Unread(String why) implements Heard {}

        /** The connection has ended. */
        record Ended(@Nullable String why) implements Heard {}

        /** Something to be done between two messages. */
        record Job(Runnable job) implements Heard {}
    }

    Talk(Transport transport, WireCodec codec) {
        this.transport = transport;
        this.codec = codec;
        reader = new Thread(this::read, "perch-codex-reader");
        reader.setDaemon(true);
    }

    /** Begins to read. */
    void begin() {
        reader.start();
    }

    /** Waits for the next thing. */
    Heard next() throws InterruptedException {
        return heard.take();
    }

    /** Asks for a job to be done by the thread that runs the talk; dropped when too much waits. From any thread. */
    boolean offer(Runnable job) {
        return heard.offer(new Heard.Job(job));
    }

    /**
     * Calls the server. The answer, a {@link Message.Result} or {@link Message.Refusal}, comes by {@link #answer}.
     *
     * @throws IOException when the connection is gone
     */
    void call(ClientMethod method, Map<String, ?> params, Consumer<Message> then) throws IOException {
        long id = ++lastCall;
        calls.put(id, then);
        transport.send(WireCodec.call(id, method, params));
    }

    /** Says that the handshake is over. */
    void initialized() throws IOException {
        transport.send(WireCodec.initialized());
    }

    /** Sends an answer to a question. For {@link ApprovalDesk} alone: what it sends, the user chose. */
    void reply(RequestId id, Map<String, Object> result) throws IOException {
        transport.send(WireCodec.reply(id, result));
    }

    /** Hands an answer to whoever called; one that nobody waits for is dropped. */
    void answer(long call, Message answer) {
        Consumer<Message> then = calls.remove(call);
        if (then != null) {
            then.accept(answer);
        }
    }

    private void read() {
        try {
            while (!closed) {
                Heard next = receive();
                heard.put(next);
                if (next instanceof Heard.Ended) {
                    return;
                }
            }
        } catch (InterruptedException closing) {
            // nobody listens any more
        }
    }

    private Heard receive() {
        byte[] bytes;
        try {
            bytes = transport.receive();
        } catch (Transport.Oversized skipped) {
            return new Heard.Unread(String.valueOf(skipped.getMessage()));
        } catch (IOException broken) {
            return new Heard.Ended(broken.getMessage());
        }
        if (bytes == null) {
            return new Heard.Ended(null);
        }
        try {
            return new Heard.Said(codec.read(bytes));
        } catch (IOException bad) {
            return new Heard.Unread("a message that is not as the protocol has it");
        }
    }

    @Override
    public void close() {
        closed = true;
        transport.close();
        reader.interrupt();
    }
}
