package dev.perch.tools;

import dev.perch.model.PetsChoice;
import java.util.Map;
import picocli.CommandLine.Option;

/** How many pets, and which of them plays which project. */
final class PetsOptions {
    @Option(
            names = "--pets",
            paramLabel = "HOW",
            defaultValue = "one",
            description = {
                "How many pets: one (for everything), project (one for each folder that agents work in) or session (one for"
                        + " each session); 20 at most (default: ${DEFAULT-VALUE})."
            })
    private PetsChoice pets = PetsChoice.ONE;

    @Option(
            names = "--pet-for",
            paramLabel = "FOLDER=PET",
            description = {
                "Which pet plays the projects in a folder, such as ~/web=axo; may be given more than once. The others are"
                        + " played by that of --pet."
            })
    private Map<String, String> petFor = Map.of();

    PetsChoice pets() {
        return pets;
    }

    Map<String, String> petFor() {
        return petFor;
    }
}
