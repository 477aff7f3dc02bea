package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.activity.ActivityTuning;
import dev.perch.anim.PlaybackPolicy;
import dev.perch.control.ControlFault;
import dev.perch.control.ControlServer;
import dev.perch.control.InstanceLock;
import dev.perch.control.RunFolder;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.Problem;
import dev.perch.model.SourceRank;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.render.Textures;
import dev.perch.runtime.BundledPets;
import dev.perch.runtime.Companion;
import dev.perch.runtime.CompanionControl;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetChoice;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.SystemClock;
import dev.perch.source.StdinSnapshotSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The real companion in its real window, fed by standard input: arguments are a pet, the store of sealed pets, whether
 * motion is reduced, and, where it is to take commands, its run folder. It says when each picture was drawn.
 */
final class CompanionProgram {
    private CompanionProgram() {}

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
        companion.start(SourceRank.CONFIGURED, new StdinSnapshotSource(System.in));
        Optional<ControlServer> control =
                arguments.length > 3 ? Optional.of(control(companion, Path.of(arguments[3]))) : Optional.empty();
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
        control.ifPresent(ControlServer::close);
        companion.close();
    }

    private static ControlServer control(Companion companion, Path folder) throws ControlFault {
        InstanceLock lock = InstanceLock.take(RunFolder.open(null, folder)).orElseThrow();
        return ControlServer.start(lock, companion.clock(), new CompanionControl(companion, "test"));
    }

    /** Says when each picture was drawn, by the system's monotonic clock. */
    private record Telling(PetContent content) implements WindowContent {
        @Override
        public WindowSize size(float contentScale) throws ProblemException, IOException {
            return content.size(contentScale);
        }

        @Override
        public void start(Textures textures, WindowSize size, float contentScale, WindowControl window) {
            content.start(textures, size, contentScale, window);
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
        public boolean onScreen() {
            return content.onScreen();
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
