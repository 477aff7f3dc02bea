package dev.perch.lwjgl3;

import dev.perch.model.Problem;
import dev.perch.runtime.QuitSignals;
import dev.perch.runtime.SystemClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The real program with a {@link TestPet}: it takes commands by the line, on a thread that is not the render thread. */
final class TestProgram {
    private final PrintStream said = System.out;
    private final TestPet pet = new TestPet(said);
    private final DesktopApplication application = new DesktopApplication(pet, new SystemClock(), new Notices());

    private TestProgram() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(new TestProgram().run());
    }

    private int run() throws Exception {
        Thread commands = new Thread(this::listen, "commands");
        commands.setDaemon(true);
        commands.start();
        try (QuitSignals signals = QuitSignals.listening()) {
            signals.onQuit(application.control()::close);
            application.run();
            said.println("over");
            return 0;
        } catch (DesktopFault fault) {
            System.err.println(fault.problem().sentence());
            return fault.kind().exitCode();
        }
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::obey);
        } catch (IOException e) {
            said.println("deaf " + e);
        }
    }

    private void obey(String line) {
        String[] words = line.split(" ", -1);
        Map<String, Runnable> commands = Map.of(
                "counters",
                this::count,
                "wake",
                application.control()::wake,
                "close",
                application.control()::close,
                "colour",
                () -> recolour(Integer.parseInt(words[1], 16)),
                "blink",
                () -> blink(Integer.parseInt(words[1]), Integer.parseInt(words[2])),
                "flood",
                () -> flood(Integer.parseInt(words[1])),
                "storm",
                () -> storm(Integer.parseInt(words[1])));
        commands.get(words[0]).run();
    }

    private void count() {
        LoopCounters counters = application.counters();
        said.println("counters " + counters.wakeUps() + " " + counters.steps() + " " + counters.draws() + " "
                + counters.regions());
    }

    private void recolour(int rgb) {
        pet.wishColour(rgb);
        application.control().wake();
    }

    private void blink(int times, int millis) {
        pet.wishBlinks(times, millis * 1_000_000L);
        application.control().wake();
    }

    /** Wishes another colour so often, about 2,000 times a second; the last is 30a0f0. */
    private void flood(int times) {
        for (int i = 1; i <= times; i++) {
            recolour(0x30a0f0 ^ (times - i) % 0x100);
            LockSupport.parkNanos(500_000);
        }
        said.println("flood");
    }

    /** Wakes the loop so often, each time when it has stepped; tells the bytes that the render thread allocated meanwhile. */
    private void storm(int times) {
        long before = application.counters().allocatedBytes().orElseThrow();
        for (int i = 0; i < times; i++) {
            long steps = application.counters().steps();
            application.control().wake();
            while (application.counters().steps() == steps) {
                LockSupport.parkNanos(20_000);
            }
        }
        said.println("storm " + (application.counters().allocatedBytes().orElseThrow() - before));
    }

    private static final class Notices implements DesktopNotices {
        @Override
        public void warn(Problem problem) {
            System.err.println(problem.sentence());
        }

        @Override
        public void displayLost(DesktopFault fault) {
            System.err.println(fault.problem().sentence());
        }
    }
}
