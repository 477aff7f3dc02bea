package dev.perch.lwjgl3.look;

import dev.perch.runtime.DesktopLooks;
import java.util.Map;
import org.lwjgl.system.Platform;

/** Chooses the looks of this platform. */
public final class PlatformLooks {
    private PlatformLooks() {}

    /** The desktop's settings here. */
    public static DesktopLooks here(Map<String, String> environment) {
        return switch (Platform.get()) {
            case WINDOWS -> AskedLooks.windows();
            case MACOSX -> AskedLooks.macOs();
            default -> new PortalLooks(environment);
        };
    }
}
