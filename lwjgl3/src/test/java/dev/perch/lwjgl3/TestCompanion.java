package dev.perch.lwjgl3;

import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.Screen;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.AlphaMask;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A {@link TestProgram} that runs, seen from outside. */
final class TestCompanion implements AutoCloseable {
    private final XDesktop desktop;
    private final Child child;
    private final String window;

    private TestCompanion(XDesktop desktop) {
        this.desktop = desktop;
        child = desktop.open(command());
        child.awaitLine(line -> line.equals("drawn"), 0);
        window = desktop.window(DesktopApplication.TITLE);
        awaitInk();
    }

    /** Waits until the pet is on the screen: by then the server also knows which pixels catch the mouse. */
    private void awaitInk() {
        int x = x() + TestPet.WIDTH / 2;
        int y = y() + TestPet.HEIGHT / 2;
        Eventually.await(
                () -> desktop.screen().at(x, y) == TestPet.FIRST_COLOUR,
                () -> "no pet on the screen; see " + saved("opened"));
    }

    /** Opens it and waits until its first picture is on the screen. */
    static TestCompanion open(XDesktop desktop) {
        return new TestCompanion(desktop);
    }

    /** Starts it where it cannot open. */
    static Child startIn(Map<String, String> environment) {
        return Child.start(environment, command());
    }

    private static List<String> command() {
        return List.of(
                "env",
                "--default-signal=INT", // a shell's background job is born deaf to it
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                TestProgram.class.getName());
    }

    Child child() {
        return child;
    }

    String window() {
        return window;
    }

    int x() {
        return desktop.number(window, "Absolute upper-left X");
    }

    int y() {
        return desktop.number(window, "Absolute upper-left Y");
    }

    /** Wake-ups, steps, draws and regions so far. */
    long[] counters() {
        return Arrays.stream(child.ask("counters", "counters").split(" "))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
    }

    long wakeUps() {
        return counters()[0];
    }

    long steps() {
        return counters()[1];
    }

    long draws() {
        return counters()[2];
    }

    /** Waits until the pet in that colour is on the screen, there and nowhere else, each channel within the tolerance. */
    void awaitPicture(int colour, int tolerance, boolean composited) {
        int left = x();
        int top = y();
        Eventually.await(
                () -> worst(colour, left, top, composited) <= tolerance,
                () -> "the screen is off by " + worst(colour, left, top, composited) + " of 255; see "
                        + saved("picture"));
    }

    /** The largest difference of a channel between the screen and what it should show. */
    int worst(int colour, int left, int top, boolean composited) {
        Screen screen = desktop.screen();
        int worst = 0;
        for (int i = 0; i < screen.rgb().length; i++) {
            int x = i % screen.width() - left;
            int y = i / screen.width() - top;
            boolean inside = x >= 0 && y >= 0 && x < TestPet.WIDTH && y < TestPet.HEIGHT;
            int alpha = inside ? TestPet.alpha(x, y) : 0;
            worst = Math.max(
                    worst, difference(colour, alpha, desktop.background().rgb()[i], screen.rgb()[i], composited));
        }
        return worst;
    }

    private static int difference(int colour, int alpha, int below, int shown, boolean composited) {
        int worst = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double backdrop = TestPet.channel(below, shift);
            double expected = (TestPet.channel(colour, shift) * alpha + backdrop * (255 - alpha)) / 255;
            if (!composited) {
                boolean cut = alpha < AlphaMask.SOLID_ALPHA;
                expected = cut ? backdrop : TestPet.channel(colour, shift) * alpha / 255.0;
            }
            worst = Math.max(worst, (int) Math.ceil(Math.abs(expected - TestPet.channel(shown, shift)) - 0.5));
        }
        return worst;
    }

    /** The file in which the screen as it is now is kept for a look. */
    Path saved(String name) {
        Path png = Path.of("target", "screens", name + ".png");
        desktop.screen().save(png);
        return png;
    }

    @Override
    public void close() {
        child.close();
    }
}
