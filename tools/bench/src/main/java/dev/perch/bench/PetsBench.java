package dev.perch.bench;

import dev.perch.tools.cost.Cost;
import dev.perch.tools.cost.MeteredProcess;
import dev.perch.tools.cost.PerchProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One, some and many pets on show at once, each with a session that waits and says so in its bubble. */
final class PetsBench {
    private static final List<Integer> COUNTS = List.of(1, 5, 20);
    private static final int SETTLE_MILLIS = 6_000;
    private static final int SETTLE_MILLIS_A_PET = 400;

    private final TestDisplay display;
    private final Path folder;
    private final Report report;
    private final int runs;
    private final int windowMillis;

    PetsBench(TestDisplay display, Path folder, Report report, int runs, int windowMillis) {
        this.display = display;
        this.folder = folder;
        this.report = report;
        this.runs = runs;
        this.windowMillis = windowMillis;
    }

    void run() throws IOException, InterruptedException {
        List<Row> rows = COUNTS.stream().map(Row::new).toList();
        for (int run = 0; run < runs; run++) {
            for (Row row : rows) {
                row.measure(run);
            }
            report.progress("pets", run + 1, runs);
        }
        report.head(
                "Visible pets (" + runs + " alternated runs)",
                "PSS MB",
                "MB each further",
                "draws/s",
                "CPU % of a core");
        Row before = rows.get(0);
        for (Row row : rows) {
            double further = (row.pss.median() - before.pss.median()) / Math.max(1, row.pets - before.pets);
            report.row(
                    row.pets + (row.pets == 1 ? " pet" : " pets"),
                    row.pss.text(1),
                    row == before ? "" : String.format(Locale.ROOT, "%.1f", further),
                    row.draws.text(1),
                    row.cpu.text(2));
            before = row;
        }
    }

    /** So many pets. */
    private final class Row {
        private final int pets;
        private final Sample pss = new Sample();
        private final Sample draws = new Sample();
        private final Sample cpu = new Sample();

        Row(int pets) {
            this.pets = pets;
        }

        void measure(int run) throws IOException, InterruptedException {
            Path home = Files.createDirectories(folder.resolve("pets-" + pets + "-" + run));
            Map<String, String> environment = new HashMap<>(display.environment());
            for (String kind : List.of("CONFIG", "DATA", "CACHE", "STATE")) {
                environment.put("XDG_" + kind + "_HOME", home.resolve(kind).toString());
            }
            List<String> options = List.of("--pets", "session", "--no-import");
            try (MeteredProcess process =
                    PerchProcess.start(sessions(), options, home.resolve("states.jsonl"), true, environment)) {
                process.awaitFirstPicture();
                TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS + (long) SETTLE_MILLIS_A_PET * pets);
                Cost cost = process.measure(windowMillis);
                pss.add(cost.pssMb());
                draws.add(cost.draws() / cost.seconds());
                cpu.add(cost.cpuPercent());
            }
        }

        private String sessions() {
            List<String> lines = new ArrayList<>();
            for (int i = 1; i <= pets; i++) {
                lines.add("{\"state\":\"waiting\",\"title\":\"Session " + i + " asks\",\"metadata\":{\"sessionId\":\"s"
                        + i + "\",\"workspace\":\"/home/me/p" + i + "\"}}\n");
            }
            return String.join("", lines);
        }
    }
}
