package dev.perch.link;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names that can be taken for other names: hosts in Punycode, and words that mix scripts, such as a Cyrillic letter among Latin
 * ones. They are allowed, and the user is warned. The scripts that are written together are those of Unicode Technical
 * Standard 39, "Highly Restrictive", without Latin beside them.
 */
public final class Lookalikes {
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL));

    private Lookalikes() {}

    /** What to say of a host, a sentence a label; none of one in plain ASCII. */
    public static List<String> ofHost(String host) {
        List<String> warnings = new ArrayList<>();
        for (String label : host.toLowerCase(Locale.ROOT).split("\\.", -1)) {
            if (label.startsWith("xn--")) {
                Set<UnicodeScript> scripts = scripts(IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED));
                warnings.add(
                        mixed(scripts)
                                ? "Careful: " + label + " mixes " + words(scripts)
                                        + " letters, as names do that imitate others."
                                : "Careful: " + label + " stands for a name in " + words(scripts)
                                        + " letters beyond a to z, which may look like another.");
            }
        }
        return warnings;
    }

    /** What to say of a name; none when each of its words is written in one script. */
    public static List<String> ofName(String name) {
        List<String> warnings = new ArrayList<>();
        for (String word : name.split("[\\s\\p{Punct}]+", -1)) {
            Set<UnicodeScript> scripts = scripts(word);
            if (mixed(scripts)) {
                warnings.add("Careful: the pet's name mixes " + words(scripts) + " letters in a word.");
                break;
            }
        }
        return warnings;
    }

    private static Set<UnicodeScript> scripts(String word) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints().forEach(point -> scripts.add(UnicodeScript.of(point)));
        scripts.removeAll(Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
        return scripts;
    }

    private static boolean mixed(Set<UnicodeScript> scripts) {
        return scripts.size() > 1 && TOGETHER.stream().noneMatch(set -> set.containsAll(scripts));
    }

    private static String words(Set<UnicodeScript> scripts) {
        return scripts.stream()
                .map(script -> script.name().charAt(0)
                        + script.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" and "));
    }
}
