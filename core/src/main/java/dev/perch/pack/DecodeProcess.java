package dev.perch.pack;

import dev.perch.files.Folders;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Starts the decode child: a small JVM with the image codecs, an empty environment and a time limit, under bubblewrap
 * where that works. Its input and output are files of the caller, so there is no pipe that could block Perch. Any thread;
 * one child at a time.
 */
public final class DecodeProcess {
    private static final int POLL_MILLIS = 100;

    /** What Perch encodes is its own, and encoding takes longer than decoding. */
    private static final int ENCODE_TIMES = 6;

    private final Setup setup;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicInteger runs = new AtomicInteger();
    private Optional<Boolean> sandboxed = Optional.empty();

    /**
     * What the child is made of.
     *
     * @param javaHome of the JVM that it runs on
     * @param classPath Perch's own classes, then the codecs
     * @param wallMillis until it is killed
     * @param bwrap the bubblewrap program; empty: not used
     */
    public record Setup(Path javaHome, List<Path> classPath, int wallMillis, Optional<Path> bwrap) {
        /** Copies the class path. */
        public Setup {
            classPath = List.copyOf(classPath);
        }

        /**
         * A child on the JVM that runs this, with the jars of a folder as codecs and bubblewrap where it is installed.
         *
         * @param codecs a folder of jars
         * @throws IOException when the folder cannot be listed
         */
        public static Setup ofThisJvm(Path codecs, PackageLimits limits) throws IOException {
            List<Path> classPath = new ArrayList<>();
            classPath.add(ownClasses());
            try (Stream<Path> files = Files.list(codecs)) {
                files.filter(file -> file.toString().endsWith(".jar"))
                        .map(Path::toAbsolutePath)
                        .sorted()
                        .forEach(classPath::add);
            }
            Optional<Path> bwrap = Stream.of("/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap")
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst();
            Path javaHome = Path.of(System.getProperty("java.home"));
            return new Setup(javaHome, classPath, limits.childMillis(), bwrap);
        }

        /** A class from a start-up archive may lack the place it came from; then its file's own address tells it. */
        private static Path ownClasses() throws IOException {
            CodeSource source = DecodeChild.class.getProtectionDomain().getCodeSource();
            URL place = source == null ? null : source.getLocation();
            URL file = DecodeChild.class.getResource(DecodeChild.class.getSimpleName() + ".class");
            if (place == null && file != null && file.openConnection() instanceof JarURLConnection jar) {
                place = jar.getJarFileURL();
            }
            if (place == null) {
                throw new IOException("Perch's own classes lie in no file");
            }
            try {
                return Path.of(place.toURI()).toAbsolutePath();
            } catch (URISyntaxException e) {
                throw new IOException("Perch's own classes lie in no file", e);
            }
        }
    }

    /** How a run ended. */
    enum Outcome {
        DONE,
        UNREADABLE,
        OUT_OF_MEMORY,
        TIMED_OUT,
        TOO_MUCH_OUTPUT,
        CRASHED,
        NOT_STARTED
    }

    /** A child as described; nothing is started yet. */
    public DecodeProcess(Setup setup) {
        this.setup = setup;
    }

    /** The child of {@link Setup#ofThisJvm}. @throws IOException when the folder cannot be listed */
    public static DecodeProcess ofThisJvm(Path codecs, PackageLimits limits) throws IOException {
        return new DecodeProcess(Setup.ofThisJvm(codecs, limits));
    }

    /** How many images were handed to a child so far. */
    public int runs() {
        return runs.get();
    }

    /** Whether children run under bubblewrap; tried out once. */
    public boolean sandboxed() throws IOException, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            return useSandbox();
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Runs one mode of {@link ChildProtocol}.
     *
     * @param in all that the child reads; its folder must be private, the child may write beside it
     * @param out made by this
     * @param maxOut most bytes that the child may write
     * @throws IOException when a file cannot be made
     * @throws InterruptedException when this thread is interrupted: the child is dead by then
     */
    Outcome run(String mode, Path in, Path out, long maxOut, int heapMiB) throws IOException, InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            runs.incrementAndGet();
            return start(mode, in, out, maxOut, heapMiB, useSandbox());
        } finally {
            oneAtATime.unlock();
        }
    }

    private boolean useSandbox() throws IOException, InterruptedException {
        if (sandboxed.isEmpty()) {
            sandboxed = Optional.of(setup.bwrap().isPresent() && probe());
        }
        return sandboxed.get();
    }

    private boolean probe() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("perch-probe");
        try {
            Path in = Files.createFile(folder.resolve("in"));
            return start(ChildProtocol.PROBE, in, folder.resolve("out"), 0, 64, true) == Outcome.DONE;
        } finally {
            Folders.delete(folder);
        }
    }

    private Outcome start(String mode, Path in, Path out, long maxOut, int heapMiB, boolean sandbox)
            throws IOException, InterruptedException {
        Path folder = in.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for the child");
        }
        ProcessBuilder builder = new ProcessBuilder(command(mode, folder, heapMiB, sandbox))
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process child;
        try {
            child = builder.start();
        } catch (IOException e) {
            return Outcome.NOT_STARTED;
        }
        try {
            int patience = mode.equals(ChildProtocol.ENCODE) ? ENCODE_TIMES : 1;
            return await(child, out, maxOut, patience * setup.wallMillis());
        } finally {
            kill(child);
        }
    }

    private static Outcome await(Process child, Path out, long maxOut, int wallMillis)
            throws IOException, InterruptedException {
        for (int waited = 0; !child.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS); waited += POLL_MILLIS) {
            if (Files.size(out) > maxOut) {
                return Outcome.TOO_MUCH_OUTPUT;
            }
            if (waited >= wallMillis) {
                return Outcome.TIMED_OUT;
            }
        }
        if (Files.size(out) > maxOut) {
            return Outcome.TOO_MUCH_OUTPUT;
        }
        return switch (child.exitValue()) {
            case 0 -> Outcome.DONE;
            case ChildProtocol.EXIT_UNREADABLE -> Outcome.UNREADABLE;
            case ChildProtocol.EXIT_MEMORY -> Outcome.OUT_OF_MEMORY;
            default -> Outcome.CRASHED;
        };
    }

    private static void kill(Process child) {
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        child.destroyForcibly();
    }

    private List<String> command(String mode, Path folder, int heapMiB, boolean sandbox) {
        List<String> words = new ArrayList<>();
        if (sandbox) {
            words.addAll(Sandbox.wrap(setup.bwrap().orElseThrow(), setup.javaHome(), setup.classPath()));
        }
        words.add(setup.javaHome().resolve("bin").resolve("java").toString());
        words.addAll(List.of("-Xmx" + heapMiB + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(List.of("-XX:-UsePerfData", "-XX:-CreateCoredumpOnCrash", "-XX:+DisableAttachMechanism"));
        words.addAll(List.of("-Djava.awt.headless=true", "-Djdk.serialFilter=!*"));
        words.add("-Djava.io.tmpdir=" + (sandbox ? "/tmp" : folder.toString()));
        words.add("-cp");
        words.add(String.join(
                File.pathSeparator,
                setup.classPath().stream().map(Path::toString).toList()));
        words.add(DecodeChild.class.getName());
        words.add(mode);
        return words;
    }
}
