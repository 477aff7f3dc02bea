package dev.perch.tools.cost;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Perch as a process that is measured: on the JVM of this one, with its options, as {@code ./perch} starts it. */
public final class PerchProcess {
    private PerchProcess() {}

    /**
     * Starts a companion, beside the user's own.
     *
     * @param state a file for what it is told: written here, and whoever writes it anew tells it more; in a folder that is the
     *     companion's alone, for it has its lock and its sockets there
     * @param archive whether it may use the start-up archive
     * @param environment added to that of this process
     */
    public static MeteredProcess start(Scenario scenario, Path state, boolean archive, Map<String, String> environment)
            throws IOException {
        List<String> options = new ArrayList<>(scenario.options());
        options.add("--no-import");
        return start(scenario.snapshot(), options, state, archive, environment);
    }

    /** As above, in a state and with options of its own. */
    public static MeteredProcess start(
            String snapshot, List<String> options, Path state, boolean archive, Map<String, String> environment)
            throws IOException {
        Files.writeString(state, snapshot);
        List<String> command = perch(archive);
        command.addAll(List.of("run", "--meter", "--source", "file:" + state));
        command.addAll(options);
        Map<String, String> own = new HashMap<>(environment);
        own.put("XDG_RUNTIME_DIR", state.resolveSibling("").toAbsolutePath().toString());
        return MeteredProcess.start(command, own);
    }

    /** A window that takes the whole primary monitor; destroy it to be rid of it. */
    static Process fullscreenWindow(Map<String, String> environment) throws IOException {
        List<String> command = java(false);
        command.addAll(List.of("-cp", classPath(), "dev.perch.lwjgl3.FullscreenProgram"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Perch as {@code ./perch} starts it, to which its own words can be added. */
    public static List<String> perch(boolean archive) {
        List<String> command = java(archive);
        command.addAll(List.of("-Djdk.serialFilter=!*", "-cp", classPath(), "dev.perch.tools.Perch"));
        return command;
    }

    /** The JVM and its options, to which a class path and a class can be added. */
    public static List<String> java(boolean archive) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (archive || !isOfArchive(option)) {
                words.add(option);
            }
        }
        return words;
    }

    /** Whether an option of the JVM names a start-up archive. */
    public static boolean isOfArchive(String option) {
        return option.startsWith("-XX:SharedArchiveFile=") || option.startsWith("-XX:AOTCache=");
    }

    /** Perch's own class path, for which its archive was made: without the benchmarks, if it is they that measure. */
    private static String classPath() {
        Path benchmarks = Path.of(System.getProperty("perch.dist", "target/dist"), "bench");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(jar -> !Path.of(jar).startsWith(benchmarks))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
