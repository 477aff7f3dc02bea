package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.activity.ActivityTuning;
import dev.perch.anim.PlaybackPolicy;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.Problem;
import dev.perch.model.Room;
import dev.perch.model.SourceRank;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.place.MonitorLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.BundledPets;
import dev.perch.runtime.Companion;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetChoice;
import dev.perch.runtime.PlaceKeeper;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.SystemClock;
import dev.perch.source.StdinSnapshotSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The real companion in its real window, fed by standard input: arguments are a pet, the store of sealed pets, and
 * whether motion is reduced. It says when each picture was drawn.
 */
final class CompanionProgram {
    private CompanionProgram() {}

    static List<String> command(String pet, Path store, boolean reducedMotion) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-Dperch.decode=" + System.getProperty("perch.decode"),
                "-cp",
                System.getProperty("java.class.path"),
                CompanionProgram.class.getName(),
                pet,
                store.toString(),
                String.valueOf(reducedMotion));
    }

    static RuntimeConfig config(boolean reducedMotion) {
        return new RuntimeConfig(PlaybackPolicy.DEFAULT, reducedMotion, 112, false, ActivityTuning.DEFAULT);
    }

    static LoadedPet open(String pet, Path store, int cellWidth) throws ProblemException, IOException {
        DecodeProcess decoder =
                DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard());
        PetChoice choice = new PetChoice(BundledPets.all(), store);
        PackageReport report =
                new PackageLoader(store, decoder, PackageLimits.standard()).load(choice.find(pet), cellWidth);
        if (report instanceof PackageReport.Opened opened) {
            return LoadedPet.read(opened.pet());
        }
        throw new ProblemException(report.problems().get(0));
    }

    public static void main(String[] arguments) throws Exception {
        Path store = Path.of(arguments[1]);
        Companion companion = new Companion(
                config(Boolean.parseBoolean(arguments[2])),
                cellWidth -> open(arguments[0], store, cellWidth),
                new SystemClock(),
                problem -> System.err.println(problem.sentence()));
        companion.keepPlaces(new PlaceKeeper(store.resolve(PlaceKeeper.FILE), companion::note));
        companion.start(SourceRank.CONFIGURED, new StdinSnapshotSource(System.in));
        DesktopNotices notices = new DesktopNotices() {
            @Override
            public void warn(Problem problem) {
                companion.note(problem);
            }

            @Override
            public void displayLost(DesktopFault fault) {
                companion.note(fault.problem());
            }
        };
        new DesktopApplication(new Telling(new PetContent(companion)), companion.clock(), notices).run();
        companion.close();
    }

    /** Says when each picture was drawn, by the system's monotonic clock. */
    private record Telling(PetContent content) implements WindowContent {
        @Override
        public Room open(MonitorLayout layout) throws ProblemException, IOException {
            return content.open(layout);
        }

        @Override
        public void start(Textures textures, WindowControl window) {
            content.start(textures, window);
        }

        @Override
        public void monitors(MonitorLayout layout) {
            content.monitors(layout);
        }

        @Override
        public void contentScale(float scale) {
            content.contentScale(scale);
        }

        @Override
        public int windowWidth() {
            return content.windowWidth();
        }

        @Override
        public void fullscreen(@Nullable Room room) {
            content.fullscreen(room);
        }

        @Override
        public boolean windowShown() {
            return content.windowShown();
        }

        @Override
        public int windowHeight() {
            return content.windowHeight();
        }

        @Override
        public void windowAt(int x, int y) {
            content.windowAt(x, y);
        }

        @Override
        public void pointer(PointerEvent event) {
            content.pointer(event);
        }

        @Override
        public boolean step(long nowNanos) {
            return content.step(nowNanos);
        }

        @Override
        public long nextWakeNanos() {
            return content.nextWakeNanos();
        }

        @Override
        public int windowX() {
            return content.windowX();
        }

        @Override
        public int windowY() {
            return content.windowY();
        }

        @Override
        public boolean inputRegionChanged() {
            return content.inputRegionChanged();
        }

        @Override
        public void inputRegion(RegionSink sink) {
            content.inputRegion(sink);
        }

        @Override
        public void draw(Batch batch) {
            content.draw(batch);
            System.out.println("drawn " + System.nanoTime());
        }

        @Override
        public void close() {
            content.close();
        }
    }
}
