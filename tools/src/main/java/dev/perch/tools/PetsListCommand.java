package dev.perch.tools;

import dev.perch.json.JsonTree;
import dev.perch.library.LibraryMemory;
import dev.perch.library.LibraryPet;
import dev.perch.library.Verdict;
import dev.perch.text.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perch pets list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = {"Lists all pets; one that cannot be opened with its reason.", ""},
        description = {
            "A pet that was never looked at is imported first; what is known of the others is remembered.",
            ""
        })
final class PetsListCommand implements Callable<Integer> {
    private static final int NAME_POINTS = 60;
    private static final int LINE_POINTS = 400;

    @Option(names = "--json", description = "Prints one JSON object, for scripts.")
    private boolean json;

    @Option(names = "--again", description = "Looks at every pet anew.")
    private boolean again;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Workbench bench = Workbench.of(spec);
        Map<LibraryPet, Verdict> verdicts =
                new Verdicts(bench).of(bench.library().list(), again);
        LibraryMemory.Content memory = bench.memory().read();
        if (json) {
            List<Map<String, Object>> pets = new ArrayList<>();
            verdicts.forEach((pet, verdict) -> pets.add(Verdicts.tree(pet, verdict, memory)));
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("pets", pets);
            bench.say(JsonTree.page(page).stripTrailing());
        } else {
            verdicts.forEach((pet, verdict) -> say(bench, pet, verdict, memory));
        }
        return 0;
    }

    private static void say(Workbench bench, LibraryPet pet, Verdict verdict, LibraryMemory.Content memory) {
        String mark =
                memory.pet().equals(pet.name()) ? "*" : memory.favourites().contains(pet.name()) ? "+" : " ";
        String name = VisibleText.shown(pet.name(), NAME_POINTS);
        String called = verdict.opened() ? VisibleText.shown(verdict.displayName(), NAME_POINTS) : "cannot be opened";
        String place = VisibleText.shown(pet.placeName(), NAME_POINTS);
        bench.say(String.format(Locale.ROOT, "%s %-24s %-24s %s", mark, name, called, place));
        if (!verdict.opened()) {
            verdict.sentences().forEach(why -> bench.say("      " + VisibleText.shown(why, LINE_POINTS)));
        }
    }
}
