package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.control.ControlClient;
import dev.perch.control.ControlCommand;
import dev.perch.ecs.Stage;
import dev.perch.local.RunFolder;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.Film;
import dev.perch.lwjgl3.testkit.ThingToDrag;
import dev.perch.lwjgl3.testkit.WindowBelow;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.runtime.SystemClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example pet under a real hand and real keys; what came of it is read from the audit. The film:
 * {@code target/screens/interactions.png}.
 */
final class InteractionsOnDesktopTest {
    private static final String PET = "../examples/interactive-pet";

    @TempDir
    static Path home;

    private static XDesktop desktop;

    private static final Film film = new Film();

    @BeforeAll
    static void open() throws IOException {
        desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
        Path config = Files.createDirectories(home.resolve(".config/perch"));
        Files.writeString(config.resolve("actions.json"), "{\"workspaces\":{\"perch\":\"" + home + "\"}}");
        Files.writeString(config.resolve("commands.json"), """
                {"commands":[{"name":"build","exe":"/usr/bin/touch","argv":["{target}"],
                 "params":{"target":{"pattern":"[a-z]+","max":20}},"cwd":"%s","env":["PATH"],"timeoutMs":10000}]}
                """.formatted(home));
    }

    @AfterAll
    static void close() throws IOException {
        desktop.close();
        film.save(Path.of("target", "screens", "interactions.png"));
    }

    @Test
    void everyGestureOfTheExamplePetDoesWhatItDeclaresAndNothingThatIsNotAllowed() throws IOException {
        Files.deleteIfExists(home.resolve("all"));
        try (Child companion = start()) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            film.begin(desktop);
            String pet = desktop.window(DesktopApplication.TITLE);
            desktop.act("mousemove " + hand(pet));
            awaitAudit("status", "hover", "allowed");
            film.take(1, "hover, staying: showStatus, free", desktop);
            desktop.act("mousemove 60 60");
            film.take(2, "the pointer leaves: idle again", desktop);

            desktop.act("mousemove " + hand(pet) + " click 1");
            awaitAudit("hello", "click", "allowed");
            film.take(3, "click: say, free", desktop);
            desktop.act("keydown ctrl click 1 keyup ctrl");
            awaitAudit("hop", "click", "allowed");

            desktop.act("click --repeat 2 --delay 60 1");
            awaitAudit("page", "doubleClick", "ask");
            await(PanelContent.QUESTION);
            film.take(4, "double-click: openUrl asks", desktop);
            desktop.act("key Escape");
            awaitAudit("page", "doubleClick", "denied");
            awaitGone(PanelContent.QUESTION);

            chooseSecondItemOfTheMenu();
            awaitAudit("build", "contextMenu", "ask");
            await(PanelContent.QUESTION);
            film.take(6, "its second item: runCommand asks", desktop);
            assertFalse(Files.exists(home.resolve("all")));
            desktop.act("key Down");
            pressUntil("Return", () -> Files.exists(home.resolve("all"))); // in vain until half a second has passed
            awaitAudit("build", "contextMenu", "done");
            awaitGone(PanelContent.QUESTION);
            film.take(7, "allowed once: it ran", desktop);

            desktop.act("mousemove " + hand(pet) + " click 3");
            await(PanelContent.MENU);
            desktop.act("key F2");
            awaitAudit("status", "key", "allowed");
            awaitGone(PanelContent.MENU);
            film.take(8, "F2 in the menu: showStatus, free", desktop);
            desktop.act("mousemove " + hand(pet) + " mousedown 1");
            pressUntil("ctrl+h", () -> audited("hello", "key", "allowed"));
            desktop.act("mouseup 1");
            film.take(9, "held down, Ctrl+H: say, free", desktop);

            desktop.act("mousemove " + hand(pet) + " mousedown 1");
            desktop.act("mousemove_relative -- -60 0");
            awaitAudit("whee", "drag", "allowed");
            film.take(10, "drag: say, free", desktop);
            desktop.act("mouseup 1");
            throwIt(pet);
            film.add(11, "throw: animate, free", desktop.screen());
            assertEquals(List.of(), companion.errors());
        }
    }

    @Test
    void onlyWhileItIsHeldAPetHearsItsOwnKeysAndTheKeyboardStaysWhereItIs() throws IOException {
        try (Child companion = start()) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String pet = desktop.window(DesktopApplication.TITLE);
            long before = count("key");
            try (WindowBelow below = WindowBelow.open(desktop, 0, 0)) {
                desktop.act("mousemove " + hand(pet) + " key F2 key a");
                awaitKeys(below, "F2", 2); // pressed and let go
                desktop.act("mousedown 1");
                pressUntil("F2", () -> count("key") > before);
                int heard = below.keys("F2");
                desktop.act("key F2 key b");
                awaitKeys(below, "b", 2);
                assertEquals(heard, below.keys("F2"), "the pet's own key");
                assertTrue(below.focused());
                desktop.act("mouseup 1");
                pressUntil("F2", () -> below.keys("F2") > heard);
                assertEquals(List.of(), companion.errors());
            }
        }
    }

    private static void awaitKeys(WindowBelow below, String key, int events) {
        Eventually.await(() -> below.keys(key) >= events, () -> key + " reached it " + below.keys(key) + " times");
    }

    /** How many lines the audit has about such a gesture. */
    private static long count(String on) {
        return audit().stream()
                .filter(line -> line.contains("\"on\":\"" + on + "\""))
                .count();
    }

    @Test
    void whatIsLetGoOverThePetIsAskedAbout() throws IOException {
        Path file = Files.createDirectories(home.resolve("drops")).resolve("two words.md");
        Files.writeString(file, "");
        try (Child companion = start()) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            film.begin(desktop);
            String pet = desktop.window(DesktopApplication.TITLE);
            drop(pet, "file", file.toString());
            film.take(12, "a file is dropped: newThread asks", desktop);
            desktop.act("key Escape");
            awaitAudit("begin", "drop", "denied");
            awaitGone(PanelContent.QUESTION);
            assertTrue(targets("drop").contains(file.toString()), () -> "another file: " + audit());

            drop(pet, "text", "Mend  the\tdoor: caf\u00e9");
            film.take(13, "a text is dropped: newThread asks", desktop);
            desktop.act("key Escape");
            awaitGone(PanelContent.QUESTION);
            assertTrue(targets("drop").contains("Mend the door: caf\u00e9"), () -> "another text: " + audit());
            assertEquals(List.of(), companion.errors());
        }
    }

    @Test
    void withTheKeyboardAloneEverythingIsReached() throws Exception {
        Path grants = home.resolve(".local/state/perch/grants.json");
        try (Child companion = start()) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            film.begin(desktop);
            openMenu();
            desktop.act("key Down key Down key Down key Return");
            await(PanelContent.MENU);
            film.take(14, "by keyboard alone: what gestures do", desktop);
            desktop.act("key Escape");
            await(PanelContent.MENU);
            desktop.act("key Down key Return");
            await(PanelContent.QUESTION);
            desktop.act("key Down key Down");
            pressUntil(
                    "Return", () -> audited("build", "contextMenu", "allow")); // in vain until half a second has passed
            awaitGone(PanelContent.QUESTION);
            Eventually.await(() -> text(grants).contains("\"build\""), () -> text(grants));

            openMenu();
            String menu = desktop.window(PanelContent.MENU);
            int front = desktop.number(menu, "Height");
            desktop.act("key Up key Up key Up key Return"); // Permissions
            Eventually.await(() -> desktop.number(menu, "Height") != front, () -> "no other page");
            await(PanelContent.MENU);
            film.take(15, "by keyboard alone: take back", desktop);
            desktop.act("key Return"); // the first to take back
            Eventually.await(() -> !text(grants).contains("\"build\""), () -> text(grants));
            awaitGone(PanelContent.MENU);

            openMenu();
            desktop.act("key Up key Return"); // Quit
            assertEquals(0, companion.awaitExit());
            assertEquals(List.of(), companion.errors());
        }
    }

    /** As {@code perch menu} does, which a user binds to a key. */
    private static void openMenu() throws Exception {
        ControlClient client = new ControlClient(RunFolder.open(null, home.resolve("run")), new SystemClock());
        assertTrue(client.ask(ControlCommand.MENU).orElseThrow().ok());
        await(PanelContent.MENU);
    }

    private static void pressUntil(String key, BooleanSupplier done) {
        Eventually.await(
                () -> {
                    desktop.act("key " + key);
                    return done.getAsBoolean();
                },
                () -> audit().toString());
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A busy machine may hear of a swing as of one jump, which is none: then the hand swings again. */
    private static void throwIt(String pet) {
        String swing = " mousemove_relative -- -15 -2 sleep 0.015".repeat(8);
        Eventually.await(
                () -> {
                    desktop.act("mousemove " + hand(pet) + " mousedown 1" + swing + " mouseup 1");
                    desktop.act("mousemove " + hand(pet) + " mousedown 1" + swing.replace("-15", "15") + " mouseup 1");
                    return audited("hop", "throw", "allowed");
                },
                () -> "no throw: " + audit());
    }

    private static void chooseSecondItemOfTheMenu() {
        desktop.act("click 3");
        await(PanelContent.MENU);
        film.take(5, "right click: the menu", desktop);
        desktop.act("key Down key Return");
    }

    private static void drop(String pet, String kind, String thing) {
        try (Child other = desktop.open(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ThingToDrag.class.getName(),
                kind,
                thing))) {
            desktop.window(ThingToDrag.TITLE);
            desktop.act("mousemove 60 60 mousedown 1");
            awaitSaid(other, ThingToDrag.BEGINS, "mousemove_relative 3 2");
            desktop.act("mousemove " + hand(pet));
            awaitSaid(other, ThingToDrag.WELCOMES, "mousemove_relative -- 1 0");
            desktop.act("mouseup 1");
            other.awaitLine(line -> line.equals(ThingToDrag.ENDS + "true"), 0);
            await(PanelContent.QUESTION);
        }
    }

    private static void awaitSaid(Child other, String word, String nudge) {
        Eventually.await(
                () -> {
                    boolean said = other.count(word::equals) > 0;
                    if (!said) {
                        desktop.act(nudge);
                    }
                    return said;
                },
                () -> "never " + word + ": " + other.errors());
    }

    private static String targets(String on) {
        return audit().stream()
                .filter(line -> line.contains("\"on\":\"" + on + "\""))
                .toList()
                .toString();
    }

    /** A little over the pet's feet. */
    private static String hand(String pet) {
        int x = desktop.number(pet, "Absolute upper-left X") + desktop.number(pet, "Width") / 2;
        int feet = desktop.number(pet, "Height") - Stage.onDesktop(112, 1).below;
        return x + " " + (desktop.number(pet, "Absolute upper-left Y") + feet - 30);
    }

    /** Waits for the panel, and for the keyboard in it. */
    private static void await(String title) {
        desktop.awaitKeyboard(desktop.window(title));
    }

    private static void awaitGone(String title) {
        Eventually.await(() -> desktop.lacks(title), () -> title + " stays");
    }

    private static void awaitAudit(String action, String on, String decision) {
        Eventually.await(
                () -> audited(action, on, decision),
                () -> "no " + action + " by " + on + " " + decision + " in " + audit());
    }

    private static boolean audited(String action, String on, String decision) {
        return audit().stream()
                .anyMatch(line -> line.contains("\"action\":\"" + action + "\"")
                        && line.contains("\"on\":\"" + on + "\"")
                        && line.contains("\"decision\":\"" + decision + "\""));
    }

    private static List<String> audit() {
        List<String> lines = new ArrayList<>();
        Path folder = home.resolve(".local/state/perch/audit");
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static Child start() {
        List<String> command = new ArrayList<>(CompanionProgram.command(PET, home.resolve("store"), false));
        command.add(home.resolve("run").toString());
        command.add(home.toString());
        return desktop.open(command);
    }
}
