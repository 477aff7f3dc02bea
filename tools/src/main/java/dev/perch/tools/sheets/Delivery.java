package dev.perch.tools.sheets;

import dev.perch.files.Folders;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings files to a folder whole or not at all: they are written beside it and moved in when all are there. Files that
 * {@code perch} did not make itself are replaced only when the user says so.
 */
public final class Delivery {
    /** For how long an end of the process is put off at most. */
    private static final int MOST_SECONDS = 10;

    private final Path folder;
    private final boolean force;

    /** @param force whether files of others may be replaced */
    public Delivery(Path folder, boolean force) {
        this.folder = folder.toAbsolutePath().normalize();
        this.force = force;
    }

    /** The files of the folder that are not what was made: missing, different, or not made at all. */
    public List<String> differences(Map<String, byte[]> made) throws IOException {
        Set<String> names = new LinkedHashSet<>(made.keySet());
        List<String> different = new ArrayList<>();
        for (String name : names) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || !same(file, made.get(name))) {
                different.add(name);
            }
        }
        return different;
    }

    private static boolean same(Path file, byte @Nullable [] bytes) throws IOException {
        return bytes != null && Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    /**
     * Writes the files.
     *
     * @param own names in the folder that an earlier run of the same making wrote: replaced, or deleted where they are
     *     made no more
     * @throws ProblemException when a file of somebody else is in the way
     */
    public void write(Map<String, byte[]> made, Set<String> own) throws ProblemException, IOException {
        for (String name : made.keySet()) {
            Path file = folder.resolve(name);
            if (!force && Files.exists(file) && !own.contains(name) && !same(file, made.get(name))) {
                throw Problems.bad(
                        file.toString(),
                        "is there already and was not made by this",
                        "name another --out, or add --force");
            }
        }
        Path parent = Files.createDirectories(folder.getParent());
        Path stage = parent.resolve(
                "." + folder.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        CountDownLatch done = new CountDownLatch(1);
        Thread patience = new Thread(() -> await(done), "delivery");
        Runtime.getRuntime().addShutdownHook(patience);
        try {
            for (Map.Entry<String, byte[]> file : made.entrySet()) {
                Path staged = stage.resolve(file.getKey());
                Files.createDirectories(staged.getParent());
                write(staged, file);
            }
            arrive(stage, made.keySet(), own);
        } finally {
            Folders.delete(stage);
            done.countDown();
            forget(patience);
        }
    }

    /** A write that fails says why, and not where. */
    private void write(Path staged, Map.Entry<String, byte[]> file) throws ProblemException, IOException {
        try {
            Files.write(staged, file.getValue());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw Problems.bad(
                    folder.resolve(file.getKey()).toString(),
                    "cannot be written: " + e.getMessage(),
                    "make room on the disk, then run it again; nothing was changed");
        }
    }

    /** Ctrl-C comes too late once the files are being written: that takes milliseconds, and then all are there. */
    private static void await(CountDownLatch done) {
        try {
            boolean inTime = done.await(MOST_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            hook.interrupt();
        }
    }

    private void arrive(Path stage, Set<String> names, Set<String> own) throws IOException {
        if (!Files.exists(folder)) {
            Files.move(stage, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        for (String name : names) {
            Path target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            move(stage.resolve(name), target);
        }
        for (String name : own) {
            if (!names.contains(name)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether the folder has nothing in it, or is not there. */
    boolean empty() throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
