package dev.perch.tools;

import dev.perch.json.JsonTree;
import dev.perch.model.Problem;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.pack.format.PetFormats;
import dev.perch.render.FontFamily;
import dev.perch.render.FontFolders;
import dev.perch.render.SystemFonts;
import dev.perch.runtime.Desktop;
import dev.perch.runtime.PerchFolders;
import dev.perch.tools.cost.PerchProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@code perch doctor} finds: words on each thing, in their order. */
final class Findings {
    private static final int NAME_CHARS = 12;

    private final Workbench bench;
    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private String last = "";

    private Findings(Workbench bench) {
        this.bench = bench;
    }

    static Findings of(Workbench bench, @Nullable Desktop desktop, Optional<Problem> obstacle)
            throws IOException, InterruptedException {
        Findings findings = new Findings(bench);
        findings.java();
        findings.folders();
        findings.decoder();
        findings.plugins();
        findings.fonts();
        if (desktop == null || obstacle.isPresent()) {
            obstacle.ifPresent(problem -> findings.say("desktop", problem.what() + "; " + problem.remedy() + "."));
        } else {
            desktop.facts(System.getenv())
                    .forEach(fact -> findings.say(
                            fact.substring(0, NAME_CHARS).strip(),
                            fact.substring(NAME_CHARS).strip()));
        }
        Connections.tell(bench, findings::say);
        return findings;
    }

    /** For scripts. */
    String json() {
        return JsonTree.line(found);
    }

    /** For people. */
    void print() {
        found.forEach((what, words) -> {
            for (int i = 0; i < words.size(); i++) {
                bench.say(String.format(Locale.ROOT, "%-12s %s", i == 0 ? what : "", words.get(i)));
            }
        });
    }

    private void java() {
        say(
                "java",
                System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                        + System.getProperty("java.home"));
        say("archive", archive());
        say(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
    }

    private static String archive() {
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (PerchProcess.isOfArchive(option)) {
                Path file = Path.of(option.substring(option.indexOf('=') + 1));
                return file + (Files.isReadable(file) ? "" : " is not there: starts are slower");
            }
        }
        return "none asked for: starts are slower";
    }

    private void folders() {
        PerchFolders folders = bench.folders();
        say("settings", place(folders.config()));
        say("pets", place(folders.data()) + "; Codex's: " + place(folders.codexPets()));
        say("cache", place(folders.cache()));
        say("state", place(folders.state()));
    }

    private static String place(Path folder) {
        if (!Files.exists(folder)) {
            return folder + " (not there yet)";
        }
        return Files.isWritable(folder) ? folder.toString() : folder + " (CANNOT BE WRITTEN)";
    }

    private void decoder() throws IOException, InterruptedException {
        Path store = Files.createTempDirectory("perch-doctor");
        try {
            DecodeProcess codecs = Workbench.codecs();
            PackageReport report = new PackageLoader(store, codecs, PackageLimits.standard(), PetFormats.all())
                    .load(bench.pets().byDefault(), 0);
            String works = report instanceof PackageReport.Opened
                    ? "decodes Perch's own pet"
                    : "FAILS: " + report.problems().get(0).sentence();
            String sandbox = codecs.sandboxed()
                    ? "in a bubblewrap sandbox"
                    : "in a process of its own, with no sandbox (install bubblewrap for one)";
            say("decoder", works + ", " + sandbox);
        } finally {
            delete(store);
        }
    }

    private void plugins() {
        List<String> lines = PluginCommand.lines(bench.userPlugins());
        say("plugins", bench.userPlugins().folder() + (lines.isEmpty() ? " (none there)" : ""));
        lines.forEach(line -> say("", line));
    }

    private void fonts() {
        List<Problem> problems = new ArrayList<>();
        List<FontFamily> families = SystemFonts.find(
                FontFolders.of(
                        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv()),
                Locale.getDefault(),
                problems);
        say("fonts", "Perch's own" + (families.isEmpty() ? ", none of the system" : ""));
        families.forEach(family -> say("", family.regular().name()));
        problems.forEach(problem -> say("", problem.sentence()));
    }

    /** @param what empty: more of the last */
    private void say(String what, String text) {
        last = what.isEmpty() ? last : what;
        found.computeIfAbsent(last, any -> new ArrayList<>()).add(text);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
