package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {
    @Test
    void aRelativePathKeepsItsParts() throws Refusal {
        assertEquals(
                List.of("art", "红糖 1.webp"),
                SafePath.parse("", "./art//红糖 1.webp").parts());
    }

    @Test
    void aSuffixGoesBeforeTheEnding() throws Refusal {
        assertEquals(
                "a.b/c@2x.webp",
                SafePath.parse("", "a.b/c.webp").withSuffix("@2x").toString());
        assertEquals("sheet@3x", SafePath.parse("", "sheet").withSuffix("@3x").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "./",
                "/etc/passwd",
                "../x",
                "a/../../x",
                "a/..",
                "..",
                "C:\\x",
                "C:x",
                "c:/x",
                "a\\b",
                "\\\\s\\x",
                "http://x/y",
                "file:x",
                "a\nb",
                "a\u0000b",
                "x.webp:stream"
            })
    void aPathThatMightLeaveIsRefused(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> SafePath.parse("pet.json spritesheetPath", text));
        TestPet.sentence(refusal.problem());
    }

    @Test
    void aPathLongerThanFilesMayBeCalledIsRefused() throws Refusal {
        assertEquals("a".repeat(250), SafePath.parse("", "a".repeat(250)).toString());
        for (String text : List.of("a".repeat(251), "ü".repeat(126), "a/".repeat(13) + "a")) {
            Refusal refusal = assertThrows(Refusal.class, () -> SafePath.parse("", text));
            TestPet.sentence(refusal.problem());
        }
    }

    @Test
    void foreignTextIsShownShortAndWithoutTricks() {
        assertEquals("\"a\\u202eb\\u200bc\\u000a\"", SafePath.quote("a\u202eb\u200bc\n"));
        assertEquals("x".repeat(80) + "…", SafePath.visible("x".repeat(500)));
        assertFalse(SafePath.quote("\ud800").contains("\ud800"));
    }
}
