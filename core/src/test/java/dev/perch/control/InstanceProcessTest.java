package dev.perch.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.local.RunFolder;
import dev.perch.runtime.SystemClock;
import dev.perch.testkit.SocketCaller;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Starts, races, kills: whole processes around one lock. */
final class InstanceProcessTest {
    @TempDir
    private Path home;

    @Test
    void ofStartsThatRaceOneIsFirstAndTheOthersHaveItComeForward() throws Exception {
        int starts = 4;
        List<Start> racers = new ArrayList<>();
        try {
            for (int i = 0; i < starts; i++) {
                racers.add(new Start(program(InstanceProgram.class)));
            }
            List<String> said = new ArrayList<>();
            for (Start racer : racers) {
                said.add(racer.line());
            }
            assertEquals(1, Collections.frequency(said, "first"), said.toString());
            assertEquals(starts - 1, Collections.frequency(said, "second"), said.toString());
        } finally {
            racers.forEach(Start::close);
        }
    }

    @Test
    void aKilledCompanionIsInNobodysWay() throws Exception {
        killAndStartAgain(3);
    }

    @Test
    @Tag("long")
    void fiftyKilledCompanionsAreInNobodysWay() throws Exception {
        killAndStartAgain(50);
    }

    private void killAndStartAgain(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            try (Start start = new Start(program(InstanceProgram.class))) {
                assertEquals("first", start.line(), "round " + round);
                assertEquals(start.process.pid(), status().pid());
                start.process.destroyForcibly().waitFor();
                assertTrue(Files.exists(run().resolve("control.sock")), "a killed process leaves its socket behind");
            }
        }
        try (Start last = new Start(program(InstanceProgram.class))) {
            assertEquals("first", last.line());
            assertEquals(last.process.pid(), status().pid());
        }
    }

    /**
     * As an SSH agent does: even where folder and socket stand open by mistake, the system's word on who calls decides.
     * ControlServerTest has the same with the roles turned, which needs no root.
     */
    @TestFactory
    Stream<DynamicTest> anotherUsersProgramIsHungUpOnEvenWhereTheSocketStandsOpen() throws IOException {
        return SocketCaller.canBeSomebodyElse()
                ? Stream.of(DynamicTest.dynamicTest("nobody", this::foreignProgram))
                : Stream.empty();
    }

    private void foreignProgram() throws Exception {
        Path socket = run().resolve("control.sock");
        String quit = "{\"protocol\":1,\"command\":\"quit\"}";
        try (Start start = new Start(program(InstanceProgram.class))) {
            assertEquals("first", start.line());
            SocketCaller.openToAll(home, socket);
            assertEquals("was answered", SocketCaller.asOurselves(socket, quit));
            assertEquals("was hung up on", SocketCaller.asNobody(socket, quit));
            assertEquals("was answered", SocketCaller.asOurselves(socket, quit));
        }
    }

    private ControlAnswer status() throws Exception {
        return new ControlClient(RunFolder.open(null, run()), new SystemClock())
                .ask(ControlCommand.STATUS)
                .orElseThrow();
    }

    private Path run() {
        return home.resolve("run");
    }

    private List<String> program(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                run().toString());
    }

    /** A process, and the one line that it says. */
    private static final class Start implements AutoCloseable {
        private final Process process;
        private final BufferedReader out;

        Start(List<String> command) throws IOException {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            out = process.inputReader(StandardCharsets.UTF_8);
        }

        String line() throws IOException {
            return String.valueOf(out.readLine());
        }

        @Override
        public void close() {
            process.destroyForcibly();
            try {
                assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
