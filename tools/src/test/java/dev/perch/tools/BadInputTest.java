package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the user gets for bad input: exit code 2 and one sentence, which this test prints for the eye. */
final class BadInputTest {
    private static final String GOOD_MANIFEST = "{\"id\":\"x\"}";
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> aBadPackageIsRefusedInOneSentence() throws IOException {
        Map<String, Path> packages = new LinkedHashMap<>();
        packages.put(
                "Git-LFS",
                pet("lfs", GOOD_MANIFEST, bytes("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")));
        packages.put("empty", pet("empty", GOOD_MANIFEST, new byte[0]));
        packages.put("object", pet("array", "[1, 2]", webp()));
        packages.put("..", pet("escape", "{\"spritesheetPath\":\"../../etc/passwd\"}", webp()));
        packages.put("20000", pet("huge", "{\"spritesheetPath\":\"spritesheet.png\"}", null, png(20_000, 20_000)));
        packages.put("ends in the middle", pet("cut", GOOD_MANIFEST, Arrays.copyOf(webp(), 5_000)));
        packages.put("100 times its size", zip("bomb.zip", "spritesheet.webp", new byte[15 << 20]));
        packages.put("slip", zip("slip.zip", "../evil.txt", bytes("evil")));
        return packages.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getValue().getFileName().toString(),
                        () -> refuses(each.getKey(), "--pet", each.getValue(), "--sheet", folder.resolve("out.png"))));
    }

    @TestFactory
    Stream<DynamicTest> aBadSnapshotIsRefusedInOneSentence() throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("JSON", "this is not JSON\n");
        lines.put("64 KiB", "{\"state\":\"running\",\"title\":\"" + "m".repeat(MEGABYTE) + "\"}\n");
        lines.put("U+0007", "{\"state\":\"running\",\"title\":\"ring \\u0007\"}\n");
        lines.put("U+202E", "{\"state\":\"running\",\"title\":\"safe \\u202Eexe.txt\"}\n");
        lines.put("state", "{\"state\":\"Not A Word\",\"title\":\"t\"}\n");
        return lines.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Path file = Files.writeString(folder.resolve("states.jsonl"), each.getValue());
                    refuses(each.getKey(), "--source", "file:" + file, "--at", 0, "--out", folder.resolve("out.png"));
                }));
    }

    @Test
    void aBadWordOnTheCommandLineIsRefusedInOneSentence() {
        for (List<String> words : List.of(
                List.of("--pet", "nobody", "--at", "0"),
                List.of("--source", "telepathy:x", "--at", "0"),
                List.of("--source", "replay:nowhere.jsonl", "--at", "0"),
                List.of("--state", "Not A State", "--at", "0"),
                List.of("--width", "5000", "--at", "0"),
                List.of("--scale", "99", "--at", "0"),
                List.of("--idle-slowdown", "0", "--at", "0"),
                List.of("--source", "file:", "--at", "0"),
                List.of("--source", "replay:", "--at", "0"),
                List.of("--source", "demo:abc", "--at", "0"),
                List.of("--pet", "", "--at", "0"),
                List.of("--source", "demo", "--state", "waiting", "--at", "0"),
                List.of("--title", "May I?", "--at", "0"),
                List.of("--body", "48 tests", "--at", "0"),
                List.of("--at", "0", "--seconds", "3"),
                List.of("--sheet", folder.resolve("out.png").toString(), "--state", "waiting"),
                List.of("--sheet", folder.resolve("out.png").toString(), "--source", "nonsense"),
                List.of("--settle", "never", "--at", "0"),
                List.of("--scale", "wide", "--at", "0"),
                List.<String>of(),
                List.of("--idle-slowdown", "2000000000", "--at", "0"),
                List.of("--seconds", "0", "--gif", folder.resolve("out.gif").toString()),
                List.of("--seconds", "NaN", "--apng", folder.resolve("out.png").toString()),
                List.of(
                        "--seconds",
                        "0.0001",
                        "--gif",
                        folder.resolve("out.gif").toString()),
                List.of("--at", "0", "--out", folder.toString()),
                List.of("--sheet", folder.toString()))) {
            refuses("", words.toArray());
        }
    }

    @Test
    void aRecordingOfNothingIsRefused() throws IOException {
        Path recording = folder.resolve("empty.jsonl");
        try (InputStream demo = BadInputTest.class.getResourceAsStream("/assets/demo/session.jsonl")) {
            String head = new String(demo.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            Files.writeString(recording, head + "\n");
        }
        refuses("holds no snapshot", "--source", "replay:" + recording, "--at", 0, "--out", folder.resolve("out.png"));
    }

    @Test
    void anOptionBeforeACommandIsNotDropped() {
        CommandLineRun run = CommandLineRun.of("--pet", "axo", "render", "--sheet", folder.resolve("out.png"));
        assertEquals(2, run.exitCode());
        assertEquals("perch: --pet: stands before the command; write it after render.\n", run.err());
    }

    @Test
    void aFolderIsNotReplacedByAPicture() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        refuses("is a folder", "--sheet", empty);
        assertTrue(Files.isDirectory(empty));
    }

    @Test
    void aFaultOfPerchItselfIsOneSentenceToo() {
        Explanation explanation = Explanation.of(new IllegalStateException("no\nframe"));
        assertEquals(1, explanation.exitCode());
        assertEquals(
                "an error of Perch itself: no<U+000A>frame; please report it with what you typed.",
                explanation.sentence());
    }

    private void refuses(String says, Object... words) {
        Object[] command = new Object[words.length + 1];
        command[0] = "render";
        System.arraycopy(words, 0, command, 1, words.length);
        CommandLineRun run = CommandLineRun.of(command);
        System.out.print(run.err());
        assertEquals(2, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("perch: ") && run.err().contains("; "), run.err());
        assertTrue(run.err().contains(says), () -> "'" + says + "' is not said in: " + run.err());
        assertTrue(run.err().length() < 500, "a sentence, not " + run.err().length() + " letters");
        assertTrue(run.err().codePoints().noneMatch(c -> c != '\n' && Character.isISOControl(c)), run.err());
        assertTrue(Files.notExists(folder.resolve("out.png")));
    }

    private Path pet(String name, String manifest, byte[] sheet) throws IOException {
        return pet(name, manifest, sheet, null);
    }

    private Path pet(String name, String manifest, byte[] webp, byte[] png) throws IOException {
        Path pet = Files.createDirectories(folder.resolve(name));
        Files.writeString(pet.resolve("pet.json"), manifest);
        Files.write(pet.resolve(png == null ? "spritesheet.webp" : "spritesheet.png"), png == null ? webp : png);
        return pet;
    }

    private Path zip(String name, String entry, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("pet.json"));
            zip.write(bytes(GOOD_MANIFEST));
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return file;
    }

    /** A sound sheet: Perch's own. */
    private static byte[] webp() throws IOException {
        try (var in = BadInputTest.class.getResourceAsStream("/assets/pets/axo/spritesheet.webp")) {
            return in.readAllBytes();
        }
    }

    /** A PNG that is nothing but a header. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = ByteBuffer.allocate(17)
                .put(bytes("IHDR"))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        CRC32 crc = new CRC32();
        crc.update(header);
        png.writeBytes(ByteBuffer.allocate(4).putInt(13).array());
        png.writeBytes(header);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        return png.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
