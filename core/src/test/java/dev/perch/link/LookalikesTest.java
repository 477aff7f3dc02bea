package dev.perch.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.IDN;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LookalikesTest {
    @Test
    void aHostInPlainLettersNeedsNoWarning() {
        assertEquals(List.of(), Lookalikes.ofHost("example.org"));
        assertEquals(List.of(), Lookalikes.ofHost("127.0.0.1"));
    }

    @Test
    void aCyrillicLetterAmongLatinOnesIsCalledMixed() {
        String host = IDN.toASCII("p\u0430ypal") + ".com";
        assertEquals(
                List.of("Careful: xn--pypal-4ve mixes Latin and Cyrillic letters, as names do that imitate others."),
                Lookalikes.ofHost(host));
    }

    @Test
    void aNameInOneOtherScriptIsSaidToBeSuchAName() {
        assertEquals(
                List.of(
                        "Careful: xn--80ak6aa92e stands for a name in Cyrillic letters beyond a to z, which may look like"
                                + " another."),
                Lookalikes.ofHost("xn--80ak6aa92e.com"));
        assertEquals(
                1,
                Lookalikes.ofHost("www." + IDN.toASCII("b\u00fccher") + ".example")
                        .size());
    }

    @Test
    void japaneseIsWrittenInThreeScriptsAndIsNotMixed() {
        String label = IDN.toASCII("\u65e5\u672c\u306e\u30da\u30c3\u30c8");
        assertEquals(
                List.of("Careful: " + label
                        + " stands for a name in Han and Hiragana and Katakana letters beyond a to z,"
                        + " which may look like another."),
                order(Lookalikes.ofHost(label + ".jp")));
        assertEquals(List.of(), Lookalikes.ofName("\u65e5\u672c\u306e\u30da\u30c3\u30c8"));
    }

    @Test
    void aPetsNameMayHaveWordsInTwoScriptsButNoWordInBoth() {
        assertEquals(List.of(), Lookalikes.ofName("Pip \u041f\u0438\u043f 2"));
        assertEquals(
                List.of("Careful: the pet's name mixes Latin and Cyrillic letters in a word."),
                Lookalikes.ofName("My P\u0456p"));
    }

    private static List<String> order(List<String> said) {
        return said.stream()
                .map(line -> line.replace("Hiragana and Katakana and Han", "Han and Hiragana and Katakana"))
                .toList();
    }
}
