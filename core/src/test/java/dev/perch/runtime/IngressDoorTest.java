package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.bridge.CodexSource;
import dev.perch.bridge.TurnDesk;
import dev.perch.client.Client;
import dev.perch.client.ClientFault;
import dev.perch.client.ClientFile;
import dev.perch.client.ClientKey;
import dev.perch.client.ClientLine;
import dev.perch.client.Rights;
import dev.perch.client.Scope;
import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlCommand;
import dev.perch.ecs.Stage;
import dev.perch.ingress.IngressServer;
import dev.perch.json.RpcFault;
import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SourceRank;
import dev.perch.render.RasterTextures;
import dev.perch.testkit.FakeClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where programs write: how it is opened, and which threads are found there. */
final class IngressDoorTest {
    @TempDir
    private Path home;

    private final FakeClock clock = new FakeClock();
    private final HostQuestions questions = new HostQuestions(clock::nanos);
    private final Companion companion =
            new Companion(RuntimeConfig.DEFAULT, width -> StagedPet.pet(), clock, problem -> {});
    private PerchFolders folders;
    private RunFolder run;
    private InstanceLock lock;
    private IngressDoor door;

    @BeforeEach
    void build() throws Exception {
        folders = PerchFolders.of(Map.of(), "Linux", home);
        run = RunFolder.open(null, home.resolve("run"));
        lock = InstanceLock.take(run).orElseThrow();
        door = new IngressDoor(
                lock,
                companion,
                new CompanionActions(folders, clock::nanos, problem -> {}),
                folders,
                new TurnDesk(),
                new ClientQuestions(companion, questions),
                on -> {});
    }

    @AfterEach
    void close() {
        door.close();
        companion.close();
        lock.close();
    }

    @Test
    void whetherItIsOpenedIsOneQuestionHoweverOftenItIsAsked() throws Exception {
        CompanionControl control = new CompanionControl(companion, door, "test");
        for (int i = 0; i < 4; i++) {
            questions.ask(new HostQuestions.Question("another", List.of(), "Yes", () -> true, answer -> {}));
        }
        ControlAnswer full = control.handle(ControlCommand.INGRESS_ON).join();
        assertEquals("so many questions wait for you at the pet; answer them first", full.error());
        for (int i = 0; i < 4; i++) {
            HostQuestions.Question first = questions.first();
            assertNotNull(first);
            questions.answer(first, false, clock.nanos());
        }
        for (int i = 0; i < 6; i++) {
            assertTrue(control.handle(ControlCommand.INGRESS_ON).join().ok());
        }
        assertEquals(1, questions.count());
    }

    @Test
    void aClientFindsThreadsThatItMayReachAndNoOther() throws Exception {
        PetRuntime pet = companion
                .home()
                .open(Stage.of(RuntimeConfig.DEFAULT.petWidth(), 1), new RasterTextures(), StagedPet.pet());
        companion.start(SourceRank.APP_SERVER, new TwoThreads());
        while (companion.onShow().sessions().size() < 2) {
            clock.advance(Duration.ofMillis(10));
            pet.step(clock.nanos());
        }
        assertEquals("t-other", find(Rights.of(Set.of(Scope.TURN_START))));
        assertEquals("t-mine", find(new Rights(Set.of(), Set.of(), Set.of("t-mine"), Set.of(), Set.of())));
        assertEquals("t-mine", find(new Rights(Set.of(), Set.of(), Set.of(), Set.of("/home/me/mine"), Set.of())));
        Rights none = new Rights(Set.of(), Set.of(), Set.of("t-none"), Set.of(), Set.of());
        assertEquals(
                ClientFault.NOT_FOUND,
                assertThrows(RpcFault.class, () -> find(none)).code());
        pet.close();
    }

    /** What the latest thread is to a client with these rights. */
    private Object find(Rights rights) throws Exception {
        String key = "ab".repeat(32);
        new ClientFile(folders.state())
                .change(all -> List.of(new Client("c-1", "ci", key, rights, 0, Long.MAX_VALUE, "")));
        door.open();
        try (ClientLine line = ClientLine.connect(run, IngressServer.SOCKET).orElseThrow()) {
            line.introduce(new ClientKey("c-1", key), new SecureRandom());
            return line.call("thread/find", Map.of("which", "latest")).get("threadId");
        } finally {
            door.shut();
        }
    }

    /** Two threads of Codex, each in a workspace of its own; the second is heard of last. */
    private final class TwoThreads implements RuntimeSnapshotSource {
        @Override
        public String id() {
            return CodexSource.ID;
        }

        @Override
        public String displayName() {
            return "Codex";
        }

        @Override
        public void start(RuntimeSnapshotEmitter emit) {
            for (String name : List.of("mine", "other")) {
                clock.advance(Duration.ofMillis(1));
                emit.emit(new RuntimeSnapshot(
                        PetAnimationState.RUNNING,
                        name,
                        null,
                        Map.of(
                                RuntimeSnapshot.SESSION_ID,
                                "t-" + name,
                                RuntimeSnapshot.WORKSPACE,
                                "/home/me/" + name)));
            }
        }
    }
}
