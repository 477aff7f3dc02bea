package dev.perch.lwjgl3.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WireTest {
    /** {@code a{sa{sv}}} with one group "g" of one setting "k", the number 1; written by hand from the specification. */
    private static final byte[] SETTINGS = {
        32, 0, 0, 0, 0, 0, 0, 0, // length of the array, and to the next eight
        1, 0, 0, 0, 'g', 0, 0, 0, // the group
        16, 0, 0, 0, 0, 0, 0, 0, // length of its settings, and to the next eight
        1, 0, 0, 0, 'k', 0, 1, 'u', // the key, and the variant's signature
        0, 0, 0, 0, 1, 0, 0, 0, // the end of the signature, and the number
    };

    @Test
    void nestedDictionariesAreReadAsMaps() throws IOException {
        assertEquals(List.of(Map.of("g", Map.of("k", 1L))), Wire.read("a{sa{sv}}", little(SETTINGS)));
    }

    @Test
    void spoiltBytesAreRefusedAndDoNothingElse() {
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] spoilt = SETTINGS.clone();
            for (int n = 0; n <= i % 4; n++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            }
            try {
                Wire.read("a{sa{sv}}", little(spoilt));
            } catch (IOException expected) {
                refused++;
            }
        }
        assertTrue(refused > 2_000, refused + " were refused");
    }

    @Test
    void aVariantInAVariantInAVariantEndsSomewhere() {
        byte[] deep = new byte[300];
        for (int i = 0; i < deep.length; i += 3) {
            deep[i] = 1;
            deep[i + 1] = 'v';
        }
        assertThrows(IOException.class, () -> Wire.read("v", little(deep)));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        BusMessage sent = BusMessage.call(
                ":1.7",
                "/an/object",
                "a.type",
                "member",
                "ia{sv}a(iiay)avb",
                7,
                Map.of("label", Variant.of("caf\u00e9")),
                List.of(List.of(1, 2, new byte[] {3, -1})),
                List.of(new Variant("(ib)", List.of(-5, true)), Variant.of(9)),
                false);
        ByteBuffer written = Wire.message(3, sent);
        int body = written.getInt(4);
        ByteBuffer arguments = little(new byte[body]);
        arguments.put(written.duplicate().position(written.limit() - body)).flip();
        assertEquals(
                List.of(
                        7L,
                        Map.of("label", "caf\u00e9"),
                        List.of(List.of(1L, 2L, List.of(3L, 255L))),
                        List.of(List.of(-5L, true), 9L),
                        false),
                Wire.read(sent.signature(), arguments));
        assertThrows(
                IllegalArgumentException.class,
                () -> Wire.message(1, BusMessage.call("a", "/", "t", "m", "ss", "one")));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
