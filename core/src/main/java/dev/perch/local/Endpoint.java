package dev.perch.local;

import dev.perch.files.AtomicFile;
import dev.perch.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What other programs of the user may know of the companion before they speak to it, in {@code endpoint.json} of its run folder.
 * It holds no secret. One that a killed companion left names a process that is gone.
 *
 * @param instance names this run of the companion; the handshake of the ingress tells it too
 * @param started when the process began; 1970 where the system does not say
 */
public record Endpoint(String instance, long pid, Instant started) {
    /** The file's name. */
    public static final String FILE = "endpoint.json";

    private static final int PROTOCOL = 1;

    /** That of the process which asks. */
    public static Endpoint ofThisProcess() {
        return of(ProcessHandle.current());
    }

    private static Endpoint of(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return new Endpoint(process.pid() + "-" + started.toEpochMilli(), process.pid(), started);
    }

    /** Whether the run of that name still goes on. */
    public static boolean isRunning(String instance) {
        return instance.matches("[0-9]{1,18}-.*")
                && ProcessHandle.of(Long.parseLong(instance.substring(0, instance.indexOf('-'))))
                        .filter(process -> of(process).instance().equals(instance))
                        .isPresent();
    }

    /**
     * Writes it down, for the user alone.
     *
     * @param lock only its holder may
     * @param sockets the names of those that there are or can be
     */
    public void write(InstanceLock lock, List<String> sockets) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("instanceId", instance);
        tree.put("pid", pid);
        tree.put("started", started.toString());
        tree.put("protocol", List.of(PROTOCOL));
        tree.put("sockets", sockets);
        new AtomicFile(file(lock), true).write(JsonTree.page(tree).getBytes(StandardCharsets.UTF_8));
    }

    /** Takes it away. */
    public static void remove(InstanceLock lock) {
        try {
            Files.deleteIfExists(file(lock));
        } catch (IOException stays) {
            // the next companion writes its own
        }
    }

    private static Path file(InstanceLock lock) {
        return lock.folder().path().resolve(FILE);
    }
}
