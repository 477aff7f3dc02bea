package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.WindowBelow;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.source.SnapshotJson;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the keys reach while panels come and go beside the pet, with another program at work. */
final class KeyboardOnDesktopTest {
    private static final Stage STAGE = Stage.onDesktop(112, 1);

    /** From the top edge of a panel to its title, which is no item. */
    private static final int TITLE = 35;

    @TempDir
    private static Path store;

    private static XDesktop desktop;
    private static WindowBelow program;
    private static Child companion;
    private static int left;
    private static int top;

    @BeforeAll
    static void open() {
        desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
        program = WindowBelow.open(desktop, 5, 5);
        companion = CompanionProgram.start(desktop, "pip", store, true);
        companion.awaitLine(line -> line.startsWith("drawn"), 0);
        companion.tell(SnapshotJson.write(RuntimeSnapshot.of(PetAnimationState.RUNNING, "At work")));
        companion.awaitLine(line -> line.contains("At work"), 0);
        String pet = desktop.run("xdotool", "search", "--class", DesktopApplication.TITLE)
                .strip();
        left = desktop.number(pet, "Absolute upper-left X");
        top = desktop.number(pet, "Absolute upper-left Y");
    }

    @AfterAll
    static void close() {
        desktop.close();
    }

    @Test
    void cardsOpenAndCloseByTheBubbleAloneAndLeaveTheKeyboardWhereItWas() {
        clickBubble();
        String state = desktop.run("xprop", "-id", desktop.window(PanelContent.MENU), "_NET_WM_STATE");
        assertTrue(state.contains("SKIP_TASKBAR") && state.contains("ABOVE") && !state.contains("FOCUSED"), state);
        desktop.act("key a key Escape");
        CompanionProgram.awaitWords(companion, 5);
        assertTrue(desktop.shows(PanelContent.MENU), "a key of another program closed it");
        assertTrue(program.focused(), () -> "it took the keyboard: " + desktop.focus());
        desktop.screen().save(Path.of("target", "screens", "cards-without-keyboard.png"));
        clickBubble();
        Eventually.await(() -> desktop.lacks(PanelContent.MENU), () -> "it stays");
        assertTrue(program.focused(), () -> "closing moved the keyboard: " + desktop.focus());
    }

    @Test
    void aClickOnACardGivesItTheKeyboardAndEscapeGivesThatBack() {
        clickBubble();
        String cards = desktop.window(PanelContent.MENU);
        desktop.act("mousemove " + (desktop.number(cards, "Absolute upper-left X") + TITLE) + " "
                + (desktop.number(cards, "Absolute upper-left Y") + TITLE) + " click 1");
        desktop.awaitKeyboard(cards);
        desktop.act("key Escape key Escape"); // To the menu, and out of it.
        awaitReturned();
    }

    @Test
    void aClickInAnotherProgramReachesItAndClosesTheCardsAndAWheelThereDoesNot() {
        clickBubble();
        desktop.window(PanelContent.MENU);
        int reached = program.clicks();
        desktop.act("mousemove 100 300 click 5 click 4");
        Eventually.await(() -> program.clicks() == reached + 2, () -> "the wheel does not reach it");
        CompanionProgram.awaitWords(companion, 5);
        assertTrue(desktop.shows(PanelContent.MENU), "the wheel of another program closed it");
        desktop.act("click 1");
        Eventually.await(() -> desktop.lacks(PanelContent.MENU), () -> "it stays");
        Eventually.await(() -> program.clicks() == reached + 3, () -> "the click does not reach it");
        assertTrue(program.focused(), () -> "the keyboard went to " + desktop.focus());
    }

    @Test
    void aMenuHasTheKeyboardAndEscapeGivesItBack() {
        menuOpensAndCloses();
    }

    @Test
    void cardsThatAMenuTakesThePlaceOfGiveItTheKeyboard() {
        clickBubble();
        desktop.window(PanelContent.MENU);
        menuOpensAndCloses();
    }

    private static void menuOpensAndCloses() {
        int feet = top + STAGE.height - STAGE.below;
        desktop.act("mousemove " + (left + STAGE.width / 2) + " " + (feet - 40) + " click 3");
        desktop.awaitKeyboard(desktop.window(PanelContent.MENU));
        desktop.act("key Escape");
        awaitReturned();
    }

    private static void clickBubble() {
        desktop.act("mousemove " + (left + STAGE.width / 2) + " " + (top + STAGE.ink.top() - 20) + " click 1");
    }

    private static void awaitReturned() {
        Eventually.await(() -> desktop.lacks(PanelContent.MENU), () -> "it stays");
        Eventually.await(program::focused, () -> "the keyboard went to " + desktop.focus());
    }
}
