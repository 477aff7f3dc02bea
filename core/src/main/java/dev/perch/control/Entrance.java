package dev.perch.control;

import dev.perch.api.Clock;
import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.model.Problem;
import java.time.Duration;
import java.util.Optional;

/** How a start of the companion turns out: it is the user's only one, or another runs and has come forward. */
public sealed interface Entrance {
    /** How long a start waits for one that has the lock and does not answer: it may be starting, or ending. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /** Nobody else runs. */
    record First(InstanceLock lock) implements Entrance {}

    /** Another runs, and this is what it said. */
    record Second(ControlAnswer answer) implements Entrance {}

    /** Another holds the lock, and neither answers nor ends. */
    final class NoAnswer extends LocalFault {
        private static final long serialVersionUID = 1;

        private NoAnswer(Problem problem) {
            super(problem);
        }
    }

    /**
     * Takes the lock, or has the holder of the lock come forward. Blocks for some seconds at most.
     *
     * @throws NoAnswer when another has the lock and does not answer
     * @throws LocalFault when nobody can have it
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    static Entrance enter(RunFolder folder, Clock clock) throws LocalFault, InterruptedException {
        long deadline = clock.nanos() + PATIENCE.toNanos();
        do {
            Optional<InstanceLock> lock = InstanceLock.take(folder);
            if (lock.isPresent()) {
                return new First(lock.get());
            }
            Optional<ControlAnswer> answer = forward(folder, clock);
            if (answer.isPresent() && answer.get().ok()) {
                return new Second(answer.get());
            }
            clock.awaitNanos(clock.nanos() + Duration.ofMillis(50).toNanos());
        } while (clock.nanos() < deadline);
        throw new NoAnswer(Problem.error(
                folder.lock().toString(),
                "a companion of yours holds it and does not answer",
                "end that process, then start again"));
    }

    private static Optional<ControlAnswer> forward(RunFolder folder, Clock clock) {
        try {
            return new ControlClient(folder, clock).ask(ControlCommand.FORWARD);
        } catch (LocalFault hungUp) {
            return Optional.empty();
        }
    }
}
