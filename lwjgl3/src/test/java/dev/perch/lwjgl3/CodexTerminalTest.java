package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.bridge.RealCodex;
import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.Terminal;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PanelText;
import dev.perch.render.BubbleTheme;
import dev.perch.render.FontStack;
import dev.perch.render.PanelLayout;
import dev.perch.render.PanelPainter;
import dev.perch.render.PanelScroll;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.UiFonts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's own Codex in a terminal and the pet on a desktop, both on one app-server. Pictures: {@code target/screens}. */
final class CodexTerminalTest {
    private static final String PROMPT = "Would you like to run";
    private static final int APPROVALS = 20;

    @TempDir
    Path home;

    @Test
    void aClickAtThePetClosesTheTerminalsPromptAndAnAnswerThereClosesThePets() throws Exception {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
                RealCodex codex = new RealCodex()) {
            codex.serve();
            Child companion = desktop.open(command(codex, home));
            companion.awaitLine(line -> line.endsWith("Idle: Codex"), 0); // connected: else Codex starts a daemon
            try (Terminal terminal = new Terminal(codex.project(), codex.environment(), RealCodex.program())) {
                terminal.await("? for shortcuts");
                terminal.type("escalate please");
                System.out.println(
                        "ms from the model's call to the pet that asks: " + Delay.await(companion, 0, codex));
                terminal.await(PROMPT);
                desktop.screen().save(Path.of("target", "screens", "codex-1-asks.png"));
                String pet = pet(desktop);
                openQuestion(desktop, pet);
                desktop.screen().save(Path.of("target", "screens", "codex-2-panel.png"));
                String allow = button(desktop, 1, 4);
                desktop.act("mousemove " + allow);
                Eventually.await(
                        () -> {
                            desktop.act("click 1"); // in vain until half a second has passed
                            return !asks(desktop);
                        },
                        () -> "the panel stays");
                terminal.awaitGone(PROMPT);
                terminal.await("Ran mkdir");

                terminal.type("escalate once more");
                terminal.await(PROMPT);
                openQuestion(desktop, pet);
                terminal.press("Escape");
                Eventually.await(() -> !asks(desktop), () -> "the panel stays");
                desktop.screen().save(Path.of("target", "screens", "codex-3-answered.png"));

                terminal.type("ask me");
                terminal.await("Which snack?");
                openQuestion(desktop, pet);
                String window = desktop.window(PanelContent.QUESTION);
                desktop.awaitKeyboard(window);
                desktop.act("type Crackers");
                desktop.screen().save(Path.of("target", "screens", "codex-4-typed.png"));
                assertEquals(window, desktop.window(PanelContent.QUESTION), "it changes in place");
                Eventually.await(
                        () -> {
                            desktop.act("key Return"); // in vain until half a second has passed
                            return !asks(desktop);
                        },
                        () -> "the panel stays");
                Eventually.await(() -> codex.toolAnswer().contains("Crackers"), codex::toolAnswer);
                assertEquals(List.of(), companion.errors());
            }
        }
    }

    @Tag("long")
    @Test
    void halfOfAllApprovalsAreAtThePetWithinATenthOfASecond() throws Exception {
        List<Delay> delays = new ArrayList<>();
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
                RealCodex codex = new RealCodex()) {
            codex.serve();
            Child companion = desktop.open(command(codex, home));
            companion.awaitLine(line -> line.endsWith("Idle: Codex"), 0);
            try (Terminal terminal = new Terminal(codex.project(), codex.environment(), RealCodex.program())) {
                terminal.await("? for shortcuts");
                for (int i = 0; i < APPROVALS; i++) {
                    int rested = companion.count(line -> line.contains("— Idle: escalate"));
                    int before = companion.lines().size();
                    terminal.type("escalate " + i);
                    delays.add(Delay.await(companion, before, codex));
                    terminal.await(PROMPT);
                    terminal.press("Escape");
                    companion.awaitLine(line -> line.contains("— Idle: escalate"), rested);
                }
            }
        }
        long half = percent(delays, Delay::whole, 50);
        System.out.println("from the model's call to the pet that asks: p50 " + half + " ms, most "
                + percent(delays, Delay::whole, 100) + " ms; from Codex's word to it: p50 "
                + percent(delays, Delay::own, 50) + " ms, most " + percent(delays, Delay::own, 100) + " ms");
        assertTrue(half < 100, delays::toString);
    }

    private static long percent(List<Delay> delays, ToLongFunction<Delay> part, int percent) {
        return delays.stream().mapToLong(part).sorted().toArray()[(delays.size() - 1) * percent / 100];
    }

    /**
     * How long an approval took.
     *
     * @param whole ms from the model's call to the picture in which the pet asks
     * @param own the part of it after Codex had said that the thread waits: Perch's, and the way to it
     */
    private record Delay(long whole, long own) {
        /** The first that the companion shows behind so many of its lines. */
        static Delay await(Child companion, int before, RealCodex codex) {
            Eventually.await(() -> asked(companion.lines(), before).size() > 1, () -> "the pet does not ask");
            List<String> asked = asked(companion.lines(), before);
            long drawn = Long.parseLong(asked.get(0).replaceFirst("called (\\d+).*", "$1"));
            return new Delay(
                    (drawn - codex.calledNanos()) / 1_000_000,
                    Long.parseLong(asked.get(1).substring("age ".length())));
        }

        /** The line that says so, and the next. */
        private static List<String> asked(List<String> lines, int before) {
            return lines.stream()
                    .skip(before)
                    .dropWhile(line -> !line.contains("— Needs input: "))
                    .filter(line -> line.startsWith("called") || line.startsWith("age"))
                    .limit(2)
                    .toList();
        }
    }

    /** The pet's window. */
    static String pet(XDesktop desktop) {
        return desktop.run("xdotool", "search", "--class", DesktopApplication.TITLE)
                .lines()
                .findFirst()
                .orElseThrow();
    }

    /** A click on the pet, which has a question. */
    static void openQuestion(XDesktop desktop, String pet) {
        int x = desktop.number(pet, "Absolute upper-left X") + desktop.number(pet, "Width") / 2;
        int feet = desktop.number(pet, "Height") - Stage.onDesktop(112, 1).below;
        int y = desktop.number(pet, "Absolute upper-left Y") + feet - 30;
        desktop.act("mousemove " + x + " " + y + " click 1");
        desktop.window(PanelContent.QUESTION);
    }

    private static boolean asks(XDesktop desktop) {
        return desktop.shows(PanelContent.QUESTION);
    }

    /** The middle of a button of the question. */
    static String button(XDesktop desktop, int place, int of) {
        return button(desktop, PanelContent.QUESTION, place, of);
    }

    /** The middle of a button of the panel of that title; buttons stand at its foot. */
    static String button(XDesktop desktop, String title, int place, int of) {
        String window = desktop.window(title);
        FontStack fonts = UiFonts.bundled();
        PanelPainter painter = new PanelPainter(new RasterTextures(), fonts, BubbleTheme.LIGHT, 1);
        PanelText text = new PanelText("", List.of(), Collections.nCopies(of, PanelText.Item.of("", "Button")), -1);
        PanelLayout layout = painter.measure(text, 400, Integer.MAX_VALUE);
        PanelScroll whole = new PanelScroll(layout);
        int from = layout.height();
        while (whole.itemAt(layout.width() / 2, from) != place) {
            from--;
        }
        int to = from;
        while (whole.itemAt(layout.width() / 2, to) == place) {
            to--;
        }
        painter.dispose();
        fonts.dispose();
        int fromBottom = layout.height() + layout.margin() - (from + to) / 2;
        int x = desktop.number(window, "Absolute upper-left X") + desktop.number(window, "Width") / 2;
        int bottom = desktop.number(window, "Absolute upper-left Y") + desktop.number(window, "Height");
        return x + " " + (bottom - fromBottom);
    }

    /**
     * A companion that watches a Codex which is no daemon's, with a home of its own, in which programs are found first.
     *
     * @param codex as the words of a source name it
     * @param java options of its JVM besides
     */
    static Child watching(XDesktop desktop, String codex, Path home, boolean reducedMotion, String... java) {
        List<String> command = new ArrayList<>(CompanionProgram.command("pip", home.resolve("store"), reducedMotion));
        command.addAll(1, List.of(java));
        command.add(1, "-Dcodex=" + codex);
        command.addAll(List.of(home.resolve("run").toString(), home.toString(), home.toString()));
        return desktop.openWith(Map.of("PATH", home + ":" + System.getenv("PATH")), command);
    }

    /** The companion on that Codex, with a home of its own. */
    static List<String> command(RealCodex codex, Path home) {
        List<String> command = new ArrayList<>(CompanionProgram.command("pip", home.resolve("store"), true));
        command.add(home.resolve("run").toString());
        command.add(home.toString());
        command.add(codex.environment().get("CODEX_HOME"));
        return command;
    }
}
