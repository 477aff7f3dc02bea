package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipFilesTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();

    @TempDir
    Path folder;

    @Test
    void storedAndDeflatedEntriesComeBack() throws Exception {
        ZipFiles files = open(stored("pet.json", "{}"));
        assertEquals("{}", text(files, "pet.json"));
        byte[] large = new byte[300_000];
        Arrays.fill(large, 100, 200_000, (byte) 7);
        files = open(new TestPet()
                .with("pet.json", "{}")
                .with("a/sheet@2x.png", large)
                .zip());
        assertArrayEquals(large, files.read(SafePath.parse("", "a/sheet@2x.png"), large.length));
        assertNull(files.read(SafePath.parse("", "b"), 10));
    }

    @Test
    void thePackageMayLieInTheOneFolderOfTheZip() throws Exception {
        TestPet pet = new TestPet().with("Blob/pet.json", "{}").with("Blob/art/s.png", "x");
        pet.with("__MACOSX/Blob/._pet.json", "?").with("__MACOSX/pet.json", "?").with("README.md", "hello");
        assertEquals("x", text(open(pet.zip()), "art/s.png"));
    }

    @Test
    void severalPetsOrOneTooDeepAreRefused() throws IOException {
        assertRefused(
                "several of them",
                new TestPet().with("a/pet.json", "{}").with("b/pet.json", "{}").zip());
        assertRefused("too deep", new TestPet().with("a/b/pet.json", "{}").zip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.txt",
                "a/../../evil.txt",
                "/etc/passwd",
                "//host/x",
                "a\\b.png",
                "C:/x",
                "c:x",
                "NUL",
                "a/con.txt",
                "lpt1.png",
                "trailing.",
                "a /b",
                "a//b",
                "./a",
                "bidi\u202e.png",
                "ctrl\u0001",
                "a/b/c/d/e"
            })
    void anUnsafeNameIsRefused(String name) throws IOException {
        assertRefused(
                "the name \"",
                new TestPet().with("pet.json", "{}").with(name, "x").zip());
    }

    @Test
    void namesThatMeetOnSomeSystemAreRefused() throws IOException {
        assertRefused(
                "there twice",
                new TestPet().with("a.png", "1").with("A.png", "2").zip());
        assertRefused(
                "there twice",
                new TestPet().with("Art/a", "1").with("art/b", "2").zip());
        assertRefused(
                "there twice", new TestPet().with("a", "1").with("a/b", "2").zip());
        byte[] twice = new TestPet().with("a.png", "1").with("b.png", "2").zip();
        for (int i = 0; i < twice.length; i++) {
            twice[i] = twice[i] == 'b' && twice[i + 1] == '.' ? (byte) 'a' : twice[i];
        }
        assertRefused("there twice", twice);
        assertRefused("too long", new TestPet().with("x".repeat(121), "1").zip());
    }

    @Test
    void oddFeaturesAreRefused() throws IOException {
        assertRefused(
                "is a link or a special file",
                patched(c -> c.putShort(4, (short) 0x031e).putInt(38, 0xa1ff0000)));
        assertRefused(
                "is a link or a special file",
                patched(c -> c.putShort(4, (short) 0x131e).putInt(38, 0x21ff0000)));
        assertRefused("is encrypted", patched(c -> c.putShort(8, (short) 1)));
        assertRefused("other than store and deflate", patched(c -> c.putShort(10, (short) 12)));
        assertRefused("uses zip64", patched(c -> c.putInt(20, -1)));
        assertRefused("uses zip64", patched(c -> c.putInt(24, -1)));
        assertRefused("one disk of several", patched(c -> c.putShort(34, (short) 1)));
        assertRefused("says one thing in its directory and another", patched(c -> c.put(46, (byte) 'P')));
        assertRefused("not where it says", patched(c -> c.putInt(42, 1)));
        assertRefused("not where it says", patched(c -> c.putInt(42, 0x7fffffff)));
        assertRefused("not where it says", patched(c -> c.putInt(20, 0x00ffffff)));
        assertRefused("wrong checksum", both(16, 14, 0x12345678));
        assertRefused("shorter than the zip says", both(24, 22, 99));
        assertRefused("longer than the zip says", both(24, 22, 1));
    }

    @Test
    void theEndMustFitTheRest() throws IOException {
        byte[] good = deflated();
        int end = good.length - 22;
        assertRefused("is not a zip", "hello world, this is no zip at all".getBytes(StandardCharsets.US_ASCII));
        assertRefused("is empty (0 bytes)", new byte[0]);
        assertRefused("ends in the middle", Arrays.copyOf(good, end + 10));
        assertRefused(
                "damaged directory",
                changed(good, b -> b.putShort(end + 8, (short) 2).putShort(end + 10, (short) 2)));
        assertRefused("one disk of several", changed(good, b -> b.putShort(end + 4, (short) 1)));
        assertRefused("uses zip64", changed(good, b -> b.putInt(end + 16, -1)));
        assertRefused("not where it says", TestSheet.join("MZ".getBytes(StandardCharsets.US_ASCII), good));
        assertRefused("more than 256 entries", many(257));
    }

    @Test
    void upTo64KiBMayFollow() throws Exception {
        byte[] good = deflated();
        assertEquals("{\"id\":\"a\"}", text(open(TestSheet.join(good, new byte[64 * 1024])), "pet.json"));
        assertRefused("ends in the middle", TestSheet.join(good, new byte[64 * 1024 + 1]));
    }

    @Test
    void overlappingEntriesAreRefused() throws IOException {
        byte[] x = {'x'};
        byte[] local = TestSheet.join(localHeader("b", 1, crc(x)), x);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        zip.writeBytes(localHeader("a", local.length, crc(local)));
        zip.writeBytes(local);
        int start = zip.size();
        zip.writeBytes(central("a", local.length, crc(local), 0));
        zip.writeBytes(central("b", 1, crc(x), 31));
        zip.writeBytes(end(2, start, zip.size() - start));
        assertRefused("has entries that overlap", zip.toByteArray());
    }

    @Test
    void bombsAreRefusedByTheirNumbers() throws IOException {
        assertRefused(
                "more than 100 times its size",
                new TestPet().with("a", new byte[2 << 20]).zip());
        byte[] noise = new byte[(16 << 20) + 1];
        assertRefused(
                "would unpack to more than 16 MiB",
                new TestPet().with("a", noise).zip());
        byte[] lying = both(24, 22, 15 << 20);
        assertRefused("more than 100 times its size", lying);
        TestPet five = new TestPet();
        for (int i = 0; i < 70; i++) {
            five.with("f" + i, new byte[1 << 20]);
        }
        assertRefused("would unpack to more than 64 MiB", five.zip());
    }

    @Test
    void aZipBeyond20MiBIsRefused() throws IOException {
        assertRefused("is larger than 20 MiB", new byte[(20 << 20) + 1]);
    }

    private static byte[] deflated() throws IOException {
        return new TestPet().with("pet.json", "{\"id\":\"a\"}").zip();
    }

    private static byte[] many(int count) throws IOException {
        TestPet pet = new TestPet();
        for (int i = 0; i < count; i++) {
            pet.with("f" + i, "");
        }
        return pet.zip();
    }

    /** A zip of one stored entry, with its sizes in the local header. */
    private static byte[] stored(String name, String text) throws IOException {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(data.length);
            entry.setCrc(crc(data));
            zip.putNextEntry(entry);
            zip.write(data);
        }
        return out.toByteArray();
    }

    private static byte[] changed(byte[] good, Consumer<ByteBuffer> change) {
        byte[] bad = good.clone();
        change.accept(ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN));
        return bad;
    }

    /** A deflated zip with its one central header changed; offsets are those within the header. */
    private static byte[] patched(Consumer<ByteBuffer> change) throws IOException {
        byte[] bad = deflated();
        ByteBuffer in = ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN);
        int at = in.getInt(bad.length - 6);
        change.accept(in.slice(at, bad.length - at).order(ByteOrder.LITTLE_ENDIAN));
        return bad;
    }

    /** The same number into the central and the local header. */
    private static byte[] both(int centralAt, int localAt, int value) throws IOException {
        byte[] bad = patched(c -> c.putInt(centralAt, value));
        ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putInt(localAt, value);
        return bad;
    }

    private static long crc(byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(data);
        return crc.getValue();
    }

    private static byte[] localHeader(String name, int size, long crc) {
        return little(30 + name.length())
                .putInt(0x04034b50)
                .putShort((short) 10)
                .putLong(0)
                .putInt((int) crc)
                .putInt(size)
                .putInt(size)
                .putShort((short) name.length())
                .putShort((short) 0)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] central(String name, int size, long crc, int local) {
        return little(46 + name.length())
                .putInt(0x02014b50)
                .putInt(10 << 16 | 10)
                .putLong(0)
                .putInt((int) crc)
                .putInt(size)
                .putInt(size)
                .putShort((short) name.length())
                .position(42)
                .putInt(local)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] end(int entries, int start, int size) {
        return little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(size)
                .putInt(start)
                .array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ZipFiles open(byte[] zip) throws Refusal, IOException {
        Path file = Files.write(folder.resolve("pet.zip"), zip);
        return ZipFiles.open(file, Set.of("pet.json", "avatar.json"), LIMITS);
    }

    private static String text(ZipFiles files, String name) throws Refusal {
        return new String(files.read(SafePath.parse("", name), 1000), StandardCharsets.UTF_8);
    }

    private void assertRefused(String sentence, byte[] zip) {
        String said =
                TestPet.sentence(assertThrows(Refusal.class, () -> open(zip)).problem());
        assertTrue(said.contains(sentence), said);
    }
}
