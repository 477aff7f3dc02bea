package dev.perch.pack.check;

import java.util.Locale;

/** Every rule of {@code perch validate}: stable ids, a level, what it is about, and what to do. */
public enum Rule {
    PACKAGE_UNREADABLE(Level.ERROR, "The folder or zip cannot be read, or is hostile.", "pack it anew", false),
    MANIFEST_UNREADABLE(
            Level.ERROR,
            "pet.json is missing, is no JSON object, or leads out of the package.",
            "write it as Codex does",
            false),
    SHEET_MISSING(Level.ERROR, "The sheet that pet.json names is not there.", "put it there", false),
    SHEET_UNREADABLE(
            Level.ERROR,
            "The sheet is no picture that can be read within the limits.",
            "save it again as WebP or PNG",
            false),
    SHEET_GEOMETRY(
            Level.ERROR,
            "The sheet is no grid of 8 columns and 9 or 11 rows of cells of the shape 192x208.",
            "make it 1536x1872 or 1536x2288",
            false),
    IDLE_EMPTY(Level.ERROR, "The idle row is empty: there is nothing to show.", "draw idle", false),
    MANIFEST_VERSION(
            Level.WARNING,
            "spriteVersionNumber does not fit the rows of the sheet: the Codex app refuses it.",
            "write the version that the rows say",
            true),
    MANIFEST_BOM(
            Level.WARNING,
            "pet.json begins with a byte order mark: Codex cannot read it.",
            "save it as UTF-8 without one",
            true),
    MANIFEST_ID(
            Level.NOTE,
            "pet.json has no id, or one that is no plain word.",
            "give it one of a-z, 0-9 and dashes",
            true),
    MANIFEST_NAME(Level.NOTE, "pet.json has no displayName: people see the id.", "give it a name", true),
    MANIFEST_DESCRIPTION(Level.NOTE, "pet.json has no description.", "write a sentence", true),
    MANIFEST_PATH(Level.NOTE, "pet.json does not name its sheet.", "write spritesheetPath", true),
    MANIFEST_LEGACY(
            Level.WARNING, "The manifest is an avatar.json: newer readers look for pet.json.", "rename it", true),
    MANIFEST_ANIMATIONS(
            Level.WARNING,
            "frame or animations break the rules of Codex's TUI, which then shows no pet.",
            "keep frames in the grid, fps above 0 and at most 60",
            false),
    LEFT_OUT(
            Level.WARNING,
            "The format says something that Perch reads otherwise or leaves out.",
            "correct it, or take it out",
            false),
    FRAMES(
            Level.WARNING,
            "Frames of a format other than Codex's are empty, never shown, or a box.",
            "draw what is missing",
            false),
    INTERACTIONS(
            Level.WARNING,
            "The interactions block is not what Perch reads, so it is dropped.",
            "correct that entry",
            false),
    SHEET_SCALE(
            Level.WARNING,
            "The sheet has another size than 1536x1872 or 1536x2288: the Codex app refuses it.",
            "scale it, and keep the large one as spritesheet@2x",
            false),
    SHEET_COLUMNS(
            Level.WARNING, "The sheet has more than 8 columns; the others are never shown.", "cut them off", true),
    SHEET_ANIMATED(Level.WARNING, "The sheet is animated; only its first picture is shown.", "save a still", true),
    SHEET_SIZE(
            Level.WARNING,
            "The sheet has more than 4 MiB: galleries refuse it, and it opens slowly.",
            "save it as lossless WebP",
            true),
    SHEET_PROFILE(
            Level.WARNING,
            "The sheet has a colour profile; readers disagree about its colours.",
            "convert it to sRGB and save it without",
            true),
    SHEET_METADATA(Level.NOTE, "The sheet carries EXIF, XMP or text that nobody reads.", "save it without", true),
    SHEET_LOSSY(
            Level.NOTE,
            "The sheet is lossy WebP: edges are not what was drawn.",
            "save it lossless from the source",
            false),
    DENSITY_UNUSED(
            Level.WARNING,
            "A larger sheet does not fit the plain one, so it is not used.",
            "draw it at exactly 2 or 3 times the size",
            false),
    OPAQUE_BACKGROUND(
            Level.WARNING, "The pet fills its cells: it is a box.", "cut the figure out of its background", false),
    CELL_EMPTY(Level.WARNING, "A cell that is shown is empty; its neighbour stands in.", "draw it", false),
    CELL_SPARSE(
            Level.WARNING,
            "A cell that is shown has fewer than 50 pixels of ink.",
            "draw it, or clear the dust",
            false),
    ROW_EMPTY(Level.WARNING, "A whole row is empty; idle stands in.", "draw it", false),
    UNUSED_INK(
            Level.WARNING, "There is ink in cells that are never shown; some readers show them.", "clear them", true),
    HIDDEN_COLOR(Level.NOTE, "Fully transparent pixels have a colour: some readers show halos.", "clear it", true),
    CHROMA_FRINGE(
            Level.WARNING,
            "Green or magenta of a screen is left in or around the figure.",
            "key it out of the source",
            false),
    EDGE_CONTACT(
            Level.WARNING,
            "The ink runs along the edge of its cell, as if it were cut off.",
            "leave some pixels free at every edge",
            false),
    SIZE_POP(
            Level.WARNING,
            "The figure becomes much larger or smaller from one frame to the next.",
            "draw the row at one scale",
            false),
    ANCHOR_JITTER(
            Level.WARNING,
            "The figure trembles: its feet or its middle jump to and fro in a row where it stands.",
            "align the frames by the feet",
            false),
    FRAMES_IDENTICAL(
            Level.WARNING, "All frames of a row are the same, so it does not move.", "draw the movement", false),
    NEUTRAL_MISSING(
            Level.WARNING,
            "The neutral cell of a v2 sheet (row 0, column 6) is empty.",
            "draw the pet looking ahead",
            true),
    GAZE_STATIC(
            Level.WARNING,
            "The gaze does not turn: most of the 16 directions look alike.",
            "draw one for every 22.5 degrees",
            false),
    NOT_MIRRORED(
            Level.WARNING,
            "pet.json says that the pet is mirrored, but running-left is not running-right's mirror.",
            "mirror it, or drop \"mirrored\"",
            false);

    private final Level level;
    private final String about;
    private final String remedy;
    private final boolean mendable;

    Rule(Level level, String about, String remedy, boolean mendable) {
        this.level = level;
        this.about = about;
        this.remedy = remedy;
        this.mendable = mendable;
    }

    /** The stable word for it: small letters and dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How bad it is. */
    public Level level() {
        return level;
    }

    /** What it is about, in one sentence. */
    public String about() {
        return about;
    }

    /** What to do, in one clause. */
    public String remedy() {
        return remedy;
    }

    /** Whether {@code --fix} mends it, with no art invented. */
    public boolean mendable() {
        return mendable;
    }
}
