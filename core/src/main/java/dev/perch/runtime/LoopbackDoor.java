package dev.perch.runtime;

import dev.perch.api.Clock;
import dev.perch.files.AtomicFile;
import dev.perch.hooks.HookLetterbox;
import dev.perch.json.JsonTree;
import dev.perch.local.InstanceLock;
import dev.perch.local.Ownership;
import dev.perch.status.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where pages in the user's browser read how the sessions stand, while the user has that switched on. */
public final class LoopbackDoor implements AutoCloseable {
    /** In the companion's folder: where it listens, and where the secret lies. */
    public static final String ENDPOINT = "http.json";

    private static final int TOKEN_BYTES = 32;
    private static final String TOKEN = "[0-9a-f]{64}";

    private final LoopbackServer server;
    private final Path endpoint;

    /**
     * What the user set.
     *
     * @param port 0: any that is free
     * @param origins of pages that may read
     * @param hooks whether hooks may hand events over
     */
    public record Terms(int port, List<String> origins, boolean detail, boolean hooks) {
        /** Copies the list. */
        public Terms {
            origins = List.copyOf(origins);
        }
    }

    private LoopbackDoor(LoopbackServer server, Path endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /**
     * Opens it.
     *
     * @throws IOException when the port cannot be had, or a file cannot be written
     */
    public static LoopbackDoor open(
            InstanceLock lock, PerchFolders folders, Clock clock, StatusDoor status, Terms terms) throws IOException {
        SecureRandom random = new SecureRandom();
        Path secret = folders.state().resolve("http-token");
        LoopbackServer.HookDoor hooks =
                terms.hooks() ? new HookLetterbox(folders.hooks())::take : (agent, event) -> false;
        LoopbackServer server = LoopbackServer.start(
                new LoopbackServer.Terms(terms.port(), terms.origins(), token(secret, random), terms.detail()),
                clock,
                status.feed(),
                random,
                hooks);
        Path endpoint = lock.folder().path().resolve(ENDPOINT);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("url", "http://127.0.0.1:" + server.port());
        tree.put("tokenFile", secret.toString());
        new AtomicFile(endpoint, true).write(JsonTree.page(tree).getBytes(StandardCharsets.UTF_8));
        return new LoopbackDoor(server, endpoint);
    }

    /**
     * Takes away what a companion left that was killed: another program may listen at that port by now, and would be told the
     * secret.
     *
     * @throws IOException when it cannot be taken away
     */
    public static void removeLeftOver(InstanceLock lock) throws IOException {
        Files.deleteIfExists(lock.folder().path().resolve(ENDPOINT));
    }

    /** The secret of that file; a new one where there is none, or one that others may have read. */
    private static String token(Path file, SecureRandom random) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Ownership ownership = Ownership.of(file);
            String known = ownership.isPlainFile() && ownership.isOurs() && isPrivate(file)
                    ? Files.readString(file).strip()
                    : "";
            if (known.matches(TOKEN)) {
                return known;
            }
            Files.delete(file);
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        Files.createDirectories(file.resolveSibling(""));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, token + "\n");
        return token;
    }

    private static boolean isPrivate(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
                .endsWith("------");
    }

    @Override
    public void close() {
        server.close();
        try {
            Files.deleteIfExists(endpoint);
        } catch (IOException stays) {
            // the next companion writes it anew
        }
    }
}
