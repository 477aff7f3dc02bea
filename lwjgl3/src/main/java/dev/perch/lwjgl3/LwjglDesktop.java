package dev.perch.lwjgl3;

import dev.perch.lwjgl3.look.PlatformLooks;
import dev.perch.lwjgl3.tray.Tray;
import dev.perch.lwjgl3.tray.TrayMenu;
import dev.perch.model.Problem;
import dev.perch.runtime.Companion;
import dev.perch.runtime.Desktop;
import dev.perch.runtime.DesktopLooks;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lwjgl.system.Platform;

/** The desktop by LWJGL and GLFW. */
public final class LwjglDesktop implements Desktop {
    /** Found by the service loader. */
    public LwjglDesktop() {}

    @Override
    public Optional<Problem> obstacle(Map<String, String> environment) {
        boolean linux = Platform.get() == Platform.LINUX;
        boolean x11 = !environment.getOrDefault("DISPLAY", "").isEmpty();
        if (!linux || x11) {
            return Optional.empty();
        }
        boolean wayland = !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        return Optional.of(
                wayland
                        ? Problem.warning(
                                "desktop",
                                "this Wayland session has no XWayland, and a Wayland window can neither place itself nor"
                                        + " stay on top",
                                "start XWayland to see the pet on the desktop")
                        : Problem.warning(
                                "desktop",
                                "there is no display here (DISPLAY is not set)",
                                "run Perch in a desktop session to see the pet in a window"));
    }

    @Override
    public void prepare() {
        Thread thread = new Thread(DesktopApplication::prepare, "perch-natives");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public List<String> facts(Map<String, String> environment) {
        return DesktopFacts.ask(environment);
    }

    @Override
    public int show(Companion companion) throws ProblemException, IOException {
        PetContent content = new PetContent(companion);
        try (Tray tray = tray(companion, content)) {
            return run(companion, content, DesktopApplication::run);
        }
    }

    @Override
    public int rehearse(Companion companion) throws ProblemException, IOException {
        return run(companion, new PetContent(companion), DesktopApplication::rehearse);
    }

    /** The companion's icon in the tray. */
    static Tray tray(Companion companion, PetContent content) {
        TrayMenu menu = new TrayMenu(() -> content.runtime().panels(), work -> companion.tell(step -> work.run()));
        return Tray.show(
                System.getenv(),
                menu,
                () -> companion.tell(step -> companion.window().tuckOrWake()));
    }

    private interface Way {
        void go(DesktopApplication application) throws DesktopFault, ProblemException, IOException;
    }

    private static int run(Companion companion, PetContent content, Way way) throws ProblemException, IOException {
        DesktopApplication application = new DesktopApplication(content, companion.clock(), notices(companion));
        companion.onQuit(application.control()::close);
        companion.onDesktop(new DesktopEffects(System.getenv()));
        companion.loopBegins(application.counters());
        try (DesktopLooks.Watch looks = PlatformLooks.here(System.getenv()).watch(companion::desktopLook)) {
            way.go(application);
            return 0;
        } catch (DesktopFault fault) {
            companion.note(fault.problem());
            return fault.kind().exitCode();
        }
    }

    private static DesktopNotices notices(Companion companion) {
        return new DesktopNotices() {
            @Override
            public void warn(Problem problem) {
                companion.note(problem);
            }

            @Override
            public void displayLost(DesktopFault fault) {
                companion.note(fault.problem());
                companion.close();
            }
        };
    }
}
