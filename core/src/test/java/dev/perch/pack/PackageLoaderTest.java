package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Clip;
import dev.perch.model.PackageSource;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.model.Sprite;
import dev.perch.pack.format.PetFormats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageLoaderTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();

    @TempDir
    Path temp;

    private DecodeProcess decoder;
    private PackageLoader loader;

    @BeforeEach
    void aLoaderWithAnEmptyStore() throws IOException {
        decoder = Decoders.real();
        loader = new PackageLoader(temp.resolve("store"), decoder, LIMITS, PetFormats.all());
    }

    @Test
    void aV1FolderOpensPixelForPixelAndIsNeverDecodedTwice() throws Exception {
        TestSheet sheet = TestSheet.v1(48);
        PackageSource source = TestPet.of(sheet).folder(temp.resolve("my-pet"));
        PackageReport.Opened opened = TestPet.opened(loader.load(source, 0));
        PetPackage pet = opened.pet();

        assertEquals("my-pet", pet.id().id());
        assertEquals("Blob", pet.displayName());
        assertEquals(List.of(), pet.warnings());
        assertEquals(48, pet.cellWidth());
        assertEquals(52, pet.cellHeight());
        assertEquals(0, pet.artPixel());
        assertEquals(9, pet.clips().size());
        assertEquals(new SheetFacts("codex-pet-v1", "sheet.png", "PNG", 384, 468, 8, 9, 1, 0), opened.sheet());
        ShownCell shown = new ShownCell(pet);
        for (int row = 0; row < 9; row++) {
            CodexRows codex = CodexRows.ALL.get(row);
            Clip clip = pet.clip(codex.name());
            assertEquals(
                    codex.millis(),
                    clip.frames().stream().map(Clip.Frame::millis).toList());
            for (int i = 0; i < clip.frames().size(); i++) {
                assertArrayEquals(
                        sheet.shown(row, i), shown.of(clip.frames().get(i).sprite()));
            }
        }

        assertEquals(1, decoder.runs());
        PackageLoader another = new PackageLoader(temp.resolve("store"), decoder, LIMITS, PetFormats.all());
        PetPackage again = TestPet.opened(another.load(source, 0)).pet();
        assertEquals(1, decoder.runs());
        assertEquals(pet.pages(), again.pages());
        assertEquals(pet.contentHash(), again.contentHash());
        try (Stream<Path> left = Files.list(temp.resolve("store/staging"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aV2ZipGivesGazeAndNeutralAndSharesTheSealOfTheSameFolder() throws Exception {
        TestSheet sheet = TestSheet.v2(24);
        TestPet pet = TestPet.of(sheet)
                .with("pet.json", "\uFEFF{\"spriteVersionNumber\":2,\"spritesheetPath\":\"sheet.png\",\"kind\":\"x\"}");
        Path zip = Files.write(temp.resolve("a.b.zip"), pet.zip());
        PetPackage zipped =
                TestPet.opened(loader.load(PackageSource.of(zip), 0)).pet();
        PetPackage folder =
                TestPet.opened(loader.load(pet.folder(temp.resolve("dir")), 0)).pet();
        Map<String, PackageSource.Opener> files = new HashMap<>();
        pet.files.forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
        PetPackage bundled = TestPet.opened(loader.load(new PackageSource.Bundled("in", files), 0))
                .pet();

        assertEquals(1, decoder.runs());
        assertEquals(zipped.contentHash(), folder.contentHash());
        assertEquals(
                List.of("a.b", "dir", "in"),
                List.of(zipped.id().id(), folder.id().id(), bundled.id().id()));
        assertEquals(
                List.of("a.b", "dir", "in"),
                List.of(zipped.displayName(), folder.displayName(), bundled.displayName()));
        ShownCell shown = new ShownCell(zipped);
        for (int i = 0; i < 16; i++) {
            Sprite look = zipped.clip(Clip.LOOK).frames().get(i).sprite();
            assertArrayEquals(sheet.shown(9 + i / 8, i % 8), shown.of(look));
        }
        assertArrayEquals(
                sheet.shown(0, 6),
                shown.of(zipped.clip(Clip.NEUTRAL).frames().get(0).sprite()));
        Sprite idle = folder.clip("idle").frames().get(1).sprite();
        assertTrue(idle.mask().solid(idle.width() / 2, idle.height() / 2));
        assertEquals(false, idle.mask().solid(0, 0));
    }

    @ParameterizedTest
    @CsvSource({"96,8", "384,8", "576,8", "192,48"})
    void halfDoubleTripleAndVeryWideSheetsOpen(int cell, int columns) throws Exception {
        TestSheet sheet = TestSheet.wide(cell, columns);
        PetPackage pet = TestPet.opened(loader.load(TestPet.of(sheet).folder(temp.resolve("p")), 0))
                .pet();
        assertEquals(cell, pet.cellWidth());
        ShownCell shown = new ShownCell(pet);
        assertArrayEquals(
                sheet.shown(8, 5), shown.of(pet.clip("review").frames().get(5).sprite()));
        assertEquals(columns == 8 ? 0 : 1, pet.warnings().size());
        assertTrue(pet.pages().stream().allMatch(page -> page.width() <= 2048 && page.height() <= 2048));
    }

    @Test
    void cellsComeInTheWidthThatTheDisplayWants() throws Exception {
        TestPet files = TestPet.of(TestSheet.v1(48))
                .with("sheet@2x.png", TestSheet.v1(96).png());
        PackageSource source = files.folder(temp.resolve("p"));
        PackageReport.Opened small = TestPet.opened(loader.load(source, 30));
        assertEquals("30x33 from sheet.png", size(small));
        PackageReport.Opened large = TestPet.opened(loader.load(source, 60));
        assertEquals("60x65 from sheet@2x.png", size(large));
        PackageReport.Opened most = TestPet.opened(loader.load(source, 500));
        assertEquals("96x104 from sheet@2x.png", size(most));
        assertEquals(3, decoder.runs());
        assertEquals(small.pet().contentHash(), large.pet().contentHash());
        loader.load(source, 60);
        assertEquals(3, decoder.runs());
    }

    @Test
    void warningsSurviveTheSealAndNameTheirPackage() throws Exception {
        TestPet pet = TestPet.of(TestSheet.v2(24).disc(3, 7).clear(0, 6).clear(1, 1));
        PackageSource source = pet.folder(temp.resolve("odd"));
        List<Problem> first = loader.load(source, 0).problems();
        assertEquals(4, first.size());
        first.forEach(problem -> {
            assertTrue(TestPet.sentence(problem).startsWith("odd/"));
            assertEquals(Problem.Severity.WARNING, problem.severity());
        });
        assertEquals(first, loader.load(source, 0).problems());
        assertEquals(1, decoder.runs());
    }

    @Test
    void whatWouldTakeTooManyTexturesIsScaledDownWithAWord() throws Exception {
        PackageLoader tight =
                new PackageLoader(temp.resolve("store"), decoder, LIMITS.withPages(256, 150_000), PetFormats.all());
        PetPackage pet = TestPet.opened(tight.load(TestPet.of(TestSheet.v1(96)).folder(temp.resolve("p")), 0))
                .pet();
        assertTrue(pet.cellWidth() < 96);
        assertTrue(pet.pages().stream()
                        .mapToInt(page -> page.width() * page.height() * 4)
                        .sum()
                <= 150_000);
        assertTrue(TestPet.sentence(pet.warnings().get(0)).contains("of textures at 96 pixels a cell"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page-0.rgba", "seal.json", "masks.bin", "report.json", "checksum"})
    void aSpoiltSealIsMadeAnew(String file) throws Exception {
        PackageSource source = TestPet.of(TestSheet.v1(24)).folder(temp.resolve("p"));
        PetPackage pet = TestPet.opened(loader.load(source, 0)).pet();
        Path spoilt = pet.pages().get(0).file().resolveSibling(file);
        byte[] right = Files.readAllBytes(spoilt);
        byte[] wrong = right.clone();
        wrong[wrong.length / 2] ^= 1;
        Files.write(spoilt, wrong);
        TestPet.opened(loader.load(source, 0));
        assertEquals(2, decoder.runs());
        assertArrayEquals(right, Files.readAllBytes(spoilt));
        Files.delete(spoilt);
        TestPet.opened(loader.load(source, 0));
        assertEquals(3, decoder.runs());
        assertArrayEquals(right, Files.readAllBytes(spoilt));
    }

    @Test
    void whatACrashLeftBehindIsSweptAway() throws Exception {
        Path crashed = Files.createDirectories(temp.resolve("store/staging/import-crashed/sealed"));
        Path running = Files.createDirectories(temp.resolve("store/staging/import-running"));
        Files.setLastModifiedTime(crashed.getParent(), FileTime.fromMillis(0));
        loader.load(TestPet.of(TestSheet.v1(24)).folder(temp.resolve("p")), 0);
        assertTrue(Files.notExists(crashed.getParent()));
        assertTrue(Files.exists(running));
    }

    @Test
    void aPetFolderThatIsALinkKeepsTheNameOfTheLink() throws Exception {
        TestPet.of(TestSheet.v1(24)).folder(temp.resolve("real"));
        Path link = Files.createSymbolicLink(temp.resolve("linked"), temp.resolve("real"));
        assertEquals(
                "linked",
                TestPet.opened(loader.load(PackageSource.of(link), 0))
                        .pet()
                        .id()
                        .id());
    }

    @Test
    void theLegacyManifestIsReadToo() throws Exception {
        TestPet pet = new TestPet()
                .with("avatar.json", TestPet.MANIFEST)
                .with("sheet.png", TestSheet.v1(24).png());
        assertEquals(
                "Blob",
                TestPet.opened(loader.load(pet.folder(temp.resolve("p")), 0))
                        .pet()
                        .displayName());
    }

    @Test
    void badPackagesAreRefusedInOneSentenceAndNeverReachADecoder() throws Exception {
        TestPet good = TestPet.of(TestSheet.v1(24));
        assertRefused("none: there is no such file or folder", PackageSource.of(temp.resolve("none")));
        assertRefused("e: has no pet.json", PackageSource.of(Files.createDirectory(temp.resolve("e"))));
        assertRefused(
                "a/pet.json: is an array, not an object",
                good.with("pet.json", "[]").folder(temp.resolve("a")));
        TestPet escape = good.with("pet.json", "{\"spritesheetPath\":\"../a/sheet.png\"}");
        assertRefused(
                "b/pet.json spritesheetPath: the path \"../a/sheet.png\" leads out", escape.folder(temp.resolve("b")));
        TestPet missing = good.with("pet.json", "{}");
        assertRefused("c/spritesheet.webp: is missing", missing.folder(temp.resolve("c")));
        String lfs = "version https://git-lfs.github.com/spec/v1\n";
        assertRefused(
                "d/spritesheet.webp: is a Git-LFS pointer",
                missing.with("spritesheet.webp", lfs).folder(temp.resolve("d")));
        assertRefused(
                "f/spritesheet.webp: is empty",
                missing.with("spritesheet.webp", "").folder(temp.resolve("f")));
        byte[] huge = TestPng.header(20_000, 20_000, 8, 6, false).bytes();
        assertRefused(
                "g/spritesheet.webp: is 20000x20000",
                missing.with("spritesheet.webp", huge).folder(temp.resolve("g")));
        byte[] slip = good.with("../../slip", "x").zip();
        assertRefused(
                "h.zip: the name \"../../slip\" in the zip",
                PackageSource.of(Files.write(temp.resolve("h.zip"), slip)));
        byte[] bomb = new TestPet()
                .with("pet.json", "{}")
                .with("spritesheet.webp", new byte[15 << 20])
                .zip();
        assertRefused(
                "i.zip: the entry \"spritesheet.webp\" in the zip would unpack to more than 100 times",
                PackageSource.of(Files.write(temp.resolve("i.zip"), bomb)));
        assertEquals(0, decoder.runs());
        assertTrue(Files.notExists(temp.resolve("slip")));
    }

    @Test
    void aTruncatedWebpIsRefusedByItsFormOrByTheChild() throws Exception {
        TestSheet sheet = TestSheet.v1(24);
        byte[] webp = new WebpEncoder(decoder, LIMITS).encode(sheet.width(), sheet.height(), sheet.rgba);
        TestPet pet = new TestPet().with("pet.json", "{}").with("spritesheet.webp", webp);
        PetPackage whole = TestPet.opened(loader.load(pet.folder(temp.resolve("whole")), 0))
                .pet();
        assertArrayEquals(
                sheet.shown(2, 2),
                new ShownCell(whole)
                        .of(whole.clip("running-left").frames().get(2).sprite()));

        byte[] cut = Arrays.copyOf(webp, webp.length / 2);
        assertRefused(
                "t/spritesheet.webp: is a WebP that ends in the middle",
                pet.with("spritesheet.webp", cut).folder(temp.resolve("t")));
        byte[] hidden = TestWebp.riff(TestWebp.chunk("VP8L", Arrays.copyOfRange(webp, 20, webp.length / 2)));
        assertRefused(
                "u/spritesheet.webp: this pet's image could not be read",
                pet.with("spritesheet.webp", hidden).folder(temp.resolve("u")));
    }

    @Test
    void aLossyWebpWithAlphaOpensWithItsExactAlphaAndNearColours() throws Exception {
        TestSheet sheet = TestSheet.v1(24);
        TestPet pet = new TestPet().with("pet.json", "{}").with("spritesheet.webp", TestWebp.lossy());
        PackageReport.Opened opened = TestPet.opened(loader.load(pet.folder(temp.resolve("p")), 0));
        assertEquals("lossy WebP", opened.sheet().type());
        byte[] truth = sheet.shown(4, 3);
        byte[] shown = new ShownCell(opened.pet())
                .of(opened.pet().clip("jumping").frames().get(3).sprite());
        for (int i = 0; i < truth.length; i++) {
            assertEquals(truth[i] & 0xff, shown[i] & 0xff, i % 4 == 3 ? 0 : 60);
        }
    }

    @Test
    void anAnimatedWebpShowsItsFirstPictureWithAWord() throws Exception {
        TestSheet sheet = TestSheet.v1(24);
        byte[] first =
                TestWebp.picture(new WebpEncoder(decoder, LIMITS).encode(sheet.width(), sheet.height(), sheet.rgba));
        byte[] frame = TestWebp.anmf(sheet.width(), sheet.height(), first);
        byte[] animation = TestWebp.riff(
                TestWebp.vp8x(0x12, sheet.width(), sheet.height()), TestWebp.chunk("ANIM", new byte[6]), frame, frame);
        TestPet pet = new TestPet().with("pet.json", "{}").with("spritesheet.webp", animation);
        PetPackage opened =
                TestPet.opened(loader.load(pet.folder(temp.resolve("p")), 0)).pet();
        assertArrayEquals(
                sheet.shown(0, 5),
                new ShownCell(opened).of(opened.clip("idle").frames().get(5).sprite()));
        assertTrue(TestPet.sentence(opened.warnings().get(0)).contains("only its first picture is shown"));
    }

    private void assertRefused(String sentence, PackageSource source) {
        String said = TestPet.refused(loader.load(source, 0));
        assertTrue(said.startsWith(sentence), said);
    }

    private static String size(PackageReport.Opened opened) {
        return opened.pet().cellWidth() + "x" + opened.pet().cellHeight() + " from "
                + opened.sheet().file();
    }
}
