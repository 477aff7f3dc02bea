package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PackageSource;
import dev.perch.pack.format.PetFormats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spoilt images through the whole import: the parent gives a verdict on each, and goes on. */
@Tag("long")
class ImageCampaignTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();
    private static final int PNGS = 100_000;
    private static final int WEBPS = 1_000;
    private static final int BATCH = 5_000;

    private final Map<String, Integer> verdicts = new TreeMap<>();

    @TempDir
    Path temp;

    @Test
    void aHundredThousandSpoiltPngsAreReadOrRefused() throws Exception {
        List<byte[]> good = List.of(
                TestSheet.v1(12).png(),
                TestSheet.v2(12).png(),
                TestPng.header(40, 40, 8, 3, false)
                        .chunk("PLTE", new byte[768])
                        .chunk("tRNS", new byte[100])
                        .data(new byte[41 * 40])
                        .chunk("IEND")
                        .bytes());
        Mutator mutator = new Mutator(20_261_121);
        List<byte[]> passed = new ArrayList<>();
        long worst = 0;
        for (int i = 0; i < PNGS; i++) {
            byte[] bad = i % 3 == 0
                    ? mutator.rows(1 + mutator.next(60), 1 + mutator.next(60))
                    : mutator.png(good.get(mutator.next(good.size())));
            long start = System.nanoTime();
            byte[] clean = checked(bad);
            worst = Math.max(worst, System.nanoTime() - start);
            if (clean != null) {
                passed.add(clean);
            }
            if (passed.size() == BATCH || i == PNGS - 1) {
                for (byte verdict : BatchChild.verdicts(passed, temp)) {
                    count(List.of("", "read", "unreadable", "killed", "unchecked")
                            .get(verdict));
                }
                passed.clear();
            }
        }
        System.err.printf("%d spoilt PNGs: %s, slowest check %d ms%n", PNGS, verdicts, worst / 1_000_000);
        assertEquals(
                PNGS, verdicts.values().stream().mapToInt(Integer::intValue).sum());
        assertTrue(worst < 2_000_000_000L, "a check took " + worst / 1_000_000 + " ms");
        assertNull(verdicts.get("killed"));
    }

    @Test
    void aThousandSpoiltWebpsAreReadOrRefusedEachInItsOwnChild() throws Exception {
        DecodeProcess child = Decoders.real();
        TestSheet sheet = TestSheet.v1(24);
        List<byte[]> good = List.of(
                new WebpEncoder(child, LIMITS).encode(sheet.width(), sheet.height(), sheet.rgba), TestWebp.lossy());
        Mutator mutator = new Mutator(20_261_122);
        long worst = 0;
        for (int i = 0; i < WEBPS; i++) {
            byte[] bad = mutator.bytes(good.get(i % 2));
            TestPet pet = new TestPet().with("pet.json", "{}").with("spritesheet.webp", bad);
            PackageSource source = pet.folder(temp.resolve("pet"));
            long start = System.nanoTime();
            int runs = child.runs();
            PackageReport report =
                    new PackageLoader(temp.resolve("store"), child, LIMITS, PetFormats.all()).load(source, 0);
            worst = Math.max(worst, System.nanoTime() - start);
            if (report instanceof PackageReport.Refused) {
                String said = TestPet.refused(report);
                count(
                        child.runs() == runs
                                ? "refused by check"
                                : said.substring(said.indexOf(": ") + 2, said.indexOf(';')));
            } else {
                count("opened");
            }
        }
        System.err.printf("%d spoilt WebPs: %s, slowest import %d ms%n", WEBPS, verdicts, worst / 1_000_000);
        assertEquals(
                WEBPS, verdicts.values().stream().mapToInt(Integer::intValue).sum());
        assertTrue(worst < (LIMITS.childMillis() + 10_000) * 1_000_000L, "an import took " + worst / 1_000_000 + " ms");
    }

    private byte[] checked(byte[] bad) {
        try {
            return SheetCheck.check("sheet.png", bad, LIMITS).clean();
        } catch (Refusal e) {
            TestPet.sentence(e.problem());
            count("refused by check");
            return null;
        }
    }

    private void count(String verdict) {
        verdicts.merge(verdict, 1, Integer::sum);
    }
}
