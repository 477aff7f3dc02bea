package dev.perch.control;

import dev.perch.api.Clock;
import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.runtime.SystemClock;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * A start of a companion with no window. The argument is a run folder. It says "first" and serves until it is killed or its
 * input ends, or says "second" and ends.
 */
final class InstanceProgram {
    private InstanceProgram() {}

    public static void main(String[] arguments) throws Exception {
        Clock clock = new SystemClock();
        Entrance entrance = Entrance.enter(RunFolder.open(null, Path.of(arguments[0])), clock);
        if (!(entrance instanceof Entrance.First first)) {
            System.out.println("second");
            return;
        }
        ControlAnswer answer = new ControlAnswer(ProcessHandle.current().pid(), "test", null, null);
        try (InstanceLock lock = first.lock();
                ControlServer server =
                        ControlServer.start(lock, clock, command -> CompletableFuture.completedFuture(answer))) {
            System.out.println("first");
            while (System.in.read() >= 0) {
                // until whoever started it ends it
            }
        }
    }
}
