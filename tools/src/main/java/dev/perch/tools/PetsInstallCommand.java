package dev.perch.tools;

import dev.perch.library.InstallLink;
import dev.perch.library.LibraryFault;
import dev.perch.library.OwnPets;
import dev.perch.library.SheetDownload;
import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch pets install}. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        header = {"Takes a copy of a pet into Perch's own folder, once it has been checked.", ""},
        description = {
            "A codex://pets/install link is shown first, with the address of its picture; nothing is fetched unless you"
                    + " answer yes.",
            ""
        })
final class PetsInstallCommand implements Callable<Integer> {
    @Parameters(paramLabel = "WHAT", description = "A folder, a zip or a codex://pets/install link (in quotes).")
    private String what = "";

    @Option(names = "--force", description = "Puts it in the place of an installed pet of that name.")
    private boolean force;

    @Option(
            names = {"-y", "--yes"},
            description = "Answers yes to fetching the picture of a link.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ProblemException, IOException {
        Workbench bench = Workbench.of(spec);
        OwnPets own = new OwnPets(bench.ownPets(), bench.inspector(bench.verdicts())::refusal);
        try {
            if (what.startsWith(InstallLink.SCHEME)) {
                return follow(InstallLink.parse(what), own, bench);
            }
            bench.say("Installed: " + own.install(Path.of(what), force));
            return 0;
        } catch (LibraryFault fault) {
            throw new ProblemException(fault.problem());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int follow(InstallLink link, OwnPets own, Workbench bench)
            throws LibraryFault, IOException, InterruptedException, ProblemException {
        bench.say("This link wants to install a pet.");
        bench.say("  name         " + link.name());
        bench.say("  description  " + link.description());
        bench.say("  picture      " + link.image().toASCIIString());
        bench.say("  from         " + link.image().getHost());
        if (!yes && !agreed(bench)) {
            bench.say("Nothing was fetched.");
            return 1;
        }
        SheetDownload.Sheet sheet = new SheetDownload(trust(bench)).fetch(link.image());
        bench.say("Installed: " + own.install(link, sheet, force));
        return 0;
    }

    private static SSLContext trust(Workbench bench) throws ProblemException {
        try {
            return bench.trust();
        } catch (NoSuchAlgorithmException none) {
            throw new ProblemException(
                    Problem.error("https", "this Java has no TLS", "download the pet by hand and install its folder"));
        }
    }

    private static boolean agreed(Workbench bench) throws IOException {
        bench.say("Fetch the picture from there and install it? Type yes:");
        BufferedReader in = new BufferedReader(new InputStreamReader(bench.in(), Charset.defaultCharset()));
        String answer = in.readLine();
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }
}
