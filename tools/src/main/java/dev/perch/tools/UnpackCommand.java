package dev.perch.tools;

import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtReader;
import dev.perch.tools.sheets.FrameFiles;
import dev.perch.tools.sheets.Made;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch unpack}: from a pet back to pictures. */
@Command(
        name = "unpack",
        mixinStandardHelpOptions = true,
        header = {"Takes a pet, an atlas or a sealed pet apart into numbered PNGs, with its times in pet.json.", ""},
        footer = {"", "Example:", "  perch unpack ~/.codex/pets/fox --out fox-frames"})
final class UnpackCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "IN",
            description = "A pet by its name, as folder or zip, a .atlas file, or a sealed folder.")
    private String in = "";

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the pictures go.")
    private Path out = Path.of("");

    @Mixin
    private Making making = new Making();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        ArtReader reader = bench.artReader();
        Path path = Path.of(in);
        Art art = Files.isRegularFile(path)
                ? reader.read(path)
                : reader.pet(bench.pets().find(in));
        Made made = FrameFiles.of(art);
        making.deliver(bench, out, made);
        return 0;
    }
}
