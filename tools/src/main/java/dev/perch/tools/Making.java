package dev.perch.tools;

import dev.perch.json.JsonTree;
import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.sheets.Delivery;
import dev.perch.tools.sheets.Made;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command that makes files tells of them. */
final class Making {
    @Mixin
    private Telling telling = new Telling();

    @Option(names = "--json", description = "Tell of the files and notes as one JSON object, and of nothing else.")
    private boolean json;

    @Option(names = "--force", description = "Replace files that are there already and were not made by this.")
    private boolean force;

    /** Whether files of others may be replaced. */
    boolean force() {
        return force;
    }

    /** Writes the files, all or none, and tells of them. */
    void deliver(Workbench bench, Path out, Made made) throws ProblemException, IOException {
        new Delivery(out, force).write(made.files(), Set.of());
        done(bench, out, made);
    }

    /** What is done now, for it may take long. */
    void progress(Workbench bench, String what) {
        if (!json) {
            telling.progress(bench, what);
        }
    }

    /** All files are written. */
    void done(Workbench bench, Path out, Made made) {
        if (json) {
            bench.say(JsonTree.line(asJson(out, made.files().keySet(), made.notes())));
            return;
        }
        made.notes().forEach(note -> telling.note(bench, note));
        made.files()
                .keySet()
                .forEach(file -> telling.say(bench, out.resolve(file).toString()));
    }

    /** Nothing had to be written. */
    void upToDate(Workbench bench, Path out) {
        if (json) {
            bench.say(JsonTree.line(asJson(out, List.of(), List.of())));
        } else {
            telling.say(bench, out + " is up to date");
        }
    }

    private static Map<String, Object> asJson(Path out, Collection<String> files, List<Problem> problems) {
        List<Object> notes = new ArrayList<>();
        for (Problem problem : problems) {
            Map<String, Object> note = new LinkedHashMap<>();
            note.put("where", problem.where());
            note.put("what", problem.what());
            note.put("remedy", problem.remedy());
            notes.add(note);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("out", out.toString());
        all.put("upToDate", files.isEmpty());
        all.put("files", List.copyOf(files));
        all.put("notes", notes);
        return all;
    }
}
