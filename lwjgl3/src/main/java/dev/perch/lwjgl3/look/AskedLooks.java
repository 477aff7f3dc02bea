package dev.perch.lwjgl3.look;

import dev.perch.model.DesktopLook;
import dev.perch.runtime.DesktopLooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The look of a desktop that answers by a command of the system, asked once at the start: Windows by {@code reg}, macOS by
 * {@code defaults}. Untested on either.
 */
final class AskedLooks implements DesktopLooks {
    private static final String WINDOWS_COLOURS =
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
    private static final String WINDOWS_CONTRAST = "HKCU\\Control Panel\\Accessibility\\HighContrast";
    private static final String WINDOWS_MOTION = "HKCU\\Control Panel\\Desktop\\WindowMetrics";
    private static final String WINDOWS_TEXT = "HKCU\\Software\\Microsoft\\Accessibility";
    private static final String MAC_ACCESS = "com.apple.universalaccess";

    private final Function<Function<List<String>, String>, DesktopLook> questions;

    private AskedLooks(Function<Function<List<String>, String>, DesktopLook> questions) {
        this.questions = questions;
    }

    static AskedLooks windows() {
        return new AskedLooks(AskedLooks::windowsLook);
    }

    static AskedLooks macOs() {
        return new AskedLooks(AskedLooks::macLook);
    }

    /** @param ask runs a command and gives what it prints, empty when it fails */
    static DesktopLook windowsLook(Function<List<String>, String> ask) {
        long percent = registered(ask, WINDOWS_TEXT, "TextScaleFactor", 100);
        return new DesktopLook(
                registered(ask, WINDOWS_COLOURS, "AppsUseLightTheme", 1) == 0,
                registered(ask, WINDOWS_CONTRAST, "Flags", 0) % 2 == 1,
                registered(ask, WINDOWS_MOTION, "MinAnimate", 1) == 0,
                percent / 100f);
    }

    /** @param ask runs a command and gives what it prints, empty when it fails */
    static DesktopLook macLook(Function<List<String>, String> ask) {
        return new DesktopLook(
                ask.apply(List.of("defaults", "read", "-g", "AppleInterfaceStyle"))
                        .startsWith("Dark"),
                ask.apply(List.of("defaults", "read", MAC_ACCESS, "increaseContrast"))
                        .startsWith("1"),
                ask.apply(List.of("defaults", "read", MAC_ACCESS, "reduceMotion"))
                        .startsWith("1"),
                1);
    }

    /** The last word of what {@code reg query} prints: {@code 0x1}, or digits of a text. */
    private static long registered(Function<List<String>, String> ask, String key, String name, long otherwise) {
        String printed = ask.apply(List.of("reg", "query", key, "/v", name)).trim();
        String value = printed.substring(printed.lastIndexOf(' ') + 1);
        try {
            return value.isEmpty() ? otherwise : Long.decode(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public Watch watch(Consumer<DesktopLook> listener) {
        Thread thread = new Thread(() -> listener.accept(questions.apply(AskedLooks::printed)), "perch-desktop-look");
        thread.setDaemon(true);
        thread.start();
        return thread::interrupt;
    }

    private static String printed(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readNBytes(10_000), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
