import dev.perch.api.ActionCatalog;
import dev.perch.api.AnimationResolver;
import dev.perch.api.CompatiblePetFormatId;
import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.api.DiscoveredPet;
import dev.perch.api.LayoutResolver;
import dev.perch.api.NotificationLevel;
import dev.perch.api.NotificationProjectionResult;
import dev.perch.api.NotificationResolver;
import dev.perch.api.NotificationVisualState;
import dev.perch.api.OverlayMeasuredElements;
import dev.perch.api.OverlayNotification;
import dev.perch.api.OverlayViewportDefaults;
import dev.perch.api.PetActionDefinition;
import dev.perch.api.PetDefinition;
import dev.perch.api.PetDiscoverySource;
import dev.perch.api.PetHostApi;
import dev.perch.api.PetPlugin;
import dev.perch.api.PetProvider;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.AnimationSequence;
import dev.perch.model.BubbleSide;
import dev.perch.model.BubbleText;
import dev.perch.model.FrameRef;
import dev.perch.model.PackageSource;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetId;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;
import dev.perch.model.Problem;
import dev.perch.model.Room;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionStatus;
import dev.perch.model.StatusSign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Registers one of each, and notes which of its methods were called, in a system property that the test reads. */
public final class AllEight implements PetPlugin {
    static void called(String method) {
        synchronized (AllEight.class) {
            System.setProperty("perch.test.called", System.getProperty("perch.test.called", "") + method + "\n");
        }
    }

    @Override
    public String id() {
        called("plugin.id");
        return "all-eight";
    }

    @Override
    public String displayName() {
        called("plugin.displayName");
        return "All eight";
    }

    @Override
    public void setup(PetHostApi host) {
        called("plugin.setup");
        host.registerPetProvider(new Pets());
        host.registerAnimationResolver(new Frames());
        host.registerNotificationResolver(new Notices());
        host.registerLayoutResolver(new Places());
        host.registerActionCatalog(new Words());
        host.registerPackageAdapter(new Format());
        host.registerSnapshotSourceFactory(new Factory());
        host.registerDiscoverySource(new Found());
    }

    static final class Pets implements PetProvider {
        @Override
        public String id() {
            called("provider.id");
            return "eight-pets";
        }

        @Override
        public String displayName() {
            called("provider.displayName");
            return "Eight's pets";
        }

        @Override
        public List<PetDefinition> listPets() {
            called("provider.listPets");
            return List.of(new PetDefinition(new PetId("eighth"), "Eighth", "", PackageSource.of(Path.of("eighth"))));
        }
    }

    static class Frames implements AnimationResolver {
        @Override
        public String id() {
            called("animation.id");
            return "eight-frames";
        }

        @Override
        public boolean supports(String state) {
            called("animation.supports");
            return state.equals("running");
        }

        @Override
        public AnimationSequence getSequence(PetAnimationState state, boolean reducedMotion) {
            called("animation.getSequence." + reducedMotion);
            return AnimationSequence.still(new FrameRef("waving", reducedMotion ? 0 : 2));
        }

        @Override
        public AnimationResolver forPet(PetPackage pet, PlaybackPolicy policy) {
            called("animation.forPet");
            return this;
        }
    }

    static final class Notices implements NotificationResolver {
        @Override
        public String id() {
            called("notification.id");
            return "eight-notices";
        }

        @Override
        public NotificationProjectionResult project(Input input) {
            called("notification.project");
            List<OverlayNotification> told = input.sessions().stream()
                    .map(session -> new OverlayNotification(
                            session, NotificationLevel.READY, BubbleText.of(StatusSign.READY, "by all eight", null)))
                    .toList();
            return new NotificationProjectionResult(told, new NotificationVisualState(StatusSign.READY, false));
        }

        @Override
        public NotificationLevel levelForStatus(SessionStatus status) {
            called("notification.levelForStatus");
            return status == SessionStatus.READY ? NotificationLevel.NEEDS_YOU : NotificationLevel.NONE;
        }

        @Override
        public NotificationVisualState visualForNotification(OverlayNotification notification) {
            called("notification.visualForNotification");
            return new NotificationVisualState(StatusSign.BLOCKED, true);
        }
    }

    static final class Places implements LayoutResolver {
        @Override
        public String id() {
            called("layout.id");
            return "eight-places";
        }

        @Override
        public OverlayViewportDefaults defaults() {
            called("layout.defaults");
            return new OverlayViewportDefaults(100, 200, 3);
        }

        @Override
        public OverlayMeasuredElements measure(Input input) {
            called("layout.measure");
            Room pet = input.mascot();
            Room mascot = new Room(input.room().left(), pet.top(), pet.width(), pet.height());
            if (input.tray() == null) {
                return new OverlayMeasuredElements(mascot, null, null);
            }
            Room area = input.workArea();
            Room tray = new Room(
                    area.left(), area.top(), input.tray().width(), input.tray().height());
            return new OverlayMeasuredElements(mascot, tray, BubbleSide.ABOVE);
        }

        @Override
        public boolean equals(OverlayMeasuredElements previous, OverlayMeasuredElements next) {
            called("layout.equals");
            return next.equals(previous);
        }
    }

    static final class Words implements ActionCatalog {
        @Override
        public String id() {
            called("catalog.id");
            return "eight-words";
        }

        @Override
        public List<PetActionDefinition> listActions() {
            called("catalog.listActions");
            return List.of(PetActionDefinition.extension("juggling", "Juggling", PetAnimationState.JUMPING));
        }
    }

    static final class Format implements CompatiblePetPackageAdapter {
        @Override
        public String id() {
            called("adapter.id");
            return "eight-format";
        }

        @Override
        public String displayName() {
            called("adapter.displayName");
            return "Eight's format";
        }

        @Override
        public CompatiblePetFormatId formatId() {
            called("adapter.formatId");
            return new CompatiblePetFormatId("eight");
        }

        @Override
        public boolean detect(Map<String, Object> manifest) {
            called("adapter.detect");
            return manifest.containsKey("eight");
        }

        @Override
        public List<String> manifestNames() {
            called("adapter.manifestNames");
            return List.of("eight.json");
        }

        @Override
        public List<String> files(Map<String, Object> manifest) {
            called("adapter.files");
            return List.of("sheet.png");
        }

        @Override
        public CompatiblePetPackage load(Input input) throws IOException {
            called("adapter.load");
            CompatiblePetPackage.Image sheet = new CompatiblePetPackage.Image.InFile("sheet.png");
            Size size = input.sizes().of(sheet);
            if (size.width() != 768 || !input.resolveFileUrl().apply("sheet.png").startsWith("file:")) {
                throw new IOException("has seven of eight");
            }
            CompatiblePetPackage.Crop cell = new CompatiblePetPackage.Crop(0, 0, 96, 104);
            return new CompatiblePetPackage(
                    formatId(),
                    "eighth",
                    String.valueOf(input.manifest().get("eight")),
                    "",
                    96,
                    104,
                    Map.of("idle", List.of(new CompatiblePetPackage.Frame(sheet, cell, 0, 0, false, 0))),
                    Set.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of());
        }
    }

    static final class Factory implements RuntimeSnapshotSourceFactory {
        @Override
        public String id() {
            called("factory.id");
            return "eight";
        }

        @Override
        public String displayName() {
            called("factory.displayName");
            return "eight snapshots";
        }

        @Override
        public RuntimeSnapshotSource create(Map<String, Object> options) {
            called("factory.create");
            if (options.containsKey("target")) {
                throw new IllegalArgumentException("takes nothing after it.");
            }
            return new Source();
        }
    }

    static final class Source implements RuntimeSnapshotSource {
        @Override
        public String id() {
            called("source.id");
            return "eight";
        }

        @Override
        public String displayName() {
            called("source.displayName");
            return "eight snapshots";
        }

        @Override
        public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
            called("source.start");
            emit.problem(Problem.warning("eight", "begins", "wait"));
            emit.emit(RuntimeSnapshot.of(PetAnimationState.RUNNING, "one of eight"));
            new java.util.concurrent.CountDownLatch(1).await();
        }

        @Override
        public void stop() {
            called("source.stop");
        }
    }

    static final class Found implements PetDiscoverySource {
        @Override
        public String id() {
            called("discovery.id");
            return "eight-places";
        }

        @Override
        public String displayName() {
            called("discovery.displayName");
            return "Eight's places";
        }

        @Override
        public List<Path> folders() {
            called("discovery.folders");
            return List.of(Path.of("found"));
        }

        @Override
        public List<DiscoveredPet> listPets() {
            called("discovery.listPets");
            return List.of(new DiscoveredPet("found", "Found", Path.of("found"), null, null));
        }
    }
}
