package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./perch}, a copy of it beside a build that is not stale, with a Java that only tells how it is called. */
final class LauncherTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void place() throws Exception {
        Files.copy(Path.of("..", "perch"), folder.resolve("perch"));
        Files.createDirectories(folder.resolve("target/dist/lib"));
        Files.createFile(folder.resolve("target/dist/built"));
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"\n");
        Path java = Files.writeString(folder.resolve("jdk/bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
    }

    /** Agents and the hook go by HOME; Java alone would ask the system's list of users. */
    @Test
    void theHomeIsThatOfTheEnvironment() throws Exception {
        List<String> called = perch("elsewhere");
        assertTrue(called.contains("-Duser.home=" + folder.resolve("elsewhere")), called.toString());
        assertEquals(
                List.of("dev.perch.tools.Perch", "hooks", "status"), called.subList(called.size() - 3, called.size()));
        assertTrue(perch("").stream().noneMatch(option -> option.startsWith("-Duser.home")), "an empty one is none");
    }

    /** An agent takes another end for an answer: Claude Code does not go on after a 2. */
    @Test
    void aHookEndsWith0AlsoWhereNothingIsSet() throws Exception {
        Path hook = folder.resolve("assets/hooks/perch-hook");
        Files.createDirectories(hook.getParent());
        Files.copy(Path.of("..", "assets", "hooks", "perch-hook"), hook);
        for (List<String> words : List.of(List.of("hook", "claude"), List.of("hook"), List.of("hook", "../x y"))) {
            List<String> command =
                    new ArrayList<>(List.of("sh", folder.resolve("perch").toString()));
            command.addAll(words);
            ProcessBuilder start = new ProcessBuilder(command).redirectErrorStream(true);
            start.environment().keySet().retainAll(Set.of("PATH"));
            Process process = start.start();
            process.getOutputStream().close();
            assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(0, process.waitFor());
        }
    }

    private List<String> perch(String home) throws Exception {
        ProcessBuilder start = new ProcessBuilder("sh", folder.resolve("perch").toString(), "hooks", "status");
        start.environment().put("PERCH_JAVA_HOME", folder.resolve("jdk").toString());
        start.environment()
                .put("HOME", home.isEmpty() ? "" : folder.resolve(home).toString());
        Process process = start.redirectError(folder.resolve("err").toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), Files.readString(folder.resolve("err")));
        return out.lines().toList();
    }
}
