package dev.perch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineCutterTest {
    private final List<String> lines = new ArrayList<>();

    private final LineCutter.Lines sink = new LineCutter.Lines() {
        @Override
        public void line(byte[] bytes, int from, int to, long number) {
            lines.add(number + ":" + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void tooLong(long number) {
            lines.add(number + "!");
        }
    };

    @Test
    void linesAreTheSameHoweverTheBytesArrive() {
        String text = "one\n\ntwo two two\n" + "x".repeat(40) + "\nafter\n" + "y".repeat(32) + "\nrest";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> expected =
                List.of("1:one", "2:", "3:two two two", "4!", "5:after", "6:" + "y".repeat(32), "7:rest");
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            lines.clear();
            LineCutter cutter = new LineCutter(32, 1, sink);
            int at = 0;
            while (at < bytes.length) {
                int more = Math.min(bytes.length - at, 1 + random.nextInt(1 + round % 60));
                cutter.feed(bytes, at, at + more);
                at += more;
            }
            cutter.finish();
            assertEquals(expected, lines, "round " + round);
        }
    }

    @Test
    void aLastLineOverTheLimitIsToldOnce() {
        LineCutter cutter = new LineCutter(8, 5, sink);
        byte[] nine = "123456789".getBytes(StandardCharsets.UTF_8);

        cutter.feed(nine, 0, 9);
        cutter.feed(nine, 0, 9);
        cutter.finish();
        cutter.finish();

        assertEquals(List.of("5!"), lines);
    }
}
