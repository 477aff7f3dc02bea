package dev.perch.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.activity.ActivityBoard;
import dev.perch.activity.ActivityTuning;
import dev.perch.activity.Follower;
import dev.perch.api.NotificationVisualState;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.PackageSource;
import dev.perch.model.PetAnimationState;
import dev.perch.model.QuietLevel;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.model.StatusSign;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.place.MonitorLayout;
import dev.perch.runtime.Companion;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.SourceHost;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.PetsOnDisk;
import dev.perch.testkit.PluginJars;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
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
            imported(plugins.registry);
            source(plugins.registry);
            notices(plugins);
            assertEquals(List.of(), plugins.said(), "no fault");
        }
        TreeSet<String> missing = new TreeSet<>(CalledMethods.all());
        missing.removeAll(List.of(System.getProperty(CALLED, "").split("\n")));
        assertEquals(new TreeSet<>(), missing, "never called");
    }

    /** Frames, words and places reach the picture. */
    private static void onShow(LoadedPlugins plugins) throws InterruptedException {
        try (PluginOnShow pet = new PluginOnShow(plugins)) {
            pet.tell(PetAnimationState.RUNNING);
            assertTrue(pet.until(() -> pet.frame().equals("waving[2]")), pet::frame);
            assertTrue(pet.until(() -> left(pet) < 20), () -> "it stands at " + left(pet));
            pet.tell(new PetAnimationState("juggling"));
            assertTrue(pet.until(() -> pet.frame().startsWith("jumping")), "its word falls back");
            pet.runtime.stage().y += 40;
            assertTrue(pet.until(() -> called("layout.equals")), "its layout is asked again");
        }
        Companion companion = new Companion(
                RuntimeConfig.DEFAULT, Capabilities.of(plugins.registry), width -> null, new FakeClock(), note -> {});
        assertEquals(
                200,
                companion.home().whereabouts().first(MonitorLayout.NONE).sizes.trayWidth());
        companion.close();
    }

    private static int left(PluginOnShow pet) {
        return pet.runtime.stage().x + pet.runtime.stage().ink.left();
    }

    private static void listed(PetRuntimeRegistry registry) {
        assertEquals(
                "eighth",
                registry.petProviders().get(0).value().listPets().get(0).id().id());
        assertEquals(
                "found",
                registry.discoverySources().get(0).value().listPets().get(0).id());
    }

    private void imported(PetRuntimeRegistry registry) throws IOException {
        Path pet = Files.createDirectories(home.resolve("eighth"));
        Files.write(pet.resolve("sheet.png"), PetsOnDisk.sheet(Color.ORANGE));
        Files.writeString(pet.resolve("eight.json"), "{\"eight\": \"One of eight\"}");
        PackageLoader loader = new PackageLoader(
                home.resolve("store"),
                DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard()),
                PackageLimits.standard(),
                Registration.values(registry.packageAdapters()));
        PackageReport.Opened opened =
                assertInstanceOf(PackageReport.Opened.class, loader.load(PackageSource.of(pet), 0));
        assertEquals("One of eight", opened.pet().displayName());
        Files.writeString(pet.resolve("eight.json"), "{\"seven\": true}");
        assertInstanceOf(PackageReport.Refused.class, loader.load(PackageSource.of(pet), 0));
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

    /** Of muted sessions those are told that it says need the user; the badge of a pet among several is its own. */
    private static void notices(LoadedPlugins plugins) throws InterruptedException {
        BlockingQueue<String> answers = new LinkedBlockingQueue<>();
        plugins.plugins.onAnswer(() -> answers.add("one more"));
        ActivityBoard board = new ActivityBoard(
                ActivityTuning.DEFAULT, Capabilities.of(plugins.registry).notifications(), QuietLevel.FULL, 0);
        Follower part = new Follower(board, session -> true, 0);
        SourceId source = new SourceId("test");
        for (PetAnimationState state : List.of(PetAnimationState.WAITING, PetAnimationState.REVIEW)) {
            SessionId session = new SessionId(state.id());
            RuntimeSnapshot told = RuntimeSnapshot.of(state, state.id());
            board.tell(new StampedSnapshot(source, SourceRank.CONFIGURED, session, 1, 0, told.ttlNanos(), told));
            board.mute(source, session, true);
        }
        NotificationVisualState wanted = new NotificationVisualState(StatusSign.BLOCKED, true);
        part.focus(0);
        while (!part.notifications().badge().equals(wanted) || !titles(part).equals(List.of("review"))) {
            assertTrue(answers.poll(30, TimeUnit.SECONDS) != null, () -> titles(part) + " " + part.notifications());
            board.askAgain();
            part.focus(0);
        }
    }

    private static List<String> titles(Follower part) {
        return part.notifications().notifications().stream()
                .map(one -> one.session().title())
                .toList();
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
