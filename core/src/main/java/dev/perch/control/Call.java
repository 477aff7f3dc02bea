package dev.perch.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One caller, from the first byte to hanging up: it asks, waits and reads. The server's thread only. */
final class Call {
    private final SelectionKey key;
    private final SocketChannel channel;
    private final ControlServer.Handler handler;
    private final long patienceNanos;
    private final ByteBuffer asked = ByteBuffer.allocate(ControlWire.LINE_BYTES + 1);
    private @Nullable CompletableFuture<ControlAnswer> answer;
    private @Nullable ByteBuffer told;
    private long deadline;

    Call(SelectionKey key, SocketChannel channel, ControlServer.Handler handler, long patienceNanos, long nowNanos) {
        this.key = key;
        this.channel = channel;
        this.handler = handler;
        this.patienceNanos = patienceNanos;
        deadline = nowNanos + patienceNanos;
    }

    /** When {@link #tick} is due. */
    long deadline() {
        return deadline;
    }

    /** The caller has written, or can read. */
    void ready(long nowNanos) {
        try {
            if (told != null) {
                write(told);
            } else if (answer == null) {
                read(nowNanos);
            }
        } catch (IOException gone) {
            hangUp();
        }
    }

    /** Time has gone by, or an answer is ready. */
    void tick(long nowNanos) {
        if (answer != null && told == null && answer.isDone()) {
            tell(answer, nowNanos);
        } else if (nowNanos >= deadline) {
            expire(nowNanos);
        }
    }

    /** Tells the answer if there is one, and hangs up: the companion ends. */
    void finish() {
        tick(deadline - 1);
        hangUp();
    }

    private void read(long nowNanos) throws IOException {
        int got = channel.read(asked);
        int end = lineFeed();
        if (end >= 0 && end + 1 == asked.position()) {
            ask(Arrays.copyOf(asked.array(), end), nowNanos);
        } else if (end >= 0) {
            refuse("one line asks; open the socket again for another.", nowNanos);
        } else if (!asked.hasRemaining()) {
            refuse("the line is longer than " + ControlWire.LINE_BYTES + " bytes; ask in a short one.", nowNanos);
        } else if (got < 0) {
            hangUp();
        }
    }

    private int lineFeed() {
        for (int i = 0; i < asked.position(); i++) {
            if (asked.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void ask(byte[] line, long nowNanos) {
        try {
            ControlCommand command = ControlWire.readRequest(line);
            key.interestOps(0);
            deadline = nowNanos + patienceNanos;
            CompletableFuture<ControlAnswer> coming = handler.handle(command);
            answer = coming;
            CompletableFuture<ControlAnswer> unused =
                    coming.whenComplete((done, fault) -> key.selector().wakeup());
        } catch (BadLine bad) {
            refuse(String.valueOf(bad.getMessage()), nowNanos);
        }
    }

    private void expire(long nowNanos) {
        if (answer != null && told == null) {
            answer.cancel(false);
            refuse("the pet is busy and did not answer in time; try again.", nowNanos);
        } else {
            hangUp();
        }
    }

    private void refuse(String sentence, long nowNanos) {
        tell(ControlAnswer.refusal(sentence), nowNanos);
    }

    private void tell(CompletableFuture<ControlAnswer> done, long nowNanos) {
        if (done.isCompletedExceptionally()) {
            refuse("the command failed inside the companion; please report it.", nowNanos);
        } else {
            tell(done.join(), nowNanos);
        }
    }

    private void tell(ControlAnswer ready, long nowNanos) {
        ByteBuffer line = ByteBuffer.wrap(ControlWire.answer(ready));
        told = line;
        deadline = nowNanos + patienceNanos;
        key.interestOps(SelectionKey.OP_WRITE);
        try {
            write(line);
        } catch (IOException gone) {
            hangUp();
        }
    }

    private void write(ByteBuffer line) throws IOException {
        channel.write(line);
        if (!line.hasRemaining()) {
            hangUp();
        }
    }

    private void hangUp() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }
}
