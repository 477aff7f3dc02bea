package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.hooks.HookAgent;
import dev.perch.runtime.PerchFolders;
import dev.perch.runtime.ProblemException;
import dev.perch.settings.Setting;
import dev.perch.settings.SettingsFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HooksCommandTest {
    @TempDir
    private Path home;

    @Test
    void settingsAreCopiedBeforeTheyAreWrittenAndKeepTheirMode() throws Exception {
        Path file = home.resolve(".claude/settings.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"theme\":\"dark\"}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        HookFiles files = files(HookAgent.CLAUDE);
        HookFiles.Settings before = files.read();

        Path copy = files.write(before, files.installed(before));
        assertEquals("{\"theme\":\"dark\"}", Files.readString(copy));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(Files.readString(file).contains("perch-hook"));
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = Files.writeString(home.resolve("dotfile.json"), "{}");
        Files.createDirectories(home.resolve(".claude"));
        Path link = Files.createSymbolicLink(home.resolve(".claude/settings.json"), real);
        HookFiles files = files(HookAgent.CLAUDE);

        files.write(files.read(), "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(real).contains("\"a\""));
    }

    @Test
    void whatCannotBeReadOrChangedMeanwhileIsLeftAsItIs() throws Exception {
        Path file = home.resolve(".claude/settings.json");
        Files.createDirectories(file.getParent());
        HookFiles files = files(HookAgent.CLAUDE);
        Files.writeString(file, "{ // a comment\n}");
        refused("no plain JSON object", files::read);
        Files.writeString(file, "{}");
        HookFiles.Settings before = files.read();
        Files.writeString(file, "{\"new\":1}");
        refused("changed meanwhile", () -> files.write(before, new byte[0]));
        assertEquals("{\"new\":1}", Files.readString(file));
    }

    @Test
    void thePluginOfOpencodeIsInstalledReplacedAndRemovedWithACopy() throws Exception {
        HookFiles files = files(HookAgent.OPENCODE);
        Path file = home.resolve(".config/opencode/plugins/perch.js");
        assertEquals(file, files.file());
        assertEquals(List.of(), files.events(files.read()));
        files.write(files.read(), files.installed(files.read()));
        assertTrue(files.events(files.read()).contains("permission.asked"));
        assertArrayEquals(Files.readAllBytes(file), files.installed(files.read()), "once more changes nothing");
        Files.writeString(file, Files.readString(file) + "// an older version");
        Path copy = files.write(files.read(), files.installed(files.read()));
        assertTrue(Files.readString(copy).endsWith("older version"));

        files.write(files.read(), files.removed(files.read()));
        assertFalse(Files.exists(file));
        Files.writeString(file, "export const mine = 1;");
        refused("is not Perch's", () -> files.installed(files.read()));
        assertArrayEquals(Files.readAllBytes(file), files.removed(files.read()), "what is not Perch's stays");
    }

    @Test
    void anAgentThatIsNotKnownIsNamedInOneSentence() {
        CommandLineRun run = CommandLineRun.of("hooks", "install", "emacs");
        assertEquals(2, run.exitCode());
        assertTrue(
                run.err().contains("there is no such agent; name one of codex, claude, gemini, cursor, opencode."),
                run.err());
    }

    @Test
    void aStartWithNoSourceNamedHearsWhateverAgentTells() throws Exception {
        PerchFolders folders = PerchFolders.of(Map.of(), "Linux", home);
        assertEquals(List.of("demo"), SourceWords.expanded(List.of("auto"), folders, false));
        new SettingsFile(folders.config()).set(Setting.STATUS_HTTP, "on");
        new SettingsFile(folders.config()).set(Setting.STATUS_HTTP_HOOKS, "on");
        assertEquals(List.of("hooks"), SourceWords.expanded(List.of("auto"), folders, false), "by HTTP");
        new SettingsFile(folders.config()).set(Setting.STATUS_HTTP, "off");
        assertEquals(List.of("demo"), SourceWords.expanded(List.of("auto"), folders, false));
        files(HookAgent.OPENCODE).placeProgram();
        assertEquals(List.of("codex", "hooks"), SourceWords.expanded(List.of("auto"), folders, true), "by a plugin");
    }

    @Test
    void scriptsAreToldWhichEventsAreHandedOver() {
        CommandLineRun one = CommandLineRun.of("hooks", "status", "gemini", "--json");
        assertEquals(0, one.exitCode(), one.err());
        assertTrue(
                one.out().startsWith("{\"hooks\":[{\"agent\":\"gemini\",\"file\":\"")
                        && one.out().endsWith(",\"events\":[]}]}\n"),
                one.out());
        assertEquals(
                1, CommandLineRun.of("hooks", "status", "--json").out().lines().count());
        assertEquals(
                2, CommandLineRun.of("hooks", "install", "gemini", "--json").exitCode());
    }

    @Test
    void anUnreadableFileOfOneAgentHidesNoOther() throws Exception {
        Path file = HooksCommand.files(Workbench.userFolders(), HookAgent.CODEX).file();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{");
        try {
            CommandLineRun run = CommandLineRun.of("hooks", "status");
            assertEquals(2, run.exitCode());
            assertTrue(run.out().contains("Codex: " + file + ": is no plain JSON object"), run.out());
            assertTrue(run.out().contains("OpenCode: not installed"), run.out());
            assertTrue(CommandLineRun.of("hooks", "status", "--json").out().contains("\"fault\":"));
        } finally {
            Files.delete(file);
        }
    }

    private HookFiles files(HookAgent agent) {
        PerchFolders folders = PerchFolders.of(Map.of(), "Linux", home);
        return new HookFiles(agent, folders, Map.of(), home);
    }

    private interface Deed {
        void run() throws Exception;
    }

    private static void refused(String why, Deed deed) throws Exception {
        try {
            deed.run();
        } catch (ProblemException told) {
            assertTrue(told.getMessage().contains(why), told.getMessage());
            return;
        }
        throw new AssertionError("not refused: " + why);
    }
}
