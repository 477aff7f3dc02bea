package dev.perch.runtime;

import dev.perch.model.Problem;
import dev.perch.render.FontFamily;
import dev.perch.render.FontFolders;
import dev.perch.render.FontStack;
import dev.perch.render.SystemFonts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The fonts that bubbles are set in: Perch's own first, then the system's for scripts that it lacks. Reads files. */
public final class UiFonts {
    private UiFonts() {}

    /** Perch's own alone: the same everywhere. */
    public static FontStack bundled() {
        return new FontStack(List.of(FontStack.bundled()));
    }

    /**
     * Perch's own and those of the system.
     *
     * @param problems told of each font that is there and cannot be used
     */
    public static FontStack withSystem(
            Map<String, String> environment, String osName, Path home, Locale locale, Consumer<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        List<FontFamily> families = new ArrayList<>();
        families.add(FontStack.bundled());
        families.addAll(SystemFonts.find(FontFolders.of(osName, home, environment), locale, found));
        FontStack fonts = new FontStack(families);
        found.addAll(fonts.problems());
        found.forEach(problems);
        return fonts;
    }
}
