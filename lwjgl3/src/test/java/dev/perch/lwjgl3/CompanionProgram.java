package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.control.ControlFault;
import dev.perch.control.ControlServer;
import dev.perch.control.InstanceLock;
import dev.perch.control.RunFolder;
import dev.perch.gesture.PointerEvent;
import dev.perch.library.LibraryMemory;
import dev.perch.library.VerdictBook;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.MotionChoice;
import dev.perch.model.Problem;
import dev.perch.model.Room;
import dev.perch.model.SourceRank;
import dev.perch.model.ThemeChoice;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.place.MonitorLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.BundledPets;
import dev.perch.runtime.ChosenPet;
import dev.perch.runtime.Companion;
import dev.perch.runtime.CompanionControl;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetChoice;
import dev.perch.runtime.PetShelf;
import dev.perch.runtime.PlaceKeeper;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.SystemClock;
import dev.perch.source.StdinSnapshotSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The real companion in its real window, fed by standard input: arguments are a pet, the store of sealed pets, whether
 * motion is reduced, and, where it is to take commands, its run folder. It says when each picture was drawn, and ten times
 * a second what its loop has done.
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
        return RuntimeConfig.DEFAULT
                .withReducedMotion(reducedMotion ? MotionChoice.ON : MotionChoice.OFF)
                .withTheme(ThemeChoice.LIGHT);
    }

    static ChosenPet chosen(String pet, Path store, Consumer<Problem> notes) throws IOException {
        PetChoice choice = new PetChoice(BundledPets.library());
        LibraryMemory memory = memory(store);
        return new ChosenPet(
                () -> choice.find(memory.read().chosen(pet).orElse(pet)), loader(store), new SystemClock(), notes);
    }

    /** What is chosen in the program, beside its sealed pets. */
    static LibraryMemory memory(Path store) {
        return new LibraryMemory(store.resolve("library.json"));
    }

    private static PackageLoader loader(Path store) throws IOException {
        DecodeProcess decoder =
                DecodeProcess.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard());
        return new PackageLoader(store, decoder, PackageLimits.standard());
    }

    static LoadedPet open(String pet, Path store, int cellWidth) throws ProblemException, IOException {
        return chosen(pet, store, problem -> {}).open(cellWidth);
    }

    /** Starts it on that desktop. */
    static Child start(XDesktop desktop, String pet, Path store, boolean reducedMotion) {
        return desktop.open(command(pet, store, reducedMotion));
    }

    public static void main(String[] arguments) throws Exception {
        Path store = Path.of(arguments[1]);
        Companion companion = new Companion(
                config(Boolean.parseBoolean(arguments[2])),
                chosen(arguments[0], store, problem -> {}),
                new SystemClock(),
                problem -> System.err.println(problem.sentence()));
        companion.choosesFrom(new PetShelf(
                BundledPets.library(),
                loader(store),
                new VerdictBook(store.resolve("verdicts.json"), "test"),
                memory(store),
                112,
                () -> arguments[0]));
        companion.keepPlaces(new PlaceKeeper(store.resolve(PlaceKeeper.FILE), companion::note));
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
        DesktopApplication application =
                new DesktopApplication(new Telling(new PetContent(companion)), companion.clock(), notices);
        Future<?> unused = Executors.newSingleThreadScheduledExecutor(work -> {
                    Thread thread = new Thread(work, "counters");
                    thread.setDaemon(true);
                    return thread;
                })
                .scheduleAtFixedRate(() -> tell(application.counters()), 0, 100, TimeUnit.MILLISECONDS);
        application.run();
        control.ifPresent(ControlServer::close);
        companion.close();
    }

    private static ControlServer control(Companion companion, Path folder) throws ControlFault {
        InstanceLock lock = InstanceLock.take(RunFolder.open(null, folder)).orElseThrow();
        return ControlServer.start(lock, companion.clock(), new CompanionControl(companion, "test"));
    }

    private static void tell(LoopCounters counters) {
        System.out.println("counters " + counters.wakeUps() + " " + counters.draws() + " " + counters.looks());
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
        public boolean wantsPointer(long nowNanos) {
            return content.wantsPointer(nowNanos);
        }

        @Override
        public void pointerAt(int x, int y, int desktopX, int desktopY, long nowNanos) {
            content.pointerAt(x, y, desktopX, desktopY, nowNanos);
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
        public @Nullable PopupContent popup() {
            return content.popup();
        }

        @Override
        public void popupGone() {
            content.popupGone();
        }

        @Override
        public String title() {
            return content.title();
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
