package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.link.Corpora;
import dev.perch.link.PlainWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What passes as plain words is set letter by letter as it was written. */
final class PlainWordsShowTest {
    @Test
    void everyPlainStringIsDrawnWholeAndUnchanged() throws IOException {
        List<String> strings = new ArrayList<>(Corpora.strings("blns.json"));
        for (int point = 0x20; point < 0x20000; point++) {
            if (Character.getType(point) != Character.SURROGATE) {
                strings.add("a" + Character.toString(point) + "b");
            }
        }
        int plain = 0;
        for (String text : strings) {
            if (PlainWords.fault(text, 2_000).isEmpty()) {
                plain++;
                int[] drawn = PlainText.of(text, 4_000).codePoints();
                assertEquals(text, new String(drawn, 0, drawn.length));
            }
        }
        int tried = strings.size();
        int passed = plain;
        System.out.println("plain words: " + tried + " strings, " + passed + " plain, each drawn as written");
        assertTrue(passed > 10_000);
    }
}
