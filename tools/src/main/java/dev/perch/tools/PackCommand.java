package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.Delivery;
import dev.perch.tools.sheets.Made;
import dev.perch.tools.sheets.PackMemory;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perch pack}: from pictures to a pet. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        header = {"Makes a pet that Perch and Codex open, or a LibGDX atlas, of pictures.", ""},
        description = {
            "IN holds a folder of numbered PNGs for each state (idle/1.png, idle/2.png, waving/1.png …), or files like"
                    + " idle_01.png, idle.gif or idle_strip6.png; a v2 pet also has look/ with 16 pictures, clockwise from up,"
                    + " and neutral.png. Or it is Aseprite's JSON, an atlas, or a pet.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  perch pack drawings/fox --out ~/.codex/pets/fox",
            "  perch pack drawings/fox --format atlas --out assets/fox"
        })
final class PackCommand implements Callable<Integer> {
    /** So many pictures take more than a second. */
    private static final int MANY = 200;

    @Mixin
    private PackOptions options = new PackOptions();

    @Option(names = "--check", description = "Write nothing; fail when the files in --out are not what would be made.")
    private boolean check;

    @Mixin
    private Making making = new Making();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        Thread packing = Thread.currentThread();
        bench.onQuit(packing::interrupt);
        try {
            return pack(bench);
        } catch (InterruptedException | ClosedByInterruptException e) {
            throw new ProblemException(Problem.error(
                    options.out().toString(), "was not written, for the packing was stopped", "run it again"));
        }
    }

    private int pack(Workbench bench) throws ProblemException, IOException, InterruptedException {
        Path out = options.out();
        if (check) {
            return checked(
                    bench,
                    new Delivery(out, making.force()).differences(make(bench).files()));
        }
        PackMemory memory = options.memory(bench.folders().cache());
        if (memory.upToDate()) {
            making.upToDate(bench, out);
            return 0;
        }
        Made made = make(bench);
        new Delivery(out, making.force()).write(made.files(), memory.own());
        memory.remember(made.files().keySet());
        making.done(bench, out, made);
        return 0;
    }

    private Made make(Workbench bench) throws ProblemException, IOException, InterruptedException {
        Art art = options.read();
        if (art.count() >= MANY) {
            making.progress(
                    bench,
                    "packing " + art.count() + " pictures of " + art.states().size() + " states");
        }
        return options.make(art);
    }

    private int checked(Workbench bench, List<String> different) throws ProblemException {
        if (different.isEmpty()) {
            making.upToDate(bench, options.out());
            return 0;
        }
        throw new ProblemException(Problem.error(
                options.out().toString(),
                "is not what pack makes (" + String.join(", ", different) + ")",
                "run perch pack without --check"));
    }
}
