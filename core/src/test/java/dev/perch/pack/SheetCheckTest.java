package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SheetCheckTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();
    private static final byte[] PIXEL = {1, 2, 3, 4};

    @Test
    void whatIsNoPictureHasItsOwnSentence() {
        assertRefused("s.webp: is empty (0 bytes); copy the picture again.", new byte[0]);
        assertRefused(
                "s.webp: is a Git-LFS pointer, not the picture itself; run \"git lfs pull\" where it came from.",
                bytes("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"));
        assertRefused("is neither WebP nor PNG, but GIF", bytes("GIF89a\u0001\u0000\u0001\u0000"));
        assertRefused("is neither WebP nor PNG, but text", bytes("<html>404</html>"));
        assertRefused("is neither WebP nor PNG, but JPEG", new byte[] {-1, (byte) 0xd8, -1, (byte) 0xe0});
        assertRefused("is neither WebP nor PNG;", new byte[] {0, 1, 2});
    }

    @Test
    void aHugeHeaderIsRefusedBeforeAnyData() {
        assertRefused(
                "s.webp: is 20000x20000 pixels, more than 40 million or 16384 a side; make it smaller: a sheet has 1536x1872 or 1536x2288.",
                TestPng.header(20_000, 20_000, 8, 6, false).bytes());
        assertRefused(
                "is 7000x7000 pixels", TestPng.header(7_000, 7_000, 8, 6, false).bytes());
        assertRefused(
                "is 4294967295x4294967295 pixels",
                TestPng.header(-1, -1, 8, 6, false).bytes());
        assertRefused("has a size of 0x5", TestPng.header(0, 5, 8, 6, false).bytes());
        assertRefused("is 20000x20000 pixels", TestWebp.riff(TestWebp.vp8x(0x10, 20_000, 20_000)));
    }

    @Test
    void onlyWhatMakesThePictureIsKeptOfAPng() throws Refusal {
        byte[] raw = TestPng.rows(1, PIXEL);
        byte[] full = TestPng.header(1, 1, 8, 6, false)
                .chunk("iCCP", bytes("x"))
                .chunk("acTL", new byte[8])
                .data(raw)
                .chunk("zTXt", new byte[999])
                .chunk("IEND")
                .bytes();
        SheetImage image = SheetCheck.check("s", TestSheet.join(full, bytes("trailing")), LIMITS);
        assertArrayEquals(
                TestPng.header(1, 1, 8, 6, false).data(raw).chunk("IEND").bytes(), image.clean());
        assertFalse(image.still());
    }

    @Test
    void aPngMustBeSoundInForm() {
        byte[] raw = TestPng.rows(1, PIXEL);
        byte[] good = TestPng.rgba(1, 1, PIXEL).bytes();
        assertRefused("is a PNG that ends in the middle", Arrays.copyOf(good, good.length - 14));
        byte[] flipped = good.clone();
        flipped[20] ^= 1;
        assertRefused("is a PNG with a wrong checksum", flipped);
        assertRefused(
                "unknown part \"ABCD\"",
                TestPng.header(1, 1, 8, 6, false).chunk("ABCD").bytes());
        assertRefused(
                "header is missing or comes twice",
                new TestPng().data(raw).chunk("IEND").bytes());
        assertRefused(
                "without picture data",
                TestPng.header(1, 1, 8, 6, false).chunk("IEND").bytes());
        assertRefused(
                "without picture data",
                TestPng.header(1, 1, 8, 3, false).data(raw).chunk("IEND").bytes());
        assertRefused(
                "of a form that PNG does not have",
                TestPng.header(1, 1, 4, 6, false).bytes());
        assertRefused(
                "wrong palette",
                TestPng.header(1, 1, 8, 3, false).chunk("PLTE", PIXEL).bytes());
        byte[] noData = TestPng.header(1, 1, 8, 6, false)
                .chunk("IDAT", PIXEL)
                .chunk("IEND")
                .bytes();
        assertRefused("data that cannot be inflated", noData);
        byte[] shortData =
                TestPng.header(1, 2, 8, 6, false).data(raw).chunk("IEND").bytes();
        assertRefused("is a PNG that ends in the middle", shortData);
        TestPng many = TestPng.header(1, 1, 8, 6, false);
        for (int i = 0; i < 1024; i++) {
            many.chunk("tEXt");
        }
        assertRefused("more than 1024 chunks", many.chunk("IEND").bytes());
    }

    @Test
    void aPngBombIsRefusedAfterItsRasterAndOneKibibyte() throws Refusal {
        byte[] padded = TestPng.header(1, 1, 8, 6, false)
                .data(new byte[5 + 1024])
                .chunk("IEND")
                .bytes();
        assertEquals(1, SheetCheck.check("s", padded, LIMITS).width());
        byte[] bomb = TestPng.header(1, 1, 8, 6, false)
                .data(new byte[50_000_000])
                .chunk("IEND")
                .bytes();
        assertRefused("is a PNG that inflates to more than its size says", bomb);
    }

    @Test
    void metadataOfAWebpIsDropped() throws Refusal {
        byte[] picture = TestWebp.chunk("VP8L", vp8l(100, 50));
        byte[] full = TestWebp.riff(
                TestWebp.vp8x(0x3c, 100, 50),
                TestWebp.chunk("ICCP", new byte[777]),
                picture,
                TestWebp.chunk("EXIF", bytes("where you live")),
                TestWebp.chunk("XMP ", new byte[3]),
                TestWebp.chunk("what", new byte[1]));
        SheetImage image = SheetCheck.check("s", TestSheet.join(full, bytes("trailing")), LIMITS);
        assertArrayEquals(TestWebp.riff(picture), image.clean());
        assertEquals(
                "lossless WebP 100x50 true",
                image.type() + " " + image.width() + "x" + image.height() + " " + image.still());
    }

    @Test
    void alphaOfALossyWebpIsKept() throws Refusal {
        byte[] alpha = TestWebp.chunk("ALPH", new byte[5]);
        byte[] picture = TestWebp.chunk("VP8 ", vp8(100, 50));
        byte[] full = TestWebp.riff(TestWebp.vp8x(0x3c, 100, 50), TestWebp.chunk("ICCP", new byte[7]), alpha, picture);
        SheetImage image = SheetCheck.check("s", full, LIMITS);
        assertArrayEquals(TestWebp.riff(TestWebp.vp8x(0x10, 100, 50), alpha, picture), image.clean());
        assertEquals("lossy WebP", image.type());
    }

    @Test
    void anAnimatedWebpComesDownToItsFirstPicture() throws Refusal {
        byte[] first = TestWebp.chunk("VP8L", vp8l(100, 50));
        byte[] second = TestWebp.anmf(40, 50, TestWebp.chunk("VP8L", vp8l(40, 50)));
        byte[] head = TestSheet.join(TestWebp.vp8x(0x12, 100, 50), TestWebp.chunk("ANIM", new byte[6]));
        SheetImage image = SheetCheck.check("s", TestWebp.riff(head, TestWebp.anmf(100, 50, first), second), LIMITS);
        assertArrayEquals(TestWebp.riff(first), image.clean());
        assertFalse(image.still());
        assertRefused("first picture does not fill it", TestWebp.riff(head, second));
        byte[][] many = new byte[300][];
        Arrays.fill(many, second);
        many[0] = TestSheet.join(head, TestWebp.anmf(100, 50, first));
        assertRefused("too many frames", TestWebp.riff(many));
    }

    @Test
    void aWebpMustBeSoundInForm() {
        byte[] good = TestWebp.riff(TestWebp.chunk("VP8L", vp8l(100, 50)));
        assertRefused("is a WebP that ends in the middle", Arrays.copyOf(good, good.length - 2));
        assertRefused("is a WebP that ends in the middle", TestWebp.riff());
        assertRefused("begins with \"ICCP\"", TestWebp.riff(TestWebp.chunk("ICCP", new byte[7])));
        assertRefused("without a picture", TestWebp.riff(TestWebp.vp8x(0, 100, 50)));
        assertRefused("with two headers", TestWebp.riff(TestWebp.vp8x(0, 9, 9), TestWebp.vp8x(0, 9, 9)));
        assertRefused("with damaged data", TestWebp.riff(TestWebp.chunk("VP8L", new byte[20])));
        assertRefused("with damaged data", TestWebp.riff(TestWebp.chunk("VP8 ", new byte[20])));
        assertRefused(
                "header says 99x50 and whose data 100x50",
                TestWebp.riff(TestWebp.vp8x(0, 99, 50), TestWebp.chunk("VP8L", vp8l(100, 50))));
        byte[] lying = good.clone();
        lying[16] = 127;
        assertRefused("is a WebP that ends in the middle", lying);
    }

    private static byte[] vp8l(int width, int height) {
        int bits = (width - 1) | ((height - 1) << 14) | (1 << 28);
        return new byte[] {0x2f, (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24), 0};
    }

    private static byte[] vp8(int width, int height) {
        return new byte[] {0, 0, 0, (byte) 0x9d, 1, 0x2a, (byte) width, 0, (byte) height, 0};
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertRefused(String sentence, byte[] file) {
        Refusal refusal = assertThrows(Refusal.class, () -> SheetCheck.check("s.webp", file, LIMITS));
        String said = TestPet.sentence(refusal.problem());
        assertTrue(said.contains(sentence), said);
    }
}
