package dev.perch.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.NotificationResolver;
import dev.perch.api.PetPlugin;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.bridge.ApprovalDesk;
import dev.perch.library.PetFolder;
import dev.perch.library.PetLibrary;
import dev.perch.model.MotionChoice;
import dev.perch.model.PackageSource;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SessionStatus;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.runtime.SourceHost;
import dev.perch.source.SourceSpec;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.PetsOnDisk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every method of every interface of the API, called in what Perch itself registers, by the program itself where it does. */
final class BuiltInsAnswerTest {
    @TempDir
    Path home;

    private final FakeClock clock = new FakeClock();
    private final PetRuntimeRegistry registry = new PetRuntimeRegistry();

    @Test
    void everyMethodOfEveryInterfaceIsCalledInABuiltIn() throws Exception {
        CalledMethods methods = new CalledMethods();
        PetsOnDisk.blob(home.resolve("pets/blob"), PetsOnDisk.MANIFEST);
        PetPlugin perch = methods.noting(new DefaultPlugin(
                clock,
                InputStream.nullInputStream(),
                List.of(new PetFolder("mine", "Mine", home.resolve("pets"))),
                home.resolve("hooks"),
                new ApprovalDesk(token -> false)));
        assertEquals("Perch", perch.displayName());
        registry.install(perch);
        onShow(MotionChoice.OFF, "running[1]");
        onShow(MotionChoice.ON, "running[0]");
        listed();
        imported();
        streamed();
        told();
        TreeSet<String> missing = new TreeSet<>(CalledMethods.all());
        missing.removeAll(methods.called());
        assertEquals(new TreeSet<>(), missing, "never called");
    }

    private void onShow(MotionChoice reducedMotion, String later) {
        try (PluginOnShow pet = new PluginOnShow(Capabilities.of(registry), reducedMotion)) {
            pet.tell(PetAnimationState.RUNNING);
            pet.step();
            assertEquals("running[0]", pet.frame());
            for (int step = 0; step < 13; step++) {
                pet.step();
            }
            assertEquals(later, pet.frame());
            pet.runtime.stage().x += 40;
            pet.step();
        }
        assertTrue(registry.layoutResolvers().get(0).value().defaults().petWidth() > 0);
    }

    private void listed() {
        PetLibrary library = new PetLibrary(
                Registration.values(registry.petProviders()), Registration.values(registry.discoverySources()));
        assertEquals(List.of(home.resolve("pets")), library.folders());
        List<String> names = library.list().stream()
                .map(pet -> pet.name() + " " + pet.placeName())
                .toList();
        assertEquals(List.of("pip Perch", "axo Perch", "blob Mine"), names);
    }

    private void imported() throws IOException {
        PackageLoader loader = new PackageLoader(
                home.resolve("store"),
                DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard()),
                PackageLimits.standard(),
                Registration.values(registry.packageAdapters()));
        assertInstanceOf(PackageReport.Opened.class, loader.load(PackageSource.of(home.resolve("pets/blob")), 0));
        registry.packageAdapters().forEach(adapter -> {
            assertFalse(adapter.value().displayName().isBlank());
            assertFalse(adapter.value().formatId().id().isBlank());
        });
    }

    private void streamed() throws InterruptedException {
        demo().stop();
        BlockingQueue<StampedSnapshot> arrived = new LinkedBlockingQueue<>();
        try (SourceHost host = new SourceHost(clock, arrived::add, () -> {})) {
            host.start(SourceRank.DEMO, demo());
            assertNotNull(arrived.poll(30, TimeUnit.SECONDS));
        }
        registry.snapshotSourceFactories()
                .forEach(factory -> assertFalse(factory.value().displayName().isBlank()));
    }

    private RuntimeSnapshotSource demo() {
        return SourceSpec.parse("demo").create(Registration.values(registry.snapshotSourceFactories()), Map.of());
    }

    private void told() {
        NotificationResolver resolver = Capabilities.of(registry).notifications();
        assertNotNull(resolver.levelForStatus(SessionStatus.READY));
        assertNotNull(resolver.visualForNotification(Notices.one()));
    }
}
