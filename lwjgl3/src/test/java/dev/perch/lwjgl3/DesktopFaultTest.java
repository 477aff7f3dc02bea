package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.CloseRequest;
import dev.perch.lwjgl3.testkit.XDesktop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the program ends, as a user and a script see it: one sentence at the most, and an exit code. */
final class DesktopFaultTest {
    @Test
    void withNoDisplayNamedItSaysSoInOneSentence() {
        assertFault(TestCompanion.startIn(Map.of()), DesktopFault.Kind.NO_DISPLAY, "no display answers");
    }

    @Test
    void withNoServerAtTheDisplayItSaysSoInOneSentence() {
        try (XDesktop gone = XDesktop.start(XDesktop.Setting.BARE_WITHOUT_GL)) {
            gone.kill();
            Child child = TestCompanion.startIn(gone.environment());
            String sentence = assertFault(child, DesktopFault.Kind.NO_DISPLAY, "no display answers");
            assertTrue(sentence.startsWith("display " + gone.display()), sentence);
        }
    }

    @Test
    void withNoOpenGlItSaysSoInOneSentence() {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.BARE_WITHOUT_GL)) {
            Child child = TestCompanion.startIn(desktop.environment());
            assertFault(child, DesktopFault.Kind.NO_GRAPHICS, "OpenGL");
        }
    }

    @Test
    void whenTheServerDiesItEndsWithOneSentence() {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
                TestCompanion companion = TestCompanion.open(desktop)) {
            desktop.kill();
            assertFault(companion.child(), DesktopFault.Kind.DISPLAY_LOST, "closed the connection");
        }
    }

    @Test
    void withNoCompositorItWarnsOnceAndTheDesktopStillShowsAroundThePet() {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.PLAIN);
                TestCompanion companion = TestCompanion.open(desktop)) {
            companion.awaitPicture(TestPet.FIRST_COLOUR, 2, false);
            companion.saved("plain");
            assertEquals(
                    1,
                    companion.child().errors().size(),
                    companion.child().errors().toString());
            assertTrue(companion.child().errors().get(0).contains("no compositor"));
            companion.child().tell("close");
            assertOrderly(companion.child());
        }
    }

    @Test
    void everyWayToCloseItIsOrderly() {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED)) {
            try (TestCompanion companion = TestCompanion.open(desktop)) {
                CloseRequest.send(desktop, companion.window());
                assertOrderly(companion.child());
            }
            try (TestCompanion companion = TestCompanion.open(desktop)) {
                companion.child().terminate();
                assertOrderly(companion.child());
            }
            try (TestCompanion companion = TestCompanion.open(desktop)) {
                Child.run(
                        Map.of(),
                        "kill",
                        "-INT",
                        Long.toString(companion.child().pid()));
                assertOrderly(companion.child());
            }
        }
    }

    private static String assertFault(Child child, DesktopFault.Kind kind, String words) {
        assertEquals(kind.exitCode(), child.awaitExit(), child.errors().toString());
        assertEquals(1, child.errors().size(), child.errors().toString());
        String sentence = child.errors().get(0);
        assertTrue(sentence.contains(words) && sentence.endsWith("."), sentence);
        return sentence;
    }

    private static void assertOrderly(Child child) {
        assertEquals(0, child.awaitExit(), child.errors().toString());
        List<String> lines = child.lines();
        assertEquals(List.of("closed", "over"), lines.subList(lines.size() - 2, lines.size()));
    }
}
