package dev.perch.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.PackageSource;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SourceRank;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.runtime.Inbox;
import dev.perch.runtime.SourceHost;
import dev.perch.runtime.SourceStatus;
import dev.perch.runtime.plugin.jar.PluginJar;
import dev.perch.runtime.plugin.jar.PluginState;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.PetsOnDisk;
import dev.perch.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that throw, hang, flood or lie: the pet goes on, and the fault is named. */
final class MischiefTest {
    @TempDir
    private Path home;

    @Test
    void aResolverThatThrowsLeavesThePetAloneAndIsOffAfterThreeFaults() throws Exception {
        Path jar = jar("throw new IllegalStateException(\"no idea\");");
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar);
                PluginOnShow pet = new PluginOnShow(plugins)) {
            actItOut(plugins, pet);
            assertTrue(
                    plugins.said()
                            .get(0)
                            .startsWith("plugin bad.jar: its animation resolver bad failed (IllegalStateException: no"
                                    + " idea)"),
                    plugins.said()::toString);
            assertEquals(PluginState.Phase.OFF, plugins.plugins.states().get(0).phase());
            String why = plugins.plugins.states().get(0).why();
            assertTrue(why != null && why.startsWith("is off after 3 faults"), why);
        }
        try (LoadedPlugins again = new LoadedPlugins(home, List.of())) {
            assertEquals(List.of("perch"), again.registry.plugins(), "it stays off");
            again.trust.trust(PluginJar.of(jar));
            assertEquals(
                    PluginState.Phase.TRUSTED, again.plugins.states().get(0).phase());
        }
    }

    @Test
    void aResolverThatHangsCostsNoFrameAndIsOffAfterThreeFaults() throws Exception {
        Path jar = jar("Thread.sleep(10_000);");
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar);
                PluginOnShow pet = new PluginOnShow(plugins)) {
            long worst = actItOut(plugins, pet);
            assertTrue(worst < TimeUnit.SECONDS.toNanos(2), () -> "a step took " + worst + " ns");
            assertTrue(plugins.said().get(0).contains("took too long"), plugins.said()::toString);
        }
    }

    @Test
    void answersWithHolesInThemAreFaultsAndReachNoPicture() throws Exception {
        Path jar = PluginJars.build(LoadedPlugins.folder(home).resolve("holes.jar"), "Holes", """
                import dev.perch.api.*;
                import dev.perch.model.*;
                import java.util.List;
                public final class Holes implements PetPlugin, NotificationResolver, LayoutResolver {
                    public String id() { return "holes"; }
                    public String displayName() { return "Holes"; }
                    public void setup(PetHostApi host) {
                        host.registerNotificationResolver(this);
                        host.registerLayoutResolver(this);
                    }
                    public NotificationProjectionResult project(NotificationResolver.Input input) {
                        return new NotificationProjectionResult(List.of(), null);
                    }
                    public NotificationLevel levelForStatus(SessionStatus status) { return null; }
                    public NotificationVisualState visualForNotification(OverlayNotification one) { return null; }
                    public OverlayViewportDefaults defaults() { return new OverlayViewportDefaults(112, 264, 6); }
                    public OverlayMeasuredElements measure(LayoutResolver.Input input) {
                        return new OverlayMeasuredElements(null, null, null);
                    }
                    public boolean equals(OverlayMeasuredElements one, OverlayMeasuredElements other) { return false; }
                }
                """);
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar);
                PluginOnShow pet = new PluginOnShow(plugins)) {
            actItOut(plugins, pet);
            assertTrue(
                    plugins.said().stream().anyMatch(said -> said.contains("failed (NullPointerException: badge)")),
                    plugins.said()::toString);
            assertTrue(
                    plugins.said().stream().anyMatch(said -> said.contains("failed (NullPointerException: mascot)")),
                    plugins.said()::toString);
        }
    }

    @Test
    void aSetupThatHangsIsGivenUpAndNotTriedAgain() throws IOException {
        Path jar = PluginJars.build(
                LoadedPlugins.folder(home).resolve("slow.jar"),
                "Bad",
                source("").replace("/*setup*/", "try { Thread.sleep(10_000); } catch (InterruptedException e) {}"));
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar)) {
            assertEquals(List.of("perch"), plugins.registry.plugins());
            assertTrue(plugins.said().get(0).startsWith("plugin slow.jar: its setup took too long"));
        }
        try (LoadedPlugins again = new LoadedPlugins(home, List.of())) {
            assertEquals(PluginState.Phase.OFF, again.plugins.states().get(0).phase());
            assertEquals(1, again.said().size(), again.said()::toString);
            assertTrue(
                    again.said().get(0).startsWith("plugin slow.jar: is off: its setup took too long"),
                    again.said()::toString);
        }
    }

    @Test
    void tenThousandSnapshotsASecondArriveAsTheLatestOnes() throws Exception {
        Path jar = jar("");
        CountDownLatch many = new CountDownLatch(10_000);
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar)) {
            Inbox<Runnable> inbox = new Inbox<>(() -> {});
            try (SourceHost host = new SourceHost(
                    new FakeClock(),
                    snapshot -> {
                        inbox.offerSnapshot(snapshot);
                        many.countDown();
                    },
                    () -> {})) {
                host.start(
                        SourceRank.CONFIGURED,
                        plugins.registry
                                .snapshotSourceFactories()
                                .get(0)
                                .value()
                                .create(Map.of()));
                assertTrue(many.await(60, TimeUnit.SECONDS));
                int drained = inbox.drain(snapshot -> {}, event -> {});
                assertEquals(1, drained, "one session, one slot");
                assertTrue(inbox.conflated() > 9_000, () -> inbox.conflated() + " conflated");
            }
        }
    }

    @Test
    void aPluginThatIsOffHasItsSourcesStopped() throws Exception {
        Semaphore news = new Semaphore(0);
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar(""));
                SourceHost host = new SourceHost(new FakeClock(), snapshot -> {}, news::release)) {
            RuntimeSnapshotSourceFactory flood =
                    plugins.registry.snapshotSourceFactories().get(0).value();
            host.start(SourceRank.CONFIGURED, flood.create(Map.of()));
            RuntimeSnapshotSource late = flood.create(Map.of());
            for (int fault = 0; fault < 3; fault++) {
                assertEquals(SourceStatus.Phase.RUNNING, host.statuses().get(0).phase());
                plugins.registry.packageAdapters().get(0).value().detect(Map.of("throw", true));
            }
            while (host.statuses().get(0).phase() == SourceStatus.Phase.RUNNING) {
                assertTrue(news.tryAcquire(30, TimeUnit.SECONDS), "it goes on");
            }
            host.start(SourceRank.CONFIGURED, late);
            while (host.statuses().get(1).phase() == SourceStatus.Phase.RUNNING) {
                assertTrue(news.tryAcquire(30, TimeUnit.SECONDS), "it begins all the same");
            }
        }
    }

    @Test
    void aSourceThatPassesItselfOffAsAnothersIsRefused() throws Exception {
        Path jar = PluginJars.build(
                LoadedPlugins.folder(home).resolve("mask.jar"),
                "Bad",
                source("").replace("/*of the source*/ \"bad\"", "\"codex\""));
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar)) {
            RuntimeSnapshotSourceFactory mask =
                    plugins.registry.snapshotSourceFactories().get(0).value();
            assertEquals(
                    "--source bad: its source calls itself codex; tell its maker.",
                    assertThrows(IllegalArgumentException.class, () -> mask.create(Map.of()))
                            .getMessage());
        }
    }

    @Test
    void anAdapterThatThrowsDetectsNothing() throws Exception {
        Path jar = jar("");
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar)) {
            CompatiblePetPackageAdapter adapter =
                    plugins.registry.packageAdapters().get(0).value();
            assertTrue(adapter.detect(Map.of()), "it says yes to everything");
            CompatiblePetPackageAdapter.Input input = new CompatiblePetPackageAdapter.Input(
                    home, Map.of(), null, path -> path, image -> new CompatiblePetPackageAdapter.Size(1, 1));
            assertThrows(IOException.class, () -> adapter.load(input));
            assertTrue(plugins.said().get(0).contains("its adapter bad failed"), plugins.said()::toString);
            assertFalse(adapter.detect(Map.of("throw", true)));
            assertFalse(adapter.detect(Map.of("throw", true)));
            assertFalse(adapter.detect(Map.of()), "three faults, and it is off");
        }
    }

    @Test
    void anAdapterThatSaysYesToEverythingKeepsNoPetFromOpeningAndIsOffAfterThree() throws Exception {
        Path jar = PluginJars.build(
                LoadedPlugins.folder(home).resolve("liar.jar"),
                "Bad",
                source("").replace("UnsupportedOperationException", "IllegalArgumentException"));
        DecodeProcess decoder =
                DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard());
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar)) {
            PackageLoader loader = new PackageLoader(
                    home.resolve("store"),
                    decoder,
                    PackageLimits.standard(),
                    Registration.values(plugins.registry.packageAdapters()));
            for (int i = 1; i <= 3; i++) {
                Path pet = PetsOnDisk.blob(home.resolve("pet-" + i), PetsOnDisk.MANIFEST);
                assertInstanceOf(PackageReport.Opened.class, loader.load(PackageSource.of(pet), 0));
            }
            assertEquals(
                    "plugin liar.jar: its adapter bad detected what it then refused and another reads: a lie; tell its"
                            + " maker, or remove it with perch plugin remove.",
                    plugins.said().get(0));
            assertEquals(3, plugins.said().size());
            assertEquals(PluginState.Phase.OFF, plugins.plugins.states().get(0).phase());
        }
    }

    /** Goes through states until the plugin is off. @return the longest step, in nanoseconds */
    private static long actItOut(LoadedPlugins plugins, PluginOnShow pet) throws InterruptedException {
        List<PetAnimationState> states =
                List.of(PetAnimationState.RUNNING, PetAnimationState.FAILED, PetAnimationState.WAITING);
        long worst = 0;
        for (PetAnimationState state : states) {
            pet.tell(state);
            long before = System.nanoTime();
            pet.step();
            worst = Math.max(worst, System.nanoTime() - before);
            assertTrue(pet.frame().startsWith(state.id()), pet::frame);
        }
        assertTrue(pet.until(() -> plugins.plugins.running().get(0).off() != null));
        pet.tell(PetAnimationState.REVIEW);
        pet.step();
        assertTrue(pet.frame().startsWith("review"), pet::frame);
        return worst;
    }

    private Path jar(String supports) throws IOException {
        return PluginJars.build(LoadedPlugins.folder(home).resolve("bad.jar"), "Bad", source(supports));
    }

    static String source(String supports) {
        return """
                import dev.perch.api.*;
                import dev.perch.model.*;
                import java.util.Map;
                public final class Bad implements PetPlugin, AnimationResolver, RuntimeSnapshotSourceFactory,
                        CompatiblePetPackageAdapter {
                    public String id() { return "bad"; }
                    public String displayName() { return "Bad"; }
                    public void setup(PetHostApi host) {
                        /*setup*/
                        host.registerAnimationResolver(this);
                        host.registerSnapshotSourceFactory(this);
                        host.registerPackageAdapter(this);
                    }
                    public boolean supports(String state) {
                        try { SUPPORTS } catch (InterruptedException e) { Thread.currentThread().interrupt(); }
                        return false;
                    }
                    static void mayInterrupt() throws InterruptedException {}
                    public AnimationSequence getSequence(PetAnimationState state, boolean reducedMotion) { return null; }
                    public RuntimeSnapshotSource create(Map<String, Object> options) {
                        return new RuntimeSnapshotSource() {
                            public String id() { return /*of the source*/ "bad"; }
                            public String displayName() { return "flood"; }
                            public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
                                for (int i = 0; !Thread.interrupted(); i++) {
                                    emit.emit(RuntimeSnapshot.of(PetAnimationState.RUNNING, "number " + i));
                                }
                            }
                        };
                    }
                    public CompatiblePetFormatId formatId() { return new CompatiblePetFormatId("bad"); }
                    public boolean detect(Map<String, Object> manifest) {
                        if (manifest.containsKey("throw")) { throw new IllegalStateException("thrown"); }
                        return true;
                    }
                    public CompatiblePetPackage load(CompatiblePetPackageAdapter.Input input) {
                        throw new UnsupportedOperationException("a lie");
                    }
                }
                """.replace("SUPPORTS", "mayInterrupt(); " + supports);
    }
}
