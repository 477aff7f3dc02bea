package dev.perch.tools.sheets;

import dev.perch.model.Clip;
import dev.perch.pack.CodexRows;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What authors call the states, and in which order they stand. */
public final class StateNames {
    /** The rows of a Codex sheet, top to bottom, then the neutral pose and the gaze. */
    public static final List<String> KNOWN = Stream.concat(
                    CodexRows.ALL.stream().map(CodexRows::name), Stream.of(Clip.NEUTRAL, Clip.LOOK))
            .toList();

    /** Codex's rows in their order, then other names by their letters. */
    public static final Comparator<String> ORDER =
            Comparator.comparingInt(StateNames::place).thenComparing(Comparator.naturalOrder());

    /** Words of Codex's own TUI and of common tools. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("move-right", "running-right"),
            Map.entry("run-right", "running-right"),
            Map.entry("walk-right", "running-right"),
            Map.entry("move-left", "running-left"),
            Map.entry("run-left", "running-left"),
            Map.entry("walk-left", "running-left"),
            Map.entry("wave", "waving"),
            Map.entry("jump", "jumping"),
            Map.entry("bounce", "jumping"),
            Map.entry("sad", "failed"),
            Map.entry("fail", "failed"),
            Map.entry("wait", "waiting"),
            Map.entry("run", "running"),
            Map.entry("work", "running"),
            Map.entry("working", "running"),
            Map.entry("ready", "review"),
            Map.entry("gaze", Clip.LOOK),
            Map.entry("looking", Clip.LOOK));

    private StateNames() {}

    /** The state that an author's word means: lower case, dashes, known aliases. */
    public static String of(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        return ALIASES.getOrDefault(plain, plain);
    }

    private static int place(String state) {
        int known = KNOWN.indexOf(state);
        return known < 0 ? KNOWN.size() : known;
    }
}
