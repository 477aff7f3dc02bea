package dev.perch.tools;

import dev.perch.model.PackageSource;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageSheets;
import dev.perch.pack.check.Finding;
import dev.perch.pack.check.Level;
import dev.perch.pack.check.PetCheck;
import dev.perch.pack.check.Verdict;
import dev.perch.pack.format.PetFormats;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.sheets.Delivery;
import dev.perch.tools.sheets.Made;
import dev.perch.tools.sheets.PackMemory;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perch watch}: packs and validates at every save. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        header = {
            "Packs and validates a pet at every save, until Ctrl-C; a companion that shows it takes the new look.",
            ""
        },
        footer = {"", "Example:", "  perch watch my-fox --out ~/.codex/pets/fox"})
final class WatchCommand implements Callable<Integer> {
    private static final int LOOK_MILLIS = 500;

    @Mixin
    private PackOptions options = new PackOptions();

    @Option(names = "--once", description = "Pack and validate once, and end.")
    private boolean once;

    @Mixin
    private Telling telling = new Telling();

    @Spec
    private CommandSpec spec;

    private String told = "";

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        CountDownLatch quit = new CountDownLatch(1);
        bench.onQuit(quit::countDown);
        boolean good = true;
        do {
            PackMemory memory = options.memory(bench.folders().cache());
            if (!memory.upToDate()) {
                good = pack(bench, memory);
            }
        } while (!once && !quit.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        return good ? 0 : 2;
    }

    /** A picture that is half saved is told, and packed at the next look. */
    private boolean pack(Workbench bench, PackMemory memory) throws IOException, InterruptedException {
        try {
            Made made = options.make();
            made.notes().forEach(note -> telling.note(bench, note));
            new Delivery(options.out(), false).write(made.files(), memory.own());
            memory.remember(made.files().keySet());
            told = "";
        } catch (ProblemException e) {
            String fault = String.valueOf(e.getMessage());
            if (!fault.equals(told)) {
                bench.say(fault);
            }
            told = fault;
            return false;
        }
        PetCheck check =
                new PetCheck(new PackageSheets(Workbench.codecs(), PackageLimits.standard(), PetFormats.all()));
        Verdict verdict = check.check(new PackageSource.Folder(options.out()));
        for (Finding finding : verdict.findings()) {
            if (finding.rule().level() != Level.NOTE) {
                telling.say(bench, finding.rule().id() + "  " + finding.sentence());
            }
        }
        bench.say(options.out() + ": packed, "
                + (verdict.findings().isEmpty() ? "good" : verdict.findings().size() + " findings"));
        return verdict.opens();
    }
}
