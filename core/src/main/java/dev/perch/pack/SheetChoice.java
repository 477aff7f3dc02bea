package dev.perch.pack;

import dev.perch.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sheet that an import cuts.
 *
 * @param file its name
 * @param image checked, not decoded
 * @param grid its cells
 * @param warnings about the manifest and the sheets that were not chosen
 */
record SheetChoice(String file, SheetImage image, Geometry grid, List<Problem> warnings) {
    static final String SIZES = "make it 1536x1872 (v1) or 1536x2288 (v2), or a whole multiple of 96x117 or 96x143";

    /**
     * Checks the sheets and takes the smallest whose cells are at least as wide as wanted, or the largest.
     *
     * @param wanted width of a cell; 0 for the plain sheet
     */
    static SheetChoice of(SheetSource source, int wanted, PackageLimits limits) throws Refusal {
        List<Problem> warnings = new ArrayList<>();
        List<SheetChoice> sheets = new ArrayList<>();
        int times = 1;
        for (Map.Entry<String, byte[]> sheet : source.sheets().entrySet()) {
            try {
                SheetChoice next = check(
                        sheet.getKey(), sheet.getValue(), source.manifest().version(), limits);
                if (!sheets.isEmpty()) {
                    times = sheet.getKey().contains("@2x") ? 2 : 3;
                    sameShape(sheets.get(0), next, times);
                }
                sheets.add(next);
            } catch (Refusal e) {
                if (sheets.isEmpty()) {
                    throw e;
                }
                warnings.add(ignored(e));
            }
        }
        SheetChoice plain = sheets.get(0);
        version(source.manifest().version(), plain, warnings);
        SheetChoice chosen = wanted == 0 ? plain : forWidth(sheets, wanted);
        if (!chosen.image.still()) {
            warnings.add(Problem.warning(
                    chosen.file, "is animated, and only its first picture is shown", "save it as a still picture"));
        }
        return new SheetChoice(chosen.file, chosen.image, chosen.grid, List.copyOf(warnings));
    }

    private static SheetChoice forWidth(List<SheetChoice> sheets, int wanted) {
        for (SheetChoice sheet : sheets) {
            if (sheet.grid.cellWidth() >= wanted) {
                return sheet;
            }
        }
        return sheets.get(sheets.size() - 1);
    }

    private static SheetChoice check(String file, byte[] bytes, int version, PackageLimits limits) throws Refusal {
        SheetImage image = SheetCheck.check(file, bytes, limits);
        Geometry grid = Geometry.of(image.width(), image.height(), version);
        if (grid == null) {
            throw new Refusal(
                    file,
                    "is " + image.width() + "x" + image.height()
                            + " pixels, which is no grid of 8 columns and 9 or 11 rows of Codex cells",
                    SIZES);
        }
        return new SheetChoice(file, image, grid, List.of());
    }

    private static void sameShape(SheetChoice plain, SheetChoice large, int times) throws Refusal {
        boolean same = plain.grid.rows() == large.grid.rows()
                && plain.grid.columns() == large.grid.columns()
                && plain.grid.cellWidth() * times == large.grid.cellWidth();
        if (!same) {
            throw new Refusal(
                    large.file,
                    "is " + large.image.width() + "x" + large.image.height() + " pixels, not " + times + " times "
                            + SafePath.visible(plain.file),
                    "draw it at " + times * plain.image.width() + "x" + times * plain.image.height());
        }
    }

    /** What a refusal of a sheet that need not be there comes to. */
    static Problem ignored(Refusal refusal) {
        Problem problem = refusal.problem();
        return Problem.warning(problem.where(), problem.what() + ", so it is not used", problem.remedy());
    }

    private static void version(int said, SheetChoice plain, List<Problem> warnings) {
        int is = plain.grid.version();
        if (said == is) {
            return;
        }
        String version = said == 0 ? "no whole number" : said == 1 ? "1 or missing" : String.valueOf(said);
        String codex =
                said == 1 || said == 2 ? "the Codex app refuses such a sheet" : "the Codex app knows only 1 and 2";
        warnings.add(Problem.warning(
                Manifest.FILE + " spriteVersionNumber",
                "is " + version + ", but the sheet has the " + plain.grid.rows() + " rows of version " + is
                        + ": shown by its rows, while " + codex,
                "write \"spriteVersionNumber\": " + is));
    }
}
