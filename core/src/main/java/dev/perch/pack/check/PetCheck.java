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
        pet.warnings().forEach(warning -> importWarning(warning, findings));
        new ManifestRules(pet).check(findings);
        new FileRules(pet).check(findings);
        CellInks inks = CellInks.of(pet.sheets().get(0));
        new CellRules(pet, inks).check(findings);
        new MotionRules(pet, inks).check(findings);
        findings.sort(Comparator.comparing(Finding::rule));
        return new Verdict(pet, findings);
    }

    private static Rule rule(Refusal refusal) {
        return switch (refusal.stage()) {
            case PACKAGE -> Rule.PACKAGE_UNREADABLE;
            case MANIFEST -> Rule.MANIFEST_UNREADABLE;
            case SHEET_MISSING -> Rule.SHEET_MISSING;
            case PICTURE -> Rule.SHEET_UNREADABLE;
            case GRID -> Rule.SHEET_GEOMETRY;
        };
    }

    /** The cells have rules of their own; what the import says of files is taken over. */
    private static void importWarning(Problem warning, List<Finding> findings) {
        String where = warning.where();
        if (where.endsWith("spriteVersionNumber")) {
            findings.add(Finding.of(Rule.MANIFEST_VERSION, warning));
        } else if (where.contains("interactions")) {
            findings.add(Finding.of(Rule.INTERACTIONS, warning));
        } else if (where.contains("@2x") || where.contains("@3x")) {
            findings.add(Finding.of(Rule.DENSITY_UNUSED, warning));
        } else if (warning.what().startsWith("is animated")) {
            findings.add(Finding.of(Rule.SHEET_ANIMATED, warning));
        }
    }
}
