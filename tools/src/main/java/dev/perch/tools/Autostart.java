package dev.perch.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Perch at login, by an entry of the XDG autostart folder; other systems have none yet. */
final class Autostart {
    private final boolean possible;
    private final Path file;
    private final Path program;

    Autostart(boolean possible, Path folder, Path program) {
        this.possible = possible && program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program);
        this.file = folder.resolve("perch.desktop");
        this.program = program;
    }

    /** For the user who runs this. */
    static Autostart here() {
        Map<String, String> env = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        String config = env.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = config.startsWith("/") ? Path.of(config) : home.resolve(".config");
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return new Autostart(linux, folder.resolve("autostart"), Path.of(env.getOrDefault("PERCH_LAUNCHER", "")));
    }

    /** Whether this system has a way for it, and Perch knows how it was started. */
    boolean possible() {
        return possible;
    }

    /** Its entry. */
    Path file() {
        return file;
    }

    /** Whether there is an entry that is not hidden, as desktops hide what the user switched off there. */
    boolean isOn() {
        try {
            return Files.exists(file) && !Files.readAllLines(file).contains("Hidden=true");
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Writes the entry, or takes it away. */
    void set(boolean on) throws IOException {
        if (!on) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        String path = program.toString();
        String entry = "[Desktop Entry]\nType=Application\nName=Perch\nComment=A companion that shows what your coding"
                + " agents are doing\nTryExec=" + escaped(path) + "\nExec=" + escaped(quoted(path)) + " run\n"
                + "Terminal=false\n";
        Files.write(file, entry.getBytes(StandardCharsets.UTF_8));
    }

    /** An argument of a command line (Desktop Entry Specification, "The Exec key"). */
    private static String quoted(String argument) {
        return '"' + argument.replaceAll("[\\\\\"$`]", "\\\\$0").replace("%", "%%") + '"';
    }

    /** A value of type string ("Possible value types"). */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }
}
