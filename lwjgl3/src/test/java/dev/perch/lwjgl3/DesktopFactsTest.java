package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.XDesktop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What perch doctor says of a desktop. */
final class DesktopFactsTest {
    @Test
    void aDesktopWithAllThatPerchWants() {
        String facts = facts(XDesktop.Setting.COMPOSITED);
        assertTrue(facts.contains("on top       yes, Openbox does that"), facts);
        assertTrue(facts.contains("compositor   runs"), facts);
        assertTrue(facts.contains("work area 800x600 at 0,0"), facts);
    }

    @Test
    void aDesktopWithNothing() {
        String facts = facts(XDesktop.Setting.BARE_WITHOUT_GL);
        assertTrue(facts.contains("on top       NO WINDOW MANAGER"), facts);
        assertTrue(facts.contains("graphics     NO OPENGL WINDOW"), facts);
    }

    private static String facts(XDesktop.Setting setting) {
        try (XDesktop desktop = XDesktop.start(setting);
                Child child = desktop.open(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FactsProgram.class.getName()))) {
            assertEquals(0, child.awaitExit(), () -> child.errors().toString());
            return String.join("\n", child.lines());
        }
    }
}
