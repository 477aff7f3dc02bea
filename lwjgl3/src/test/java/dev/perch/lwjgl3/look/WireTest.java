package dev.perch.lwjgl3.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.DesktopLook;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
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
    void windowsAndMacAnswersAreUnderstood() {
        Function<List<String>, String> windows = command -> switch (command.get(4)) {
            case "AppsUseLightTheme" -> "\r\n    AppsUseLightTheme    REG_DWORD    0x0\r\n\r\n";
            case "Flags" -> "\r\n    Flags    REG_SZ    127\r\n\r\n";
            case "MinAnimate" -> "\r\n    MinAnimate    REG_SZ    0\r\n\r\n";
            default -> "\r\n    TextScaleFactor    REG_DWORD    0x7d\r\n\r\n";
        };
        assertEquals(new DesktopLook(true, true, true, 1.25f), AskedLooks.windowsLook(windows));
        assertEquals(DesktopLook.DEFAULT, AskedLooks.windowsLook(command -> ""));
        assertEquals(new DesktopLook(true, false, true, 1), AskedLooks.macLook(command -> switch (command.get(3)) {
            case "AppleInterfaceStyle" -> "Dark\n";
            case "reduceMotion" -> "1\n";
            default -> "0\n";
        }));
        assertEquals(DesktopLook.DEFAULT, AskedLooks.macLook(command -> ""));
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
