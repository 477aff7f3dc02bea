package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.perch.model.Clip;
import dev.perch.model.PackageSource;
import dev.perch.model.PetPackage;
import dev.perch.pack.format.PetFormats;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Any folder of real pets: at scale 1 every shown cell is what libwebp's own {@code dwebp} reads. */
class RealPetsTest {
    @TempDir
    Path store;

    @TestFactory
    List<DynamicTest> everyShownCellEqualsTheSourceCell() throws IOException {
        String folder = System.getProperty("perch.pets", "");
        if (folder.isEmpty() || folder.startsWith("${")) {
            return List.of();
        }
        try (Stream<Path> pets = Files.list(Path.of(folder))) {
            return pets.filter(pet -> Files.exists(pet.resolve("pet.json")))
                    .sorted()
                    .map(pet -> DynamicTest.dynamicTest(pet.getFileName().toString(), () -> compare(pet)))
                    .toList();
        }
    }

    private void compare(Path folder) throws Exception {
        PackageLoader loader = new PackageLoader(store, Decoders.real(), PackageLimits.standard(), PetFormats.all());
        PackageReport report = loader.load(PackageSource.of(folder), 0);
        PackageReport.Opened opened =
                assertInstanceOf(PackageReport.Opened.class, report, () -> "" + report.problems());
        PetPackage pet = opened.pet();
        Path file = folder.resolve(opened.sheet().file());
        byte[] sheet = opened.sheet().type().equals("PNG") ? png(file) : dwebp(file);
        assertEquals(opened.sheet().width() * opened.sheet().height() * 4, sheet.length);

        ShownCell shown = new ShownCell(pet);
        int cells = 0;
        for (int row = 0; row < 9; row++) {
            Clip clip = pet.clip(CodexRows.ALL.get(row).name());
            for (int i = 0; i < clip.frames().size(); i++, cells++) {
                same(pet, sheet, opened.sheet(), shown, clip, i, row, i);
            }
        }
        if (opened.sheet().rows() == 11) {
            for (int i = 0; i < 16; i++, cells++) {
                same(pet, sheet, opened.sheet(), shown, pet.clip(Clip.LOOK), i, 9 + i / 8, i % 8);
            }
            if (pet.clips().containsKey(Clip.NEUTRAL)) {
                same(pet, sheet, opened.sheet(), shown, pet.clip(Clip.NEUTRAL), 0, 0, 6);
                cells++;
            }
        }
        System.err.printf(
                "%-18s %s %dx%d: %d cells equal, art pixel %d, pages %s, hidden %d, warnings %s%n",
                pet.id(),
                opened.sheet().type(),
                opened.sheet().width(),
                opened.sheet().height(),
                cells,
                pet.artPixel(),
                pet.pages().stream()
                        .map(page -> page.width() + "x" + page.height())
                        .toList(),
                opened.sheet().hiddenPixels(),
                pet.warnings());
    }

    private static void same(
            PetPackage pet,
            byte[] sheet,
            SheetFacts facts,
            ShownCell shown,
            Clip clip,
            int frame,
            int row,
            int column) {
        byte[] truth = ShownCell.truth(sheet, facts.width(), pet.cellWidth(), pet.cellHeight(), row, column);
        assertArrayEquals(truth, shown.of(clip.frames().get(frame).sprite()), () -> clip.name() + " " + frame);
    }

    private static byte[] png(Path sheet) throws IOException {
        BufferedImage image = ImageIO.read(sheet.toFile());
        byte[] rgba = new byte[image.getWidth() * image.getHeight() * 4];
        for (int i = 0; i < rgba.length / 4; i++) {
            int argb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            rgba[i * 4] = (byte) (argb >> 16);
            rgba[i * 4 + 1] = (byte) (argb >> 8);
            rgba[i * 4 + 2] = (byte) argb;
            rgba[i * 4 + 3] = (byte) (argb >>> 24);
        }
        return rgba;
    }

    private byte[] dwebp(Path sheet) throws Exception {
        Path pam = Files.createTempFile(store, "truth", ".pam");
        Process process = new ProcessBuilder("dwebp", "-quiet", "-pam", sheet.toString(), "-o", pam.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream said = process.getInputStream()) {
            assertEquals("", new String(said.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(0, process.waitFor());
        byte[] file = Files.readAllBytes(pam);
        String head = new String(file, 0, 200, StandardCharsets.ISO_8859_1);
        int start = head.indexOf("ENDHDR\n") + 7;
        byte[] rgba = new byte[file.length - start];
        System.arraycopy(file, start, rgba, 0, rgba.length);
        return rgba;
    }
}
