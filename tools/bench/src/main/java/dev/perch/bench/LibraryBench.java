package dev.perch.bench;

import dev.perch.model.PackageSource;
import dev.perch.runtime.BundledPets;
import dev.perch.tools.cost.MeteredProcess;
import dev.perch.tools.cost.PerchProcess;
import dev.perch.tools.cost.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many pets on disk: what their import costs the pet on show, and what they cost the start once they are imported. Each user
 * has folders of their own, and Codex's folder full of copies of Pip, all with names of their own.
 */
final class LibraryBench {
    private static final String SHOWN = "pet-1";

    private final TestDisplay display;
    private final Path folder;
    private final Report report;
    private final int runs;

    LibraryBench(TestDisplay display, Path folder, Report report, int runs) {
        this.display = display;
        this.folder = folder;
        this.report = report;
        this.runs = runs;
    }

    void run(int pets) throws IOException, InterruptedException {
        User one = new User(folder.resolve("one"), 1);
        User many = new User(folder.resolve("many"), pets);
        one.importAll();
        report.head("A state to its picture while " + pets + " pets are imported", "p50 ms", "p99 ms", "most");
        long begun = System.nanoTime();
        Sample during = many.importAll();
        double seconds = (System.nanoTime() - begun) / 1e9;
        report.row(during.size() + " states", Processes.latencies(during));
        report.line("");
        report.line(String.format("From the start until all are imported: %.1f s.", seconds));
        Sample oneFirst = new Sample();
        Sample manyFirst = new Sample();
        for (int run = 0; run < runs; run++) {
            oneFirst.add(one.firstPicture());
            manyFirst.add(many.firstPicture());
            report.progress("library", run + 1, runs);
        }
        report.head("First picture with a warm library (" + runs + " alternated runs)", "ms", "ratio");
        report.row("1 pet", oneFirst.text(0), "1");
        report.row(pets + " pets", manyFirst.text(0), Processes.ratio(manyFirst, oneFirst));
    }

    /** Somebody with so many pets. */
    private final class User {
        private final Path home;
        private final int pets;
        private final Map<String, String> environment = new HashMap<>(display.environment());

        User(Path home, int pets) throws IOException {
            this.home = home;
            this.pets = pets;
            for (String kind : List.of("CONFIG", "DATA", "CACHE", "STATE")) {
                environment.put("XDG_" + kind + "_HOME", home.resolve(kind).toString());
            }
            environment.put("CODEX_HOME", home.resolve("codex").toString());
            PackageSource.Bundled pip =
                    (PackageSource.Bundled) BundledPets.all().get(0);
            for (int i = 1; i <= pets; i++) {
                copy(pip, "pet-" + i);
            }
        }

        private void copy(PackageSource.Bundled from, String name) throws IOException {
            Path pet = Files.createDirectories(home.resolve("codex/pets").resolve(name));
            for (String file : List.of("pet.json", "spritesheet.webp")) {
                try (InputStream in = from.files().get(file).open()) {
                    Files.copy(in, pet.resolve(file));
                }
            }
            Path manifest = pet.resolve("pet.json");
            String renamed = Files.readString(manifest).replace("\"Pip\"", "\"Pip " + name + "\"");
            if (!renamed.contains(name)) {
                throw new IOException("Pip's manifest does not name it Pip");
            }
            Files.writeString(manifest, renamed);
        }

        /** Starts with nothing imported, and feeds it states until all is; each one's milliseconds. */
        Sample importAll() throws IOException, InterruptedException {
            Sample millis = new Sample();
            Path book = home.resolve("CACHE/perch/library.json");
            try (MeteredProcess process = start(Scenario.STATIC_POSE)) {
                process.awaitFirstPicture();
                for (int i = 0; imported(book) < pets; i++) {
                    millis.add(Processes.latency(process, state(), i));
                }
            }
            return millis;
        }

        private long imported(Path book) throws IOException {
            return Files.exists(book) ? Files.readString(book).split("/codex/pets/pet-", -1).length - 1 : 0;
        }

        double firstPicture() throws IOException, InterruptedException {
            try (MeteredProcess process = start(Scenario.SLOW_IDLE)) {
                return process.awaitFirstPicture() / 1e6;
            }
        }

        private MeteredProcess start(Scenario scenario) throws IOException {
            List<String> options = new ArrayList<>(scenario.options());
            options.addAll(List.of("--pet", SHOWN));
            return PerchProcess.start(scenario.snapshot(), options, state(), true, environment);
        }

        private Path state() {
            return home.resolve("state.json");
        }
    }
}
