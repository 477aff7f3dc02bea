package dev.perch.lwjgl3.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An X server of one's own with a window manager and a coloured background, on whatever display is free. What a user sees is
 * read from the server's frame buffer; what a user does is done by xdotool.
 */
public final class XDesktop implements AutoCloseable {
    /** What else runs on the desktop. */
    public enum Setting {
        /** A window manager and a compositor. */
        COMPOSITED,
        /** A window manager alone. */
        PLAIN,
        /** Two monitors of 1280x800 and 1024x768 side by side, with a window manager. */
        TWO_MONITORS,
        /** Nothing, and the server has no OpenGL. */
        BARE_WITHOUT_GL
    }

    /** A graphics card that is none, with room for two monitors. */
    private static final String DUMMY = """
            Section "Device"
                Identifier "card"
                Driver "dummy"
                VideoRam 256000
            EndSection
            Section "Monitor"
                Identifier "monitor"
                HorizSync 5.0-1000.0
                VertRefresh 5.0-200.0
            EndSection
            Section "Screen"
                Identifier "screen"
                Device "card"
                Monitor "monitor"
                DefaultDepth 24
                SubSection "Display"
                    Depth 24
                    Modes "1280x800" "1024x768"
                    Virtual 4096 2048
                EndSubSection
            EndSection
            Section "ServerFlags"
                Option "AutoAddDevices" "false"
                Option "AutoAddGPU" "false"
                Option "DontVTSwitch" "true"
            EndSection
            """;

    private static final int PLAIN_BACKGROUND = 0x2060c0;

    private final Deque<Child> children = new ArrayDeque<>();
    private final Path folder;
    private final Setting setting;
    private final Child server;
    private final String display;
    private Screen background = new Screen(0, 0, new int[0]);

    private XDesktop(Setting setting) throws IOException {
        this.setting = setting;
        folder = Files.createTempDirectory("perch-desktop");
        server = open(Map.of(), serverCommand(setting));
        display = ":" + server.awaitLine(line -> line.matches("\\d+"), 0);
    }

    /** Starts a desktop of 800x600 pixels and waits until it is complete. */
    public static XDesktop start(Setting setting) {
        try {
            XDesktop desktop = new XDesktop(setting);
            try {
                desktop.furnish(setting);
                return desktop;
            } catch (RuntimeException | Error e) {
                desktop.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> serverCommand(Setting setting) throws IOException {
        if (setting == Setting.TWO_MONITORS) {
            Path config = Files.writeString(folder.resolve("dummy.conf"), DUMMY);
            return List.of(
                    "Xorg",
                    "-displayfd",
                    "1",
                    "-config",
                    config.toString(),
                    "-logfile",
                    folder.resolve("log").toString(),
                    "-nolisten",
                    "tcp",
                    "-noreset");
        }
        List<String> command = new ArrayList<>(List.of(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                "800x600x24",
                "-nolisten",
                "tcp",
                "-noreset",
                "-nocursor",
                "-fbdir"));
        command.add(folder.toString());
        if (setting == Setting.BARE_WITHOUT_GL) {
            command.addAll(List.of("-extension", "GLX"));
        }
        return command;
    }

    private void furnish(Setting setting) {
        if (setting == Setting.BARE_WITHOUT_GL) {
            return;
        }
        if (setting == Setting.TWO_MONITORS) {
            run("xrandr", "--addmode", "DUMMY1", "1024x768");
            run("xrandr", "--output", "DUMMY0", "--mode", "1280x800", "--primary");
            run("xrandr", "--output", "DUMMY1", "--mode", "1024x768", "--right-of", "DUMMY0");
            // Has the server look at its outputs anew: until somebody asks, it says that the second one is not
            // connected.
            run("xrandr");
        }
        open(environment(), List.of("openbox"));
        Eventually.await(
                () -> run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").contains("window id"),
                () -> "openbox does not start");
        if (setting == Setting.COMPOSITED) {
            open(environment(), List.of("picom", "--backend", "xrender", "--config", "/dev/null"));
            Eventually.await(
                    () -> run("xwininfo", "-root", "-children").contains("picom"), () -> "picom does not start");
        }
        if (setting == Setting.TWO_MONITORS) {
            run("xsetroot", "-solid", String.format("#%06x", PLAIN_BACKGROUND));
            return;
        }
        run("hsetroot", "-add", "#2060c0", "-add", "#f0a020", "-gradient", "90");
        Eventually.await(this::coloured, () -> "the background does not show");
    }

    /** Whether the whole background is there, twice the same. */
    private boolean coloured() {
        Screen before = background;
        background = screen();
        return Arrays.equals(before.rgb(), background.rgb())
                && Arrays.stream(background.rgb()).allMatch(rgb -> rgb != 0);
    }

    /** The screen as it was before any program was on it. */
    public Screen background() {
        return background;
    }

    /** What a program needs to find the display. */
    public Map<String, String> environment() {
        return Map.of("DISPLAY", display);
    }

    /** The display's name. */
    public String display() {
        return display;
    }

    /** Starts a program on this desktop, which ends with it. */
    public Child open(List<String> command) {
        return open(environment(), command);
    }

    /** Starts a program on this desktop that sees these variables too. */
    public Child openWith(Map<String, String> more, List<String> command) {
        Map<String, String> all = new HashMap<>(environment());
        all.putAll(more);
        return open(all, command);
    }

    private Child open(Map<String, String> environment, List<String> command) {
        Child child = Child.start(environment, command);
        children.push(child);
        return child;
    }

    /** Runs a program on this desktop. @return what it wrote */
    public String run(String... command) {
        return Child.run(environment(), command);
    }

    /** What shows there while no program is on the screen. */
    public int below(int x, int y) {
        return setting == Setting.TWO_MONITORS ? PLAIN_BACKGROUND : background.at(x, y);
    }

    /** What is on the screen now: of two monitors, on the desktop that both are parts of. */
    public Screen screen() {
        if (setting == Setting.TWO_MONITORS) {
            // Not xwd: it paints a window that is cut as if it were whole.
            Path picture = folder.resolve("screen.png");
            run("import", "-silent", "-window", "root", picture.toString());
            return Screen.ofPng(picture);
        }
        return Screen.read(folder.resolve("Xvfb_screen0"));
    }

    /** Has the pointer and keys do this, in order, as xdotool writes it: {@code mousemove 10 20 click 1}. */
    public void act(String xdotool) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(xdotool.split(" ")));
        run(command.toArray(String[]::new));
    }

    /** Has the desktop say that so many physical pixels are a logical one, as people set it. */
    public void scale(int scale) {
        try {
            Path resources = Files.writeString(folder.resolve("resources"), "Xft.dpi: " + 96 * scale + "\n");
            run("xrdb", "-nocpp", "-merge", resources.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the window of that title, as soon as it is on show. */
    public String window(String title) {
        Eventually.await(() -> shows(title), () -> "no window " + title + ": " + run("xwininfo", "-root", "-tree"));
        String line = run("xwininfo", "-name", title)
                .lines()
                .filter(text -> text.contains("Window id:"))
                .findFirst()
                .orElseThrow();
        return line.replaceAll(".*Window id: (0x[0-9a-f]+).*", "$1");
    }

    /** Whether a window of that title is on show. */
    public boolean shows(String title) {
        try (Child info = Child.start(environment(), List.of("xwininfo", "-name", title))) {
            return info.awaitExit() == 0
                    && info.lines().stream().anyMatch(line -> line.contains("Map State: IsViewable"));
        }
    }

    /** Whether no window has that title, shown or not; false also when windows went while they were looked at. */
    public boolean lacks(String title) {
        try (Child tree = Child.start(environment(), List.of("xwininfo", "-root", "-tree"))) {
            return tree.awaitExit() == 0 && tree.lines().stream().noneMatch(line -> line.contains("\"" + title + "\""));
        }
    }

    /** The numbers of the windows on show whose titles match; looks again when one went while it was looked at. */
    public List<String> onShow(String pattern) {
        List<String> found = new ArrayList<>();
        List<String> search = List.of("xdotool", "search", "--onlyvisible", "--name", pattern);
        Eventually.await(
                () -> {
                    try (Child look = Child.start(environment(), search)) {
                        boolean whole = look.awaitExit() == 0;
                        found.clear();
                        found.addAll(look.lines());
                        return whole;
                    }
                },
                () -> "no window " + pattern);
        return found;
    }

    /** A number that xwininfo tells of a window, such as {@code Absolute upper-left X}. */
    public int number(String window, String what) {
        return run("xwininfo", "-id", window)
                .lines()
                .filter(line -> line.contains(what + ":"))
                .map(line -> Integer.parseInt(line.replaceAll(".*:\\s*", "").trim()))
                .findFirst()
                .orElseThrow();
    }

    /** The window that has the keyboard, as a decimal number; empty while it is on its way from one to another. */
    public String focus() {
        try (Child look = Child.start(environment(), List.of("xdotool", "getwindowfocus"))) {
            return look.awaitExit() == 0 ? String.join("", look.lines()).trim() : "";
        }
    }

    /** Waits until that window has the keyboard. */
    public void awaitKeyboard(String window) {
        String number = Long.toString(Long.decode(window));
        Eventually.await(() -> focus().equals(number), () -> window + " has no keyboard but " + focus());
    }

    /** Ends the X server, as when the user logs out. */
    public void kill() {
        server.close();
    }

    @Override
    public void close() {
        while (!children.isEmpty()) {
            children.pop().close();
        }
        try (var files = Files.list(folder)) {
            files.forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.toFile().delete();
    }
}
