package dev.perch.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Perch at login, by a file where the system looks then. */
final class Autostart {
    private final Way way;
    private final Path file;
    private final Path program;
    private final boolean possible;

    /** How a system is told. */
    enum Way {
        /** An entry of the XDG autostart folder. */
        XDG("perch.desktop"),
        /** A launch agent of macOS. Not tried on a real one yet. */
        LAUNCH_AGENT("dev.perch.plist"),
        /** This system has none yet. */
        NONE("perch");

        private final String file;

        Way(String file) {
            this.file = file;
        }
    }

    Autostart(Way way, Path folder, Path program) {
        this.way = way;
        this.file = folder.resolve(way.file);
        this.program = program;
        possible =
                way != Way.NONE && program.isAbsolute() && Files.isRegularFile(program) && Files.isExecutable(program);
    }

    /** For the user who runs this. */
    static Autostart here() {
        Map<String, String> env = System.getenv();
        Path home = Path.of(System.getProperty("user.home"));
        String config = env.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = config.startsWith("/") ? Path.of(config) : home.resolve(".config");
        Path program = Path.of(env.getOrDefault("PERCH_LAUNCHER", ""));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return new Autostart(Way.LAUNCH_AGENT, home.resolve("Library/LaunchAgents"), program);
        }
        return new Autostart(system.contains("linux") ? Way.XDG : Way.NONE, folder.resolve("autostart"), program);
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
        String entry = way == Way.XDG ? desktopEntry(program.toString()) : launchAgent(program.toString());
        Files.write(file, entry.getBytes(StandardCharsets.UTF_8));
    }

    /** What launchd reads when the user logs in (launchd.plist(5)). */
    private static String launchAgent(String path) {
        String escaped = path.replace("&", "&amp;").replace("<", "&lt;");
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key><string>dev.perch</string>
                  <key>ProgramArguments</key><array><string>%s</string><string>run</string></array>
                  <key>RunAtLoad</key><true/>
                </dict>
                </plist>
                """.formatted(escaped);
    }

    private static String desktopEntry(String path) {
        return "[Desktop Entry]\nType=Application\nName=Perch\nComment=A companion that shows what your coding"
                + " agents are doing\nTryExec=" + escaped(path) + "\nExec=" + escaped(quoted(path)) + " run\n"
                + "Terminal=false\n";
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
