package dev.perch.control;

import dev.perch.api.Clock;
import dev.perch.local.Lines;
import dev.perch.local.Visit;
import dev.perch.local.Visitor;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One caller, from the first byte to hanging up: it asks, waits and reads. The reception's thread only. */
final class Call implements Visitor {
    private final Visit visit;
    private final ControlServer.Handler handler;
    private final Clock clock;
    private final Duration patience;
    private @Nullable CompletableFuture<ControlAnswer> answer;
    private boolean told;

    Call(Visit visit, ControlServer.Handler handler, Clock clock, Duration patience) {
        this.visit = visit;
        this.handler = handler;
        this.clock = clock;
        this.patience = patience;
        visit.settle(); // one caller too many is hung up on, and not this one
        await();
    }

    private void await() {
        visit.await(clock.nanos() + patience.toNanos());
    }

    @Override
    public void take(ByteBuffer bytes) {
        byte[] line = answer == null && !told ? Lines.next(bytes) : null;
        if (line != null && bytes.hasRemaining()) {
            refuse("one line asks; open the socket again for another.");
        } else if (line != null) {
            ask(line);
        } else if (bytes.remaining() > ControlWire.LINE_BYTES) {
            refuse("the line is longer than " + ControlWire.LINE_BYTES + " bytes; ask in a short one.");
        }
    }

    private void ask(byte[] line) {
        if (line.length > ControlWire.LINE_BYTES) {
            refuse("the line is longer than " + ControlWire.LINE_BYTES + " bytes; ask in a short one.");
            return;
        }
        try {
            CompletableFuture<ControlAnswer> coming = handler.handle(ControlWire.readRequest(line));
            answer = coming;
            await();
            CompletableFuture<ControlAnswer> unused = coming.whenComplete((done, fault) -> visit.wake());
        } catch (BadLine bad) {
            refuse(String.valueOf(bad.getMessage()));
        }
    }

    @Override
    public void news() {
        if (answer == null || told || !answer.isDone()) {
            return;
        }
        if (answer.isCompletedExceptionally()) {
            refuse("the command failed inside the companion; please report it.");
        } else {
            tell(answer.join());
        }
    }

    @Override
    public void late() {
        if (answer == null || told) {
            visit.hangUp();
        } else {
            answer.cancel(false);
            refuse("the pet is busy and did not answer in time; try again.");
        }
    }

    private void refuse(String sentence) {
        tell(ControlAnswer.refusal(sentence));
    }

    private void tell(ControlAnswer ready) {
        if (!told) {
            told = true;
            visit.say(ControlWire.answer(ready));
            visit.leave();
        }
    }
}
