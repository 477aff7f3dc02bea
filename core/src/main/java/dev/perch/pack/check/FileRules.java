package dev.perch.pack.check;

import dev.perch.pack.DecodedPet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the files of the sheets carry beside the picture, and how large they are. */
final class FileRules {
    /** The most that the TUI downloads, and twice what is usual. */
    private static final int LARGE = 4 * 1024 * 1024;

    private static final Set<String> PROFILE = Set.of("iCCP", "ICCP", "gAMA", "cHRM");
    private static final Set<String> METADATA = Set.of("EXIF", "XMP ", "eXIf", "tEXt", "zTXt", "iTXt");

    private final DecodedPet pet;

    FileRules(DecodedPet pet) {
        this.pet = pet;
    }

    void check(List<Finding> findings) {
        for (DecodedPet.Sheet sheet : pet.sheets()) {
            file(sheet, findings);
        }
        DecodedPet.Sheet plain = pet.sheets().get(0);
        if (plain.grid().cellWidth() != 192) {
            findings.add(Finding.of(Rule.SHEET_SCALE, plain.file(), "is " + plain.pixels() + " pixels"));
        }
        if (plain.grid().columns() > Cells.COLUMNS) {
            findings.add(Finding.of(
                    Rule.SHEET_COLUMNS,
                    plain.file(),
                    "has " + plain.grid().columns() + " columns, of which only the first 8 are shown"));
        }
    }

    private static void file(DecodedPet.Sheet sheet, List<Finding> findings) {
        String file = sheet.file();
        if (sheet.bytes().length > LARGE) {
            findings.add(Finding.of(Rule.SHEET_SIZE, file, "has " + sheet.bytes().length / 1024 + " KiB"));
        }
        List<String> parts = parts(sheet.bytes());
        parts.stream()
                .filter(PROFILE::contains)
                .findFirst()
                .ifPresent(part ->
                        findings.add(Finding.of(Rule.SHEET_PROFILE, file, "has a colour profile (" + part + ")")));
        parts.stream()
                .filter(METADATA::contains)
                .findFirst()
                .ifPresent(part -> findings.add(Finding.of(
                        Rule.SHEET_METADATA, file, "carries data beside the picture (" + part.strip() + ")")));
        if (sheet.type().equals("lossy WebP")) {
            findings.add(Finding.of(Rule.SHEET_LOSSY, file, "is lossy WebP"));
        }
    }

    /** The names of the chunks of a file that the import has walked. */
    private static List<String> parts(byte[] file) {
        boolean webp = file[0] == 'R';
        ByteBuffer in = ByteBuffer.wrap(file).order(webp ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        List<String> parts = new ArrayList<>();
        long at = webp ? 12 : 8;
        while (at + 8 <= file.length) {
            long length = in.getInt((int) at + (webp ? 4 : 0)) & 0xffffffffL;
            parts.add(new String(file, (int) at + (webp ? 0 : 4), 4, StandardCharsets.ISO_8859_1));
            at += webp ? 8 + length + (length & 1) : 12 + length;
        }
        return parts;
    }
}
