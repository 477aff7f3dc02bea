package dev.perch.action;

import dev.perch.link.PlainWords;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the user dropped on a pet.
 *
 * @param files absolute; none for a text
 * @param text in plain spelling: no blank but single ones between words, composed, lines divided by line feeds; empty for files
 */
public record Dropped(List<Path> files, String text) {
    /** Nothing. */
    public static final Dropped NOTHING = new Dropped(List.of(), "");

    /** Takes a copy, and spells the text plainly. */
    public Dropped {
        files = List.copyOf(files);
        text = Normalizer.normalize(text, Normalizer.Form.NFC)
                .lines()
                .map(line -> line.replaceAll("[ \\t\\u00a0]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What is wrong with it, in one clause, when it cannot be shown as it is; empty: nothing. */
    String fault() {
        for (Path file : files) {
            if (!PlainWords.fault(file.toString(), TargetFinder.MOST_SHOWN).isEmpty()) {
                return "a dropped file has a name that cannot be shown as it is";
            }
        }
        for (String line : text.lines().toList()) {
            String fault = PlainWords.fault(line, TargetFinder.MOST_PROMPT);
            if (!fault.isEmpty()) {
                return "the dropped text " + fault;
            }
        }
        return "";
    }
}
