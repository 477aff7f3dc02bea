package dev.perch.audit;

import dev.perch.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest line of a log, in a small file of its own: no line after it vouches for that one. It is written after the line, so
 * a crash in between leaves it one line behind. And the oldest line, so that what was thrown away for its age is told from what
 * somebody took away.
 *
 * @param number of the newest line, from 1
 * @param sha256 of that line, in hex
 * @param oldest the number of the oldest line that was kept; {@link #UNTOLD}: a head of an older Perch
 */
record AuditHead(long number, String sha256, long oldest) {
    static final long UNTOLD = 0;

    /** The head of a log with no lines, and of one whose head is missing. */
    static final AuditHead NOTHING = new AuditHead(0, "0".repeat(64), UNTOLD);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})(?: (\\d{1,18}))?\n");
    private static final int MOST_BYTES = 120;

    /** The head of the log in a folder. @throws IOException when it cannot be read or has another form */
    static AuditHead read(Path folder) throws IOException {
        try {
            String text = new String(file(folder).read(MOST_BYTES), StandardCharsets.US_ASCII);
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IOException("the head has another form");
            }
            String oldest = form.group(3);
            return new AuditHead(
                    Long.parseLong(form.group(1)), form.group(2), oldest == null ? UNTOLD : Long.parseLong(oldest));
        } catch (NoSuchFileException e) {
            return NOTHING;
        }
    }

    void write(Path folder) throws IOException {
        file(folder).write((number + " " + sha256 + " " + oldest + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static AtomicFile file(Path folder) {
        return new AtomicFile(folder.resolve("head"), true);
    }
}
