package dev.perch.ingress;

import dev.perch.model.TurnCall;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A delivery as a client wants it.
 *
 * @param client whose it is
 * @param sender what the user knows that client by
 * @param key by which the client knows it: the same key is the same delivery
 * @param hash of all that was asked
 * @param method as it was asked
 * @param call what Codex is to do; a message's name in it is empty until the delivery has one
 * @param whenBusy what to do while a turn runs
 * @param busyTurn with {@link WhenBusy#STEER}: the turn that may be steered; else empty
 * @param leave whether the user is asked before it is sent
 * @param untilMs when its time is over, milliseconds since 1970
 */
record Order(
        String client,
        String sender,
        String key,
        String hash,
        String method,
        TurnCall call,
        WhenBusy whenBusy,
        String busyTurn,
        Leave leave,
        long untilMs) {
    /** The note of one that is to be sent a second time. */
    static final String AGAIN = "it may have been sent";

    /** Whether the user is asked. */
    enum Leave {
        /** The client was let in for that. */
        GIVEN,
        /** Each time. */
        ASKED,
        /** It may have been sent already. */
        ASKED_AGAIN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Leave> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }
    }

    /** What a delivery that begins a turn does while another runs. */
    enum WhenBusy {
        /** It is refused. */
        REJECT,
        /** It waits here until the thread rests. */
        QUEUE,
        /** It is said into the turn that the sender named, and no other. */
        STEER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<WhenBusy> of(String word) {
            return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
        }
    }

    /** The same, its message named so: by that it can be found in the transcript. */
    Order named(String name) {
        TurnCall named = call;
        if (call instanceof TurnCall.Start start) {
            named = new TurnCall.Start(start.thread(), start.text(), name, start.sender());
        } else if (call instanceof TurnCall.Steer steer) {
            named = new TurnCall.Steer(steer.thread(), steer.turn(), steer.text(), name, steer.sender());
        } else if (call instanceof TurnCall.Queue queue) {
            named = new TurnCall.Queue(queue.thread(), queue.text(), name);
        }
        return new Order(client, sender, key, hash, method, named, whenBusy, busyTurn, leave, untilMs);
    }

    /** Whether it may have been sent already. */
    boolean isAgain() {
        return leave == Leave.ASKED_AGAIN;
    }

    /** What it says; empty: nothing. */
    String text() {
        return call instanceof TurnCall.Start start
                ? start.text()
                : call instanceof TurnCall.Steer steer
                        ? steer.text()
                        : call instanceof TurnCall.Queue queue ? queue.text() : "";
    }

    /** Whether it may be said into that turn in place of beginning one: only the sender's own word lets it. */
    boolean maySteer(String running) {
        return whenBusy == WhenBusy.STEER && !running.isEmpty() && running.equals(busyTurn);
    }
}
