package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.pack.Pixels;
import dev.perch.tools.sheets.Drawings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same pictures give the same bytes: in any order, time zone and locale, and on any JDK, for their hashes are committed.
 */
final class SameBytesTest {
    /** Accepted with {@code ./test --accept-goldens}; each change of it needs a new {@code PackMemory} version. */
    private static final Path EXPECTED = Path.of("src/test/resources/packed-bytes.txt");

    @TempDir
    private Path folder;

    @Test
    void thisJavaMakesTheCommittedBytes() throws Exception {
        String made = packed(drawn(folder.resolve("ball")), folder.resolve("out"));
        if (Boolean.getBoolean("perch.golden.accept")) {
            Files.writeString(EXPECTED, made);
        }
        assertEquals(Files.readString(EXPECTED), made);
    }

    @Test
    void anotherTimeZoneLocaleOrderAndEveryJavaThatIsHereMakeTheCommittedBytes() throws Exception {
        Path in = drawn(folder.resolve("drawn/ball"));
        for (Path home : javas()) {
            Path work = Files.createTempDirectory(folder, "java");
            Path shuffled = shuffled(in, work.resolve("ball"));
            Path said = work.resolve("said.txt");
            ProcessBuilder java = new ProcessBuilder(
                    home.resolve("bin/java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Duser.timezone=Pacific/Chatham",
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Dfile.encoding=ISO-8859-9",
                    "-Dperch.decode=" + System.getProperty("perch.decode", ""),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SameBytesTest.class.getName(),
                    shuffled.toString(),
                    work.resolve("out").toString());
            java.environment().put("TZ", "Pacific/Chatham");
            java.environment().put("LC_ALL", "tr_TR.UTF-8");
            int exitCode = java.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            assertEquals(0, exitCode, Files.readString(said));
            assertEquals(Files.readString(EXPECTED), Files.readString(said), "" + home);
            System.out.println("the committed bytes, by " + home);
        }
    }

    /** Prints the hashes of what a process of its own makes. */
    public static void main(String[] words) throws Exception {
        System.out.print(packed(Path.of(words[0]), Path.of(words[1])));
        System.exit(0);
    }

    /** A line a file, of every form. */
    private static String packed(Path in, Path out) throws Exception {
        pack("pack", in, "--out", out.resolve("codex"));
        pack("pack", in, "--out", out.resolve("png"), "--png", "--scales", "1,2", "--filter", "smooth");
        pack("pack", in, "--out", out.resolve("atlas"), "--format", "atlas", "--page", "512");
        pack("pack", in, "--out", out.resolve("sealed"), "--format", "sealed");
        pack("unpack", out.resolve("png"), "--out", out.resolve("frames"));
        TreeMap<String, String> hashes = new TreeMap<>();
        for (Path file : files(out)) {
            String name = out.relativize(file).toString();
            if (!name.startsWith("frames/") || name.endsWith(".json") || name.contains("waving")) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                hashes.put(name, HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))));
            }
        }
        StringBuilder lines = new StringBuilder();
        hashes.forEach(
                (name, hash) -> lines.append(hash).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    private static void pack(Object... words) {
        CommandLineRun run = CommandLineRun.of(words);
        assertEquals(0, run.exitCode(), run.err());
    }

    /** The Java that runs this, and those that are installed beside it and can run Perch. */
    private static List<Path> javas() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        List<Path> javas = new ArrayList<>(List.of(own));
        try (Stream<Path> beside = Files.list(own.getParent())) {
            for (Path home : beside.sorted().toList()) {
                Path release = home.resolve("release");
                if (Files.isExecutable(home.resolve("bin/java"))
                        && Files.isRegularFile(release)
                        && !javas.contains(home.toRealPath())
                        && version(Files.readString(release)) >= 17) {
                    javas.add(home.toRealPath());
                }
            }
        }
        return javas;
    }

    private static int version(String release) {
        String word = release.replaceFirst("(?s).*JAVA_VERSION=\"(\\d+).*", "$1");
        return word.matches("\\d+") ? Integer.parseInt(word) : 0;
    }

    /** Whole numbers alone, so that the pictures themselves are the same everywhere. */
    private static Path drawn(Path home) throws IOException {
        for (int i = 0; i < 6; i++) {
            Drawings.png(home.resolve("idle/" + (i + 1) + ".png"), disc(i));
            Drawings.png(home.resolve("I-" + (10 - i) + ".png"), disc(2 * i));
            Drawings.png(home.resolve("waving_" + (i + 8) + ".png"), disc(i + 3));
        }
        Files.writeString(
                home.resolve("pet.json"),
                "{\"id\":\"disc\",\"displayName\":\"\u0130\u0131\",\"animations\":{\"i\":{\"fps\":7}}}");
        return home;
    }

    private static Pixels disc(int step) {
        byte[] rgba = new byte[192 * 208 * 4];
        for (int y = 0; y < 208; y++) {
            for (int x = 0; x < 192; x++) {
                int far = (x - 96) * (x - 96) + (y - 130 - step) * (y - 130 - step);
                int alpha = Math.max(0, Math.min(255, (3600 - far) / 3));
                if (alpha > 0) {
                    int at = (y * 192 + x) * 4;
                    rgba[at] = (byte) (x * y + step * 17);
                    rgba[at + 1] = (byte) (x + step * 5);
                    rgba[at + 2] = (byte) (y * 3);
                    rgba[at + 3] = (byte) alpha;
                }
            }
        }
        return new Pixels(192, 208, rgba);
    }

    private static Path shuffled(Path in, Path to) throws IOException {
        List<Path> files = new ArrayList<>(files(in));
        Collections.shuffle(files, new Random(8));
        for (Path file : files) {
            Path copy = to.resolve(in.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return to;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
