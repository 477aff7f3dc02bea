package dev.perch.tools;

import dev.perch.json.JsonTree;
import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageSheets;
import dev.perch.pack.WebpEncoder;
import dev.perch.pack.check.Finding;
import dev.perch.pack.check.Level;
import dev.perch.pack.check.PetCheck;
import dev.perch.pack.check.Rule;
import dev.perch.pack.check.Verdict;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.sheets.Delivery;
import dev.perch.tools.sheets.Made;
import dev.perch.tools.sheets.Manifests;
import dev.perch.tools.sheets.Mending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch validate}: whether pets are good. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        header = {"Says whether pets are good, by one list of rules.", ""},
        description = {
            "An error is what Perch's import refuses, and nothing else; a warning is something that is seen, or that"
                    + " another reader stumbles over; a note is for the tidy.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors (and no warnings, with --strict)", "2:at least one"},
        footer = {"", "Example:", "  perch validate ~/.codex/pets/fox --fix"})
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PET", arity = "0..*", description = "Folders or zips with a pet.json, or names of pets.")
    private List<String> pets = List.of();

    @Option(names = "--json", description = "One JSON object a pet, each on a line.")
    private boolean json;

    @Option(names = "--strict", description = "Fail on warnings too.")
    private boolean strict;

    @Option(names = "--fix", description = "Mend what needs no art: residue, unused ink, profiles, missing fields.")
    private boolean fix;

    @Option(names = "--rules", description = "Print all rules, and do nothing else.")
    private boolean rules;

    @Mixin
    private Telling telling = new Telling();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        if (rules) {
            for (Rule rule : Rule.values()) {
                bench.say(String.format(
                        Locale.ROOT,
                        "%-7s %-20s %s%s",
                        level(rule),
                        rule.id(),
                        rule.about(),
                        rule.mendable() ? " [--fix]" : ""));
            }
            return 0;
        }
        if (pets.isEmpty()) {
            throw new ProblemException(Problem.error("PET", "is missing", "name a pet, or add --rules"));
        }
        boolean good = true;
        for (String pet : pets) {
            good &= check(bench, pet);
        }
        return good ? 0 : 2;
    }

    private boolean check(Workbench bench, String word) throws ProblemException, IOException, InterruptedException {
        PackageSource source = bench.pets().find(word);
        PetCheck check = new PetCheck(new PackageSheets(Workbench.codecs(), PackageLimits.standard(), bench.formats()));
        Verdict verdict = check.check(source);
        if (fix && mended(bench, source, verdict)) {
            verdict = check.check(source);
        }
        if (json) {
            bench.say(JsonTree.line(asJson(word, verdict)));
        } else {
            tell(bench, word, verdict);
        }
        return verdict.opens() && !(strict && verdict.count(Level.WARNING) > 0);
    }

    private boolean mended(Workbench bench, PackageSource source, Verdict verdict)
            throws ProblemException, IOException, InterruptedException {
        if (!(source instanceof PackageSource.Folder folder)) {
            throw new ProblemException(Problem.error(source.label(), "is no folder", "unpack it to mend it"));
        }
        DecodeProcess codecs = Workbench.codecs();
        PackageLimits limits = PackageLimits.standard();
        Made made = new Mending(new WebpEncoder(codecs, limits), new Manifests(limits)).mend(verdict);
        Path home = folder.path();
        for (String file : made.files().keySet()) {
            Path kept = home.resolve(file + ".orig");
            if (Files.exists(home.resolve(file)) && Files.notExists(kept)) {
                Files.copy(home.resolve(file), kept);
                telling.say(bench, "kept what was there as " + kept);
            }
        }
        new Delivery(home, true).write(made.files(), Set.of());
        made.notes().forEach(note -> telling.note(bench, note));
        return !made.files().isEmpty();
    }

    private void tell(Workbench bench, String word, Verdict verdict) {
        for (Finding finding : verdict.findings()) {
            if (finding.rule().level() != Level.NOTE || !strict) {
                telling.say(bench, level(finding.rule()) + " " + finding.rule().id() + "  " + finding.sentence());
            }
        }
        bench.say(word + ": " + summary(verdict));
    }

    private static String summary(Verdict verdict) {
        if (verdict.findings().isEmpty()) {
            return "good";
        }
        String counts = String.join(
                ", ",
                counted(verdict.count(Level.ERROR), "error"),
                counted(verdict.count(Level.WARNING), "warning"),
                counted(verdict.count(Level.NOTE), "note"));
        return (verdict.opens() ? "opens; " : "is refused; ") + counts;
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static Map<String, Object> asJson(String word, Verdict verdict) {
        List<Object> findings = new ArrayList<>();
        for (Finding finding : verdict.findings()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("rule", finding.rule().id());
            fields.put("level", level(finding.rule()));
            fields.put("where", finding.where());
            fields.put("what", finding.what());
            fields.put("remedy", finding.remedy());
            fields.put("about", finding.rule().about());
            fields.put("mendable", finding.rule().mendable());
            findings.add(fields);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("pet", word);
        all.put("opens", verdict.opens());
        all.put("errors", verdict.count(Level.ERROR));
        all.put("warnings", verdict.count(Level.WARNING));
        all.put("notes", verdict.count(Level.NOTE));
        all.put("findings", findings);
        return all;
    }

    private static String level(Rule rule) {
        return rule.level().name().toLowerCase(Locale.ROOT);
    }
}
