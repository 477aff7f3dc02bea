package dev.perch.pack.check;

import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import dev.perch.pack.DecodedPet;
import dev.perch.pack.PackageSheets;
import dev.perch.pack.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says whether a pet is good. What the import refuses has an error, and nothing else has one. Any thread; blocks. */
public final class PetCheck {
    private final PackageSheets sheets;

    /** A check over packages that are read so. */
    public PetCheck(PackageSheets sheets) {
        this.sheets = sheets;
    }

    /**
     * Checks a package by all rules.
     *
     * @throws InterruptedException when this thread is interrupted
     */
    public Verdict check(PackageSource source) throws IOException, InterruptedException {
        DecodedPet pet;
        try {
            pet = sheets.read(source);
        } catch (Refusal e) {
            return new Verdict(null, List.of(Finding.of(rule(e), e.problem())));
        }
        return check(pet);
    }

    /** Checks a package that was read already. */
    static Verdict check(DecodedPet pet) throws IOException {
        List<Finding> findings = new ArrayList<>();
        pet.warnings().forEach(warning -> findings.add(Finding.of(rule(warning), warning)));
        if (pet.sheets().isEmpty()) {
            pet.frameWarnings().forEach(warning -> findings.add(Finding.of(Rule.FRAMES, warning)));
        } else {
            codex(pet, findings);
        }
        findings.sort(Comparator.comparing(Finding::rule));
        return new Verdict(pet, findings);
    }

    /** What Codex, its readers and its own validator want; the cells have rules of their own. */
    private static void codex(DecodedPet pet, List<Finding> findings) throws IOException {
        new ManifestRules(pet).check(findings);
        new FileRules(pet).check(findings);
        CellInks inks = CellInks.of(pet.sheets().get(0));
        new CellRules(pet, inks).check(findings);
        new MotionRules(pet, inks).check(findings);
    }

    private static Rule rule(Refusal refusal) {
        return switch (refusal.stage()) {
            case PACKAGE -> Rule.PACKAGE_UNREADABLE;
            case MANIFEST -> Rule.MANIFEST_UNREADABLE;
            case SHEET_MISSING -> Rule.SHEET_MISSING;
            case PICTURE -> Rule.SHEET_UNREADABLE;
            case GRID -> Rule.SHEET_GEOMETRY;
            case IDLE -> Rule.IDLE_EMPTY;
        };
    }

    private static Rule rule(Problem warning) {
        String where = warning.where();
        if (where.endsWith("spriteVersionNumber")) {
            return Rule.MANIFEST_VERSION;
        }
        if (where.contains("interactions")) {
            return Rule.INTERACTIONS;
        }
        if (where.contains("@2x") || where.contains("@3x")) {
            return Rule.DENSITY_UNUSED;
        }
        return warning.what().startsWith("is animated") ? Rule.SHEET_ANIMATED : Rule.LEFT_OUT;
    }
}
