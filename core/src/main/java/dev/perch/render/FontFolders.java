package dev.perch.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where systems keep their fonts. Pure: nothing is looked at. */
public final class FontFolders {
    private FontFolders() {}

    /**
     * The font folders of a system, the user's own first.
     *
     * @param osName the value of the system property {@code os.name}
     * @param home the user's home folder
     * @param environment the process's environment
     */
    public static List<Path> of(String osName, Path home, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return windows(environment);
        }
        return os.startsWith("mac") ? mac(home) : unix(home, environment);
    }

    private static List<Path> windows(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        String local = environment.get("LOCALAPPDATA");
        if (local != null) {
            folders.add(Path.of(local, "Microsoft", "Windows", "Fonts"));
        }
        folders.add(Path.of(environment.getOrDefault("WINDIR", "C:\\Windows"), "Fonts"));
        return folders;
    }

    private static List<Path> mac(Path home) {
        return List.of(
                home.resolve("Library/Fonts"),
                Path.of("/Library/Fonts"),
                Path.of("/System/Library/Fonts"),
                Path.of("/System/Library/Fonts/Supplemental"));
    }

    private static List<Path> unix(Path home, Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        folders.add((data.isEmpty() ? home.resolve(".local/share") : Path.of(data)).resolve("fonts"));
        folders.add(home.resolve(".fonts"));
        String shared = environment.getOrDefault("XDG_DATA_DIRS", "");
        for (String folder : (shared.isEmpty() ? "/usr/local/share:/usr/share" : shared).split(":", -1)) {
            if (folder.startsWith("/")) {
                folders.add(Path.of(folder, "fonts"));
            }
        }
        folders.add(Path.of("/usr/share/fonts"));
        folders.add(Path.of("/run/current-system/sw/share/X11/fonts"));
        folders.add(Path.of("/run/host/fonts"));
        return folders.stream().distinct().toList();
    }
}
