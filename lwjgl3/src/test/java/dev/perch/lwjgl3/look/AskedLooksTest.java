package dev.perch.lwjgl3.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.DesktopLook;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class AskedLooksTest {
    @Test
    void windowsAndMacAnswersAreUnderstood() {
        Function<List<String>, String> windows = command -> switch (command.get(4)) {
            case "AppsUseLightTheme" -> "\r\n    AppsUseLightTheme    REG_DWORD    0x0\r\n\r\n";
            case "Flags" -> "\r\n    Flags    REG_SZ    127\r\n\r\n";
            case "MinAnimate" -> "\r\n    MinAnimate    REG_SZ    0\r\n\r\n";
            default -> "\r\n    TextScaleFactor    REG_DWORD    0x7d\r\n\r\n";
        };
        assertEquals(new DesktopLook(true, true, true, 1.25f), AskedLooks.windowsLook(windows));
        assertEquals(DesktopLook.DEFAULT, AskedLooks.windowsLook(command -> ""));
        assertEquals(new DesktopLook(true, false, true, 1), AskedLooks.macLook(command -> switch (command.get(3)) {
            case "AppleInterfaceStyle" -> "Dark\n";
            case "reduceMotion" -> "1\n";
            default -> "0\n";
        }));
        assertEquals(DesktopLook.DEFAULT, AskedLooks.macLook(command -> ""));
    }
}
