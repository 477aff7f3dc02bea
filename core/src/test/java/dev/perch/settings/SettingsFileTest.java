package dev.perch.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.files.CorruptFiles;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A file that people edit: what it says counts, what is wrong is named, and nothing in it is lost. */
final class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void withNoFileEverythingHasItsDefault() {
        SettingsFile.Content content = new SettingsFile(folder.resolve("none")).load();
        assertEquals(new SettingsFile.Content(Settings.DEFAULT, List.of(), true), content);
        for (Setting setting : Setting.values()) {
            assertTrue(setting.kind().takes(setting.byDefault()), setting.key());
        }
    }

    @Test
    void whatItSaysCounts() throws IOException {
        SettingsFile.Content content = written("""
                {"pet": "axo", "width": 200, "theme": "high-contrast", "reducedMotion": "on", "settle": "while-active",
                 "idleSlowdown": 1, "sources": ["demo", "file:a.json"], "fullscreen": "stay", "quiet": "title",
                 "gaze": "off", "statusDetail": "on", "statusHttp": "on", "statusHttpPort": 4711,
                 "statusOrigins": ["http://localhost:8000"], "statusHttpHooks": "on", "ingress": "on", "discoverySources": ["/pets"], "plugins": ["/opt/a.jar"],
                 "pluginOrder": ["a"], "pets": "project", "petFor": {"~/web": "axo"}}
                """).load();
        assertEquals(List.of(), content.problems());
        assertEquals(Map.of("~/web", "axo"), content.settings().pairs(Setting.PET_FOR));
        assertEquals(Setting.values().length, content.settings().values().size());
        assertEquals("axo", content.settings().word(Setting.PET));
        assertEquals(200, content.settings().value(Setting.WIDTH));
        assertEquals(List.of("demo", "file:a.json"), content.settings().words(Setting.SOURCES));
    }

    @TestFactory
    Stream<DynamicTest> aWrongValueIsNamedAndItsDefaultUsedWhileTheOthersCount() {
        return Stream.of(
                        "\"pet\": 1",
                        "\"pet\": \"\"",
                        "\"pet\": \"a\\u0007b\"",
                        "\"pets\": \"many\"",
                        "\"petFor\": [\"axo\"]",
                        "\"petFor\": {\"~/web\": 1}",
                        "\"width\": 79",
                        "\"width\": 225",
                        "\"width\": 112.0",
                        "\"width\": \"112\"",
                        "\"width\": 99999999999999",
                        "\"theme\": \"Dark\"",
                        "\"theme\": null",
                        "\"reducedMotion\": true",
                        "\"settle\": \"never\"",
                        "\"idleSlowdown\": 0",
                        "\"sources\": \"demo\"",
                        "\"sources\": [1]",
                        "\"sources\": [\"\"]",
                        "\"statusOrigins\": [\"*\"]",
                        "\"statusOrigins\": [\"null\"]",
                        "\"statusOrigins\": [\"http://localhost:8000/\"]",
                        "\"fullscreen\": {}",
                        "\"quiet\": []",
                        "\"gaze\": 0")
                .map(entry -> DynamicTest.dynamicTest(entry, () -> {
                    String key = entry.substring(1, entry.indexOf('"', 1));
                    String other = key.equals("gaze") ? "\"theme\": \"dark\"" : "\"gaze\": \"off\"";
                    SettingsFile.Content content =
                            written("{" + entry + ", " + other + "}").load();
                    assertEquals(
                            1, content.problems().size(), content.problems().toString());
                    assertTrue(content.problems().get(0).what().startsWith(key + " "));
                    assertEquals(
                            Problem.Severity.WARNING, content.problems().get(0).severity());
                    assertEquals(1, content.settings().values().size());
                    assertTrue(content.sound());
                }));
    }

    @Test
    void anUnknownKeyIsNamedAndSurvivesAChange() throws IOException {
        SettingsFile file = written("{\"futrue\": {\"a\": [1, 2.50, null, true]}, \"width\": 80, \"\\u001b[31m\": 1}");
        SettingsFile.Content content = file.load();
        assertEquals(2, content.problems().size());
        assertTrue(content.problems().get(0).what().startsWith("futrue is no setting"));
        assertFalse(content.problems().get(1).sentence().contains("\u001b"), "a key of odd characters is not printed");
        file.set(Setting.WIDTH, 90);
        String after = Files.readString(file.path());
        assertTrue(after.replaceAll("\\s", "").contains("\"futrue\":{\"a\":[1,2.50,null,true]},\"width\":90"), after);
        assertEquals(90, file.look().settings().value(Setting.WIDTH));
        assertTrue(Files.readString(folder.resolve("config.json.bak")).contains("\"width\": 80"));
    }

    @TestFactory
    Stream<DynamicTest> aBrokenFileIsKeptAsideAndNamedAndDefaultsAreUsed() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("empty", new byte[0]);
        files.put("blank", bytes("\n \n"));
        files.put("torn", bytes("{\"width\": 80, \"the"));
        files.put("no JSON", bytes("width = 80"));
        files.put("an array", bytes("[]"));
        files.put("more behind it", bytes("{} {}"));
        files.put("a comment", bytes("{ // mine\n}"));
        files.put("a key twice", bytes("{\"width\": 80, \"width\": 90}"));
        files.put("too deep", bytes("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"));
        files.put("too large", bytes("{\"a\": \"" + "x".repeat(70_000) + "\"}"));
        files.put("no UTF-8", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
        files.put("zeros", new byte[512]);
        return files.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Path home = Files.createTempDirectory(folder, "home");
                    SettingsFile file = new SettingsFile(home);
                    Files.write(file.path(), each.getValue());
                    SettingsFile.Content looked = file.look();
                    assertFalse(looked.sound());
                    assertTrue(Files.exists(file.path()), "a look leaves the file to its editor");

                    SettingsFile.Content content = file.load();
                    assertEquals(Settings.DEFAULT, content.settings());
                    assertEquals(1, content.problems().size());
                    assertFalse(Files.exists(file.path()));
                    List<Path> aside = kept(home);
                    assertEquals(1, aside.size());
                    String sentence = content.problems().get(0).sentence();
                    assertTrue(sentence.contains(aside.get(0).getFileName().toString()), sentence);
                    assertEquals(each.getValue().length, Files.size(aside.get(0)));
                    assertTrue(file.load().sound());
                }));
    }

    @Test
    void ofBrokenFilesTheLastFiveAreKept() throws IOException {
        for (int i = 1; i <= 8; i++) {
            SettingsFile file = written("broken " + i);
            Files.setLastModifiedTime(file.path(), FileTime.from(Instant.ofEpochSecond(1_700_000_000 + i)));
            file.load();
        }
        List<Path> kept = kept(folder);
        assertEquals(CorruptFiles.MOST, kept.size());
        assertEquals("broken 4", Files.readString(kept.get(0)));
        assertEquals("broken 8", Files.readString(kept.get(4)));
    }

    @Test
    void brokenFilesOfOneMomentDoNotOverwriteEachOther() throws IOException {
        for (int i = 0; i < 3; i++) {
            SettingsFile file = written("broken " + i);
            Files.setLastModifiedTime(file.path(), FileTime.fromMillis(1_700_000_000_000L));
            file.load();
        }
        assertEquals(3, kept(folder).size());
    }

    @Test
    void aFolderInItsPlaceIsSaidAndLeftThere() throws IOException {
        SettingsFile file = new SettingsFile(folder);
        Files.createDirectory(file.path());
        SettingsFile.Content content = file.load();
        assertFalse(content.sound());
        assertTrue(Files.isDirectory(file.path()));
    }

    @Test
    void aLinkStaysALinkAndItsTargetIsWritten() throws IOException {
        Path target = Files.writeString(folder.resolve("dotfiles.json"), "{\"width\": 80}");
        SettingsFile file = new SettingsFile(folder);
        Files.createSymbolicLink(file.path(), target);
        file.set(Setting.WIDTH, 90);
        assertTrue(Files.isSymbolicLink(file.path()));
        assertTrue(Files.readString(target).contains("90"));
    }

    @Test
    void aValueThatASettingDoesNotTakeIsNotWritten() {
        SettingsFile file = new SettingsFile(folder);
        assertThrows(IllegalArgumentException.class, () -> file.set(Setting.WIDTH, 1000));
        assertFalse(Files.exists(file.path()));
    }

    /** Not even root can write into /proc. */
    @Test
    void aFolderThatCannotBeWrittenIsAnErrorThatChangesNothing() throws IOException {
        assertThrows(IOException.class, () -> new SettingsFile(Path.of("/proc/self")).set(Setting.WIDTH, 90));
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThrows(IOException.class, () -> new SettingsFile(file).set(Setting.WIDTH, 90));
        assertTrue(new SettingsFile(Path.of("/proc/self")).load().sound(), "no file there is no fault");
    }

    @Test
    void whatIsBrokenIsNotOverwritten() throws IOException {
        SettingsFile file = written("{\"width\": 80,");
        assertThrows(IOException.class, () -> file.set(Setting.WIDTH, 90));
        assertEquals("{\"width\": 80,", Files.readString(file.path()));
    }

    private SettingsFile written(String text) throws IOException {
        SettingsFile file = new SettingsFile(folder);
        Files.writeString(file.path(), text);
        return file;
    }

    private static List<Path> kept(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith("config.json.corrupt-"))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
