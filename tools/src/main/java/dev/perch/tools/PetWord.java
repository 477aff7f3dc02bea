package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.settings.Setting;
import dev.perch.settings.SettingsFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Which pet is to be shown: the one that was chosen while this companion runs, else that of its options, else the one chosen
 * before, else that of the settings.
 */
final class PetWord {
    private final Workbench bench;
    private final @Nullable String option;
    private final String chosenAtStart;

    private PetWord(Workbench bench, @Nullable String option, String chosenAtStart) {
        this.bench = bench;
        this.option = option;
        this.chosenAtStart = chosenAtStart;
    }

    /** For a start with that option, given or not. */
    static PetWord of(Workbench bench, PetOption pet, CommandSpec command) {
        boolean typed = new TypedOptions(command).has("--pet");
        return new PetWord(bench, typed ? pet.word : null, bench.memory().read().pet());
    }

    /** Its name or path. Reads files. */
    String now() {
        String setting =
                new SettingsFile(bench.folders().config()).look().settings().word(Setting.PET);
        Optional<String> chosen = bench.memory().read().chosen(setting);
        boolean anew = chosen.isPresent() && !chosen.get().equals(chosenAtStart);
        if (option != null && !anew) {
            return option;
        }
        return chosen.isPresent() && isThere(chosen.get()) ? chosen.get() : setting;
    }

    private boolean isThere(String chosen) {
        try {
            bench.pets().find(chosen);
            return true;
        } catch (ProblemException gone) {
            bench.note(
                    Problem.warning(chosen, "this pet, chosen before, is gone", "choose another with perch pets use"));
            return false;
        }
    }
}
