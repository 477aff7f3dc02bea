package dev.perch.lwjgl3;

import com.badlogic.gdx.Gdx;
import dev.perch.activity.MarksJson;
import dev.perch.api.OverlayNotification;
import dev.perch.bridge.CodexSource;
import dev.perch.bridge.TurnDesk;
import dev.perch.control.ControlServer;
import dev.perch.files.KeptFile;
import dev.perch.gesture.PointerEvent;
import dev.perch.library.LibraryMemory;
import dev.perch.library.VerdictBook;
import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.lwjgl3.tray.Tray;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetsChoice;
import dev.perch.model.Problem;
import dev.perch.model.SourceRank;
import dev.perch.model.ThemeChoice;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.format.PetFormats;
import dev.perch.place.PlaceJson;
import dev.perch.runtime.BundledPets;
import dev.perch.runtime.ChosenPet;
import dev.perch.runtime.ClientQuestions;
import dev.perch.runtime.Companion;
import dev.perch.runtime.CompanionActions;
import dev.perch.runtime.CompanionControl;
import dev.perch.runtime.HostQuestions;
import dev.perch.runtime.IngressDoor;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PerchFolders;
import dev.perch.runtime.PetChoice;
import dev.perch.runtime.PetShelf;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.StatusDoor;
import dev.perch.runtime.SystemClock;
import dev.perch.runtime.UserApprovals;
import dev.perch.source.StdinSnapshotSource;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The real companion in its real window, fed by standard input: arguments are a pet, the store of sealed pets, whether
 * motion is reduced, and, where it is to take commands, its run folder, and, where pets may act, the user's home, and, where
 * it watches Codex, and lets programs write to it, the home of that; the property {@code pets} says how many there are,
 * {@code codex} which Codex it watches, if not the daemon of that home. It says when each picture was drawn, how long that
 * took with the step before it where {@code measured} is set, what the window is then called, what the bubble says, and ten
 * times a second what its loop has done and how much memory it holds.
 */
final class CompanionProgram {
    private static final boolean MEASURED = Boolean.getBoolean("measured");

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
        return new PackageLoader(store, decoder, PackageLimits.standard(), PetFormats.all());
    }

    static LoadedPet open(String pet, Path store, int cellWidth) throws ProblemException, IOException {
        return chosen(pet, store, problem -> {}).open(cellWidth);
    }

    /** Starts it on that desktop. */
    static Child start(XDesktop desktop, String pet, Path store, boolean reducedMotion) {
        return desktop.open(command(pet, store, reducedMotion));
    }

    /** The time in which nothing may happen: so many of its ten words a second. */
    static void awaitWords(Child companion, int words) {
        int before = companion.count(line -> line.startsWith("counters"));
        companion.awaitLine(line -> line.startsWith("counters"), before + words - 1);
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
        companion.keepPlaces(new KeptFile<>(store, PlaceJson.FORM, companion::note));
        companion.keepMarks(new KeptFile<>(store, MarksJson.FORM, companion::note));
        companion.cast(PetsChoice.valueOf(System.getProperty("pets", PetsChoice.ONE.name())));
        companion.start(SourceRank.CONFIGURED, new StdinSnapshotSource(System.in));
        List<AutoCloseable> doors = new ArrayList<>();
        if (arguments.length > 3) {
            InstanceLock lock = InstanceLock.take(RunFolder.open(null, Path.of(arguments[3])))
                    .orElseThrow();
            PerchFolders folders =
                    PerchFolders.of(Map.of(), "Linux", arguments.length > 4 ? Path.of(arguments[4]) : store);
            CompanionActions actions = new CompanionActions(folders, SystemClock::wallMillis, companion::note);
            if (arguments.length > 4) {
                companion.act(actions);
                companion.onDesktop(new DesktopEffects(System.getenv()));
            }
            HostQuestions questions = new HostQuestions(companion.clock()::nanos);
            companion.ask(questions);
            ClientQuestions programs = new ClientQuestions(companion, questions);
            IngressDoor ingress =
                    arguments.length > 5 ? watchCodex(companion, lock, folders, actions, programs, arguments[5]) : null;
            doors.add(ControlServer.start(lock, companion.clock(), new CompanionControl(companion, ingress, "test")));
            doors.add(StatusDoor.open(lock, companion, InstantSource.system(), true, folders, actions, programs));
            if (ingress != null) {
                doors.add(ingress);
            }
        }
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
        PetContent content = new PetContent(companion);
        DesktopApplication application = new DesktopApplication(telling(content), companion.clock(), notices);
        companion.onQuit(application.control()::close);
        Future<?> unused = Executors.newSingleThreadScheduledExecutor(work -> {
                    Thread thread = new Thread(work, "counters");
                    thread.setDaemon(true);
                    return thread;
                })
                .scheduleAtFixedRate(() -> tell(application.counters()), 0, 100, TimeUnit.MILLISECONDS);
        try (Tray tray = LwjglDesktop.tray(companion, content)) {
            application.run();
        }
        for (AutoCloseable door : doors) {
            door.close();
        }
        companion.close();
    }

    /** Watches it, and lets programs write to it. */
    private static IngressDoor watchCodex(
            Companion companion,
            InstanceLock lock,
            PerchFolders folders,
            CompanionActions actions,
            ClientQuestions questions,
            String codexHome) {
        TurnDesk turns = new TurnDesk();
        UserApprovals approvals = new UserApprovals(companion.clock());
        companion.ask(approvals);
        companion.start(
                SourceRank.APP_SERVER,
                new CodexSource.Factory(
                                companion.clock(),
                                Map.of("CODEX_HOME", codexHome),
                                Path.of(codexHome),
                                approvals.desk(),
                                turns)
                        .create(Map.of("target", System.getProperty("codex", ""))));
        IngressDoor door = new IngressDoor(lock, companion, actions, folders, turns, questions, on -> {});
        if (!Boolean.getBoolean("ingressShut")) {
            door.open();
        }
        return door;
    }

    private static void tell(LoopCounters counters) {
        Runtime memory = Runtime.getRuntime();
        System.out.println("memory " + (memory.totalMemory() - memory.freeMemory()) / 1024);
        System.out.println("counters " + counters.wakeUps() + " " + counters.draws() + " " + counters.looks());
    }

    /** How many ms ago, by its own clock, Codex told that the followed session stands so. */
    private static void tellAge(List<OverlayNotification> told) {
        if (!told.isEmpty() && told.get(0).session().metadata().get("since") instanceof Long since) {
            System.out.println("age " + (System.currentTimeMillis() - since));
        }
    }

    /** Says when each picture was drawn, by the system's monotonic clock, and with each other frame which one it shows. */
    private static WindowContent telling(PetContent content) {
        String[] last = {""};
        long[] stepped = {0};
        return (WindowContent) Proxy.newProxyInstance(
                WindowContent.class.getClassLoader(),
                new Class<?>[] {WindowContent.class},
                (self, method, arguments) -> {
                    try {
                        if (arguments != null
                                && arguments[0] instanceof PointerEvent event
                                && event.kind() == PointerEvent.Kind.DOWN) {
                            System.out.println("press " + event.x() + " " + event.y());
                        }
                        long begin = System.nanoTime();
                        Object answer = method.invoke(content, arguments);
                        if (method.getName().equals("step")) {
                            stepped[0] = System.nanoTime() - begin;
                        }
                        if (method.getName().equals("draw")) {
                            if (MEASURED) {
                                Gdx.gl.glFinish();
                                System.out.println("took " + (stepped[0] + System.nanoTime() - begin));
                            }
                            System.out.println("drawn " + System.nanoTime());
                            String frames = "frame " + content.runtime().framesOnShow();
                            if (!frames.equals(last[0])) {
                                last[0] = frames;
                                System.out.println(frames);
                            }
                            System.out.println("called " + System.nanoTime() + " " + content.title());
                            tellAge(content.runtime().told());
                            System.out.println("says " + content.runtime().bubbleTitle());
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
