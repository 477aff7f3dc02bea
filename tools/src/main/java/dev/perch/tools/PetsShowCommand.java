package dev.perch.tools;

import dev.perch.json.JsonTree;
import dev.perch.library.LibraryPet;
import dev.perch.library.Verdict;
import dev.perch.runtime.ProblemException;
import dev.perch.text.VisibleText;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch pets show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = {"Says what there is to know of a pet.", ""},
        footer = {"", "perch render --pet PET --sheet sheet.png draws all that it can do."})
final class PetsShowCommand implements Callable<Integer> {
    private static final int POINTS = 400;

    @Parameters(paramLabel = "PET", description = "Its name, as perch pets list has it.")
    private String name = "";

    @Option(names = "--json", description = "Prints one JSON object, for scripts.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ProblemException, IOException {
        Workbench bench = Workbench.of(spec);
        LibraryPet pet = bench.pet(name);
        Verdict verdict = new Verdicts(bench).of(List.of(pet), true).get(pet);
        if (verdict == null) {
            throw new IllegalStateException("no verdict on " + pet.name());
        }
        if (json) {
            bench.say(JsonTree.page(Verdicts.tree(pet, verdict, bench.memory().read()))
                    .stripTrailing());
            return 0;
        }
        say(bench, "name", pet.name());
        say(bench, "called", verdict.opened() ? verdict.displayName() : "cannot be opened");
        say(bench, "says", verdict.description());
        say(bench, "found in", pet.placeName());
        say(bench, "path", pet.path());
        verdict.sentences().forEach(sentence -> say(bench, "problem", sentence));
        return 0;
    }

    private static void say(Workbench bench, String what, String text) {
        if (!text.isEmpty()) {
            bench.say(String.format("%-10s %s", what, VisibleText.shown(text, POINTS)));
        }
    }
}
