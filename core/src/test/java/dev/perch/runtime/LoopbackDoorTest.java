package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.hooks.HookSnapshotSource;
import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.model.Problem;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that lead a page to the server, and the way of a hook's event through it. */
final class LoopbackDoorTest {
    private final SystemClock clock = new SystemClock();

    @TempDir
    private Path home;

    private PerchFolders folders;
    private InstanceLock lock;
    private Companion companion;
    private StatusDoor status;

    @BeforeEach
    void open() throws Exception {
        folders = PerchFolders.of(Map.of(), "Linux", home);
        lock = InstanceLock.take(RunFolder.open(null, home.resolve("run"))).orElseThrow();
        companion = new Companion(
                RuntimeConfig.DEFAULT,
                width -> {
                    throw new ProblemException(Problem.error("pet", "none is shown here", "leave it"));
                },
                clock,
                problem -> {});
        status = StatusDoor.open(
                lock,
                companion,
                InstantSource.system(),
                false,
                folders,
                new CompanionActions(folders, SystemClock::wallMillis, problem -> {}),
                new ClientQuestions(companion, new HostQuestions(clock::nanos)));
    }

    @AfterEach
    void close() {
        status.close();
        companion.close();
        lock.close();
    }

    @Test
    void theSecretIsTheUsersAloneAndStaysUntilOthersMayReadIt() throws Exception {
        Path file = folders.state().resolve("http-token");
        String first = opened(file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(first, opened(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertNotEquals(first, opened(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private String opened(Path file) throws Exception {
        try (LoopbackDoor door = door(false)) {
            return Files.readString(file);
        }
    }

    @Test
    void theEndpointHasNoSecretAndGoesWithTheServer() throws Exception {
        Path file = lock.folder().socket(LoopbackDoor.ENDPOINT);
        try (LoopbackDoor door = door(false)) {
            String page = Files.readString(file);
            assertFalse(page.contains(secret()), page);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals(404, post(page, "claude").statusCode(), "hooks are switched on by themselves");
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void aHooksEventThatComesByHttpIsShownLikeAnyOther() throws Exception {
        BlockingQueue<StampedSnapshot> arrived = new LinkedBlockingQueue<>();
        try (SourceHost sources = new SourceHost(clock, arrived::add, () -> {});
                LoopbackDoor door = door(true)) {
            sources.start(SourceRank.HOOKS, new HookSnapshotSource(folders.hooks(), clock));
            while (!Files.exists(folders.hooks().resolve("reader"))) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            String page = Files.readString(lock.folder().socket(LoopbackDoor.ENDPOINT));
            HttpResponse<String> answer = post(page, "claude");
            assertEquals(200, answer.statusCode());
            assertEquals("{}\n", answer.body());
            StampedSnapshot shown = arrived.poll(30, TimeUnit.SECONDS);
            assertTrue(shown != null && shown.session().id().contains("s-1"), String.valueOf(shown));
            assertEquals(404, post(page, "nobody").statusCode());
        }
    }

    private HttpResponse<String> post(String page, String agent) throws Exception {
        String url = page.replaceAll("(?s).*\"(http://127.0.0.1:\\d+)\".*", "$1");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/v1/hooks/" + agent))
                                .header("Authorization", "Bearer " + secret())
                                .version(HttpClient.Version.HTTP_1_1)
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"session_id\":\"s-1\",\"hook_event_name\":\"UserPromptSubmit\",\"cwd\":\"/tmp\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private String secret() throws Exception {
        return Files.readString(folders.state().resolve("http-token")).strip();
    }

    private LoopbackDoor door(boolean hooks) throws Exception {
        return LoopbackDoor.open(lock, folders, clock, status, new LoopbackDoor.Terms(0, List.of(), false, hooks));
    }
}
