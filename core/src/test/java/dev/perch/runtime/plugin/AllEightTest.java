package dev.perch.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.api.NotificationLevel;
import dev.perch.api.NotificationResolver;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SessionStatus;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.model.StatusSign;
import dev.perch.runtime.SourceHost;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every method of every interface of the API, called in a plugin that comes as a jar, by the program itself where it does. */
final class AllEightTest {
    private static final String CALLED = "perch.test.called";

    @TempDir
    private Path home;

    @BeforeEach
    @AfterEach
    void forget() {
        System.clearProperty(CALLED);
    }

    @Test
    void everyMethodOfEveryInterfaceIsCalledInAJar() throws Exception {
        Path jar = PluginJars.build(
                LoadedPlugins.folder(home).resolve("eight.jar"),
                "AllEight",
                Path.of("src", "test", "resources", "plugins", "AllEight.java"));
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar)) {
            assertEquals(List.of(), plugins.said());
            onShow(plugins);
            listed(plugins.registry);
            adapter(plugins.registry.packageAdapters().get(0).value());
            source(plugins.registry);
            notices(plugins);
            assertEquals(List.of(), plugins.said(), "no fault");
        }
        TreeSet<String> missing = new TreeSet<>(CalledMethods.all());
        missing.removeAll(List.of(System.getProperty(CALLED, "").split("\n")));
        assertEquals(new TreeSet<>(), missing, "never called");
    }

    /** Frames, words, notices and places reach the picture. */
    private static void onShow(LoadedPlugins plugins) throws InterruptedException {
        try (PluginOnShow pet = new PluginOnShow(plugins)) {
            pet.tell(PetAnimationState.RUNNING);
            assertTrue(pet.until(() -> pet.frame().equals("waving[2]")), pet::frame);
            pet.tell(new PetAnimationState("juggling"));
            assertTrue(pet.until(() -> pet.frame().startsWith("jumping")), "its word falls back");
            pet.runtime.stage().x += 40;
            assertTrue(pet.until(() -> called("layout.equals")), "its layout is asked again");
        }
    }

    private static void listed(PetRuntimeRegistry registry) {
        assertEquals(
                "eighth",
                registry.petProviders().get(0).value().listPets().get(0).id().id());
        assertEquals(
                "found",
                registry.discoverySources().get(0).value().listPets().get(0).id());
        assertEquals(100, registry.layoutResolvers().get(0).value().defaults().petWidth());
    }

    private static void adapter(CompatiblePetPackageAdapter adapter) throws IOException {
        assertEquals(List.of("eight.json"), adapter.manifestNames());
        assertEquals(List.of("sheet.png"), adapter.files(Map.of()));
        assertTrue(adapter.detect(Map.of("eight", true)));
        assertFalse(adapter.detect(Map.of("seven", true)));
        CompatiblePetPackageAdapter.Input input = new CompatiblePetPackageAdapter.Input(
                Path.of("."), Map.of(), null, path -> path, image -> new CompatiblePetPackageAdapter.Size(1, 1));
        assertEquals(
                "has seven of eight",
                assertThrows(IOException.class, () -> adapter.load(input)).getMessage());
    }

    private static void source(PetRuntimeRegistry registry) throws InterruptedException {
        BlockingQueue<StampedSnapshot> arrived = new LinkedBlockingQueue<>();
        try (SourceHost host = new SourceHost(new FakeClock(), arrived::add, () -> {})) {
            RuntimeSnapshotSource source =
                    registry.snapshotSourceFactories().get(0).value().create(Map.of());
            host.start(SourceRank.CONFIGURED, source);
            assertEquals(
                    "one of eight",
                    arrived.poll(30, TimeUnit.SECONDS).snapshot().title());
            assertEquals(1, host.statuses().get(0).problems());
        }
        awaitCalled("source.stop");
    }

    private static void notices(LoadedPlugins plugins) throws InterruptedException {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        plugins.plugins.onAnswer(() -> answers.add("one more"));
        NotificationResolver resolver = Capabilities.of(plugins.registry).notifications();
        assertEquals(NotificationLevel.READY, resolver.levelForStatus(SessionStatus.READY), "Perch's own, meanwhile");
        while (resolver.levelForStatus(SessionStatus.READY) != NotificationLevel.FAILED) {
            assertTrue(answers.poll(30, TimeUnit.SECONDS) != null);
        }
        assertEquals(StatusSign.NONE, resolver.visualForNotification(null).sign());
        while (resolver.visualForNotification(Notices.one()).sign() != StatusSign.BLOCKED) {
            assertTrue(answers.poll(30, TimeUnit.SECONDS) != null);
        }
    }

    private static boolean called(String method) {
        return List.of(System.getProperty(CALLED, "").split("\n")).contains(method);
    }

    private static void awaitCalled(String method) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!called(method) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertTrue(called(method), method);
    }
}
