package dev.perch.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tables of figures: printed as they come, kept as Markdown. */
public final class Report {
    private final StringBuilder markdown = new StringBuilder();
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Begins a table. */
    public void head(String title, String... columns) {
        line("");
        line("## " + title);
        line("");
        line("| | " + String.join(" | ", columns) + " |");
        line("|---|" + "---|".repeat(columns.length));
    }

    /** Adds a line to the table. */
    public void row(String name, String... values) {
        line("| " + name + " | " + String.join(" | ", values) + " |");
    }

    /** A line of text. */
    public void line(String text) {
        out.println(text);
        markdown.append(text).append('\n');
    }

    /** Says how far a long measurement is; not kept. */
    public void progress(String what, int done, int all) {
        System.err.println("bench: " + what + " " + done + "/" + all);
    }

    void write(Path file, List<String> before) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, String.join("\n", before) + "\n" + markdown);
    }
}
