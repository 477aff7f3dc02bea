package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodeProcessTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();

    @TempDir
    Path temp;

    @Test
    void losslessWebpComesBackAsItWentIn() throws Exception {
        byte[] rgba = noise(61, 37);
        byte[] webp = new WebpEncoder(Decoders.real(), LIMITS).encode(61, 37, rgba);
        assertEquals("lossless WebP", SheetCheck.check("s", webp, LIMITS).type());
        byte[] back = decode(Decoders.real(), webp);
        for (int i = 0; i < rgba.length; i++) {
            boolean visible = rgba[i | 3] != 0;
            assertEquals(visible ? rgba[i] : 0, back[i], "byte " + i);
        }
    }

    @Test
    void theSandboxDoesNotChangeThePixels() throws Exception {
        byte[] png = TestPng.rgba(9, 7, noise(9, 7)).bytes();
        DecodeProcess.Setup with = Decoders.setup();
        DecodeProcess bare = new DecodeProcess(
                new DecodeProcess.Setup(with.javaHome(), with.classPath(), with.wallMillis(), Optional.empty()));
        assertFalse(bare.sandboxed());
        assertArrayEquals(noise(9, 7), decode(bare, png));
        assertArrayEquals(noise(9, 7), decode(new DecodeProcess(with), png));
    }

    @Test
    void aSandboxThatDoesNotWorkIsDoneWithout() throws Exception {
        DecodeProcess.Setup real = Decoders.setup();
        Optional<Path> bwrap = Optional.of(program("bwrap", "exit 1"));
        DecodeProcess child =
                new DecodeProcess(new DecodeProcess.Setup(real.javaHome(), real.classPath(), real.wallMillis(), bwrap));
        assertFalse(child.sandboxed());
        assertArrayEquals(
                noise(3, 3), decode(child, TestPng.rgba(3, 3, noise(3, 3)).bytes()));
    }

    @Test
    void everyFormOfPngGivesItsOwnSamples() throws Exception {
        DecodeProcess child = Decoders.real();
        byte[] grey = {0, 1, 100, (byte) 255};
        assertArrayEquals(
                rgba(0, 0, 0, 255, 1, 1, 1, 255, 100, 100, 100, 255, 255, 255, 255, 255),
                decode(
                        child,
                        png(8, 0).data(TestPng.rows(1, grey)).chunk("IEND").bytes()));
        assertArrayEquals(
                rgba(0, 0, 0, 7, 10, 10, 10, 8, 200, 200, 200, 9, 255, 255, 255, 255), decode(child, greyAlpha()));
        assertArrayEquals(
                rgba(1, 2, 3, 255, 4, 5, 6, 128, 7, 8, 9, 0, 1, 2, 3, 255),
                decode(
                        child,
                        png(8, 3)
                                .chunk("PLTE", bytes(1, 2, 3, 4, 5, 6, 7, 8, 9))
                                .chunk("tRNS", bytes(255, 128, 0))
                                .data(TestPng.rows(1, bytes(0, 1, 2, 0)))
                                .chunk("IEND")
                                .bytes()));
        assertArrayEquals(
                rgba(0, 0, 0, 255, 85, 85, 85, 255, 170, 170, 170, 255, 255, 255, 255, 255),
                decode(
                        child,
                        png(2, 0)
                                .data(TestPng.rows(1, bytes(0x1b)))
                                .chunk("IEND")
                                .bytes()));
        byte[] keyed = decode(
                child,
                png(8, 2)
                        .chunk("tRNS", bytes(0, 9, 0, 9, 0, 9))
                        .data(TestPng.rows(1, bytes(1, 2, 3, 9, 9, 9, 9, 9, 8, 7, 7, 7)))
                        .chunk("IEND")
                        .bytes());
        assertArrayEquals(bytes(255, 0, 255, 255), new byte[] {keyed[3], keyed[7], keyed[11], keyed[15]});
        assertArrayEquals(bytes(1, 2, 3), Arrays.copyOf(keyed, 3));
        byte[] wide = decode(
                child, png(16, 6).data(TestPng.rows(1, wide())).chunk("IEND").bytes());
        assertArrayEquals(rgba(0, 1, 127, 255, 128, 2, 255, 1, 0, 0, 0, 0, 9, 9, 9, 9), wide);
        assertArrayEquals(noise(33, 21), decode(child, interlaced(33, 21)));
    }

    @Test
    void damagedDataIsUnreadableNotFatal() throws Exception {
        byte[] webp = new WebpEncoder(Decoders.real(), LIMITS).encode(64, 64, noise(64, 64));
        byte[] data = TestWebp.picture(webp);
        Arrays.fill(data, 60, data.length, (byte) 0xff);
        assertEquals(DecodeProcess.Outcome.UNREADABLE, run(Decoders.real(), TestWebp.riff(data), 64));
        byte[] filter = TestPng.rgba(1, 1, new byte[4]).bytes();
        assertEquals(DecodeProcess.Outcome.DONE, run(Decoders.real(), filter, 64));
        byte[] bad = TestPng.header(1, 1, 8, 6, false)
                .data(bytes(99, 0, 0, 0, 0))
                .chunk("IEND")
                .bytes();
        assertEquals(DecodeProcess.Outcome.UNREADABLE, run(Decoders.real(), bad, 64));
    }

    @Test
    void aChildWithTooLittleMemorySaysSo() throws Exception {
        byte[] png = TestPng.rgba(3000, 2000, new byte[3000 * 2000 * 4]).bytes();
        assertEquals(DecodeProcess.Outcome.OUT_OF_MEMORY, run(Decoders.real(), png, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "exec sleep 60, TIMED_OUT",
        "sleep 60 & sleep 60, TIMED_OUT",
        "exec cat /dev/zero, TOO_MUCH_OUTPUT",
        "kill -9 $$, CRASHED",
        "exit 3, UNREADABLE",
        "exit 4, OUT_OF_MEMORY",
        "exit 0, DONE"
    })
    void howeverTheChildEndsThereIsAnOutcome(String script, DecodeProcess.Outcome outcome) throws Exception {
        assertEquals(outcome, run(fake(script), new byte[1], 64));
    }

    @Test
    void aMissingJavaIsAnOutcomeToo() throws Exception {
        DecodeProcess child =
                new DecodeProcess(new DecodeProcess.Setup(temp.resolve("none"), List.of(), 500, Optional.empty()));
        assertEquals(DecodeProcess.Outcome.NOT_STARTED, run(child, new byte[1], 64));
    }

    @Test
    void theChildSeesNothingOfTheEnvironment() throws Exception {
        run(fake("exec /usr/bin/env"), new byte[1], 64);
        List<String> names = Files.readAllLines(temp.resolve("out")).stream()
                .map(line -> line.substring(0, line.indexOf('=')))
                .filter(name -> !List.of("PWD", "SHLVL", "_", "OLDPWD").contains(name)) // the shell's own
                .toList();
        assertEquals(List.of(), names);
    }

    @Test
    void anInterruptKillsTheChildAndIsPassedOn() throws Exception {
        DecodeProcess child = fake("exec sleep 60");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> run(child, new byte[1], 64));
    }

    private DecodeProcess fake(String script) throws IOException {
        Files.createDirectories(temp.resolve("bin"));
        program("bin/java", script);
        return new DecodeProcess(new DecodeProcess.Setup(temp, List.of(), 500, Optional.empty()));
    }

    private Path program(String name, String script) throws IOException {
        Path file = Files.writeString(temp.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private DecodeProcess.Outcome run(DecodeProcess child, byte[] image, int heapMiB) throws Exception {
        byte[] framed = ByteBuffer.allocate(image.length + 4)
                .putInt(image.length)
                .put(image)
                .array();
        Path in = Files.write(temp.resolve("in"), framed);
        return child.run(ChildProtocol.DECODE, in, temp.resolve("out"), 50_000_000, heapMiB);
    }

    private byte[] decode(DecodeProcess child, byte[] file) throws Exception {
        SheetImage image = SheetCheck.check("s", file, LIMITS);
        assertEquals(DecodeProcess.Outcome.DONE, run(child, image.clean(), 64));
        byte[] out = new byte[image.width() * image.height() * 4];
        try (RawSheet raw = RawSheet.open(temp.resolve("out"), List.of(image), "s")) {
            raw.next(image, "s");
            raw.row(out);
        }
        return out;
    }

    private static TestPng png(int bits, int color) {
        return TestPng.header(4, 1, bits, color, false);
    }

    private static byte[] greyAlpha() {
        return png(8, 4)
                .data(TestPng.rows(1, bytes(0, 7, 10, 8, 200, 9, 255, 255)))
                .chunk("IEND")
                .bytes();
    }

    private static byte[] wide() {
        return bytes(
                0, 0, 1, 1, 0x7f, 0x7f, 255, 255, 0x80, 0x80, 2, 2, 255, 255, 1, 1, 0, 0x7f, 0, 0, 0, 0, 0, 0, 9, 9, 9,
                9, 9, 9, 9, 9);
    }

    private static byte[] interlaced(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        byte[] rgba = noise(width, height);
        for (int i = 0; i < width * height; i++) {
            int argb = rgba[i * 4 + 3] << 24
                    | (rgba[i * 4] & 0xff) << 16
                    | (rgba[i * 4 + 1] & 0xff) << 8
                    | (rgba[i * 4 + 2] & 0xff);
            image.setRGB(i % width, i / width, argb);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        byte[] png = out.toByteArray();
        assertEquals(1, png[28], "interlaced");
        return png;
    }

    private static byte[] noise(int width, int height) {
        byte[] rgba = new byte[width * height * 4];
        new Random(width).nextBytes(rgba);
        return rgba;
    }

    private static byte[] rgba(int... values) {
        return bytes(values);
    }

    private static byte[] bytes(int... values) {
        byte[] out = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            out[i] = (byte) values[i];
        }
        return out;
    }
}
