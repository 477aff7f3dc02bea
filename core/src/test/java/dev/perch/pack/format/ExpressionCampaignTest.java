package dev.perch.pack.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.CompatiblePetPackageAdapter.Refused;
import dev.perch.pack.TextMutator;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spoilt expressions and XML: a value or none, elements or a refusal. */
@Tag("long")
class ExpressionCampaignTest {
    private static final int TEXTS = 100_000;

    @Test
    void aHundredThousandSpoiltExpressionsAreFiniteNumbersOrNone() {
        List<String> good = List.of(
                "screenW+10", "areaH-imageH", "random/50+1", "-(3*(2+random)%7)/2.5", "((((1))))*-imageX", "1e3");
        TextMutator mutator = new TextMutator(20_261_124);
        int numbers = 0;
        long worst = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = mutator.spoil(good.get(mutator.next(good.size())));
            long start = cpuNanos();
            OptionalDouble value = Arithmetic.valueOf(
                    text, Map.of("screenW", 1920.0, "areaH", 1040.0, "imageH", 40.0, "random", 50.0));
            worst = Math.max(worst, cpuNanos() - start);
            assertTrue(value.isEmpty() || Double.isFinite(value.getAsDouble()), text);
            numbers += value.isPresent() ? 1 : 0;
        }
        System.err.printf("%d spoilt expressions: %d numbers, slowest %d us%n", TEXTS, numbers, worst / 1_000);
        assertTrue(worst < 1_000_000_000L, "one took " + worst / 1_000_000 + " ms");
    }

    @Test
    void aHundredThousandSpoiltXmlFilesAreReadOrRefused() {
        String good =
                "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- a --><m:Mascot xmlns:m=\"urn:x\"><a b=\"1\" c='2'>"
                        + "text <![CDATA[ more ]]> &amp; &#65;<d><e><f g=\"h\"/></e></d></a><a/><?x y?></m:Mascot>";
        TextMutator mutator = new TextMutator(20_261_125);
        int read = 0;
        long worst = 0;
        for (int i = 0; i < TEXTS; i++) {
            byte[] bytes = mutator.spoil(good).getBytes(StandardCharsets.UTF_8);
            long start = cpuNanos();
            try {
                Xml.read("a.xml", bytes);
                read++;
            } catch (Refused e) {
                assertTrue(e.problem().sentence().length() < 300, e.problem().sentence());
            }
            worst = Math.max(worst, cpuNanos() - start);
        }
        System.err.printf("%d spoilt XML files: %d read, slowest %d ms%n", TEXTS, read, worst / 1_000_000);
        assertTrue(worst < 1_000_000_000L, "one took " + worst / 1_000_000 + " ms");
    }

    /** Of this thread, so that a busy machine spoils nothing. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
