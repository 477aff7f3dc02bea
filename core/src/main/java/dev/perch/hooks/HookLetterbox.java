package dev.perch.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where events of hooks that come another way than by the hook program are left for {@link HookSnapshotSource}. One thread. */
public final class HookLetterbox {
    /** Past so many events, the newest are let go: nobody takes them out. The hook program has the same bound. */
    public static final int MOST = 500;

    private final Path folder;
    private long count;

    /** @param folder of the spool */
    public HookLetterbox(Path folder) {
        this.folder = folder;
    }

    /** How many events wait. Reads the folder. */
    public int waiting() {
        String[] done = folder.toFile().list((spool, name) -> name.endsWith(".done"));
        return done == null ? 0 : done.length;
    }

    /**
     * Leaves one, if anybody reads them. Blocks for as long as a small file takes.
     *
     * @return false: there is no such agent
     */
    public boolean take(String agent, byte[] event) {
        HookAgent known = HookAgent.of(agent);
        if (known == null) {
            return false;
        }
        String name = "http-" + ++count;
        try {
            if (Files.exists(folder.resolve("reader")) && waiting() < MOST) {
                Files.write(folder.resolve(name + ".json"), event, StandardOpenOption.CREATE_NEW);
                Files.createFile(folder.resolve(name + "." + known.word() + ".done"));
            }
        } catch (IOException lost) {
            // a hook is told nothing: it is not held up by a full disk
        }
        return true;
    }
}
