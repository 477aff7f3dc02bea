package dev.perch.tools;

import dev.perch.ecs.Stage;
import dev.perch.model.Problem;
import dev.perch.render.film.ApngWriter;
import dev.perch.render.film.FilmWriter;
import dev.perch.render.film.GifWriter;
import dev.perch.runtime.HeadlessPet;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.source.DemoSession;
import dev.perch.source.SnapshotTimeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session of a pet, drawn frame by frame with no display. */
final class Film {
    /** How long a pet is watched after the last thing that it was told: a reaction and a breath. */
    private static final long AFTERGLOW_MILLIS = 6_000;

    /** More than this is not a film but a mistake: an hour. */
    private static final long LONGEST_MILLIS = 3_600_000;

    /** The least time between two pictures: 30 a second, while something moves. */
    private static final long LEAST_MILLIS = 33;

    private final Workbench bench;
    private final RuntimeConfig config;
    private final float scale;
    private final Ground ground;
    private final LoadedPet pet;
    private final SnapshotTimeline timeline;

    Film(Workbench bench, RuntimeConfig config, float scale, Ground ground, LoadedPet pet, SnapshotTimeline timeline) {
        this.bench = bench;
        this.config = config;
        this.scale = scale;
        this.ground = ground;
        this.pet = pet;
        this.timeline = timeline;
    }

    /** Renders the demo session where no window can be opened, and says where. */
    static int ofDemo(Workbench bench, @Nullable String petWord, RuntimeConfig config)
            throws ProblemException, IOException {
        Film film = new Film(
                bench,
                config,
                1,
                Ground.LIGHT,
                bench.open(petWord, config.petWidth()),
                DemoSession.read().timeline());
        film.apng(bench.folders().cache().resolve("demo.png"), film.naturalMillis());
        return 0;
    }

    long naturalMillis() {
        return timeline.endMillis() + AFTERGLOW_MILLIS;
    }

    void stills(List<Long> moments, Path out) throws IOException, ProblemException {
        try (HeadlessPet headless = open()) {
            List<Long> sorted = moments.stream().sorted().toList();
            for (long moment : sorted) {
                check(moment);
                headless.advanceTo(moment);
                bench.writePng(ground.under(headless.picture()), file(out, moment, sorted.size()));
            }
        }
    }

    void gif(Path file, long millis) throws IOException, ProblemException {
        checkLength(millis);
        bench.write(file, out -> roll(new GifWriter(out, stage().width, stage().height), millis));
    }

    void apng(Path file, long millis) throws IOException, ProblemException {
        checkLength(millis);
        bench.write(file, out -> roll(new ApngWriter(out, stage().width, stage().height), millis));
    }

    /** A frame for each change of the picture, with the time until the next. */
    private void roll(FilmWriter film, long millis) throws IOException {
        try (film;
                HeadlessPet headless = open()) {
            headless.advanceTo(0);
            long since = 0;
            while (since < millis) {
                long next = Math.min(millis, Math.max(since + LEAST_MILLIS, headless.nextChangeMillis()));
                film.frame(ground.under(headless.picture()), (int) (next - since));
                headless.advanceTo(next);
                since = next;
            }
        }
    }

    private Stage stage() {
        return Stage.of(config.petWidth(), scale);
    }

    private HeadlessPet open() {
        return new HeadlessPet(config, stage(), pet, bench.fonts(), timeline);
    }

    private static void check(long millis) throws ProblemException {
        if (millis < 0 || millis > LONGEST_MILLIS) {
            throw new ProblemException(
                    Problem.error("time", millis + " ms is no moment of a film", "stay between 0 and an hour"));
        }
    }

    private static void checkLength(long millis) throws ProblemException {
        if (millis < 1 || millis > LONGEST_MILLIS) {
            throw new ProblemException(
                    Problem.error("time", millis + " ms is no length of a film", "give --seconds from 0.001 to 3600"));
        }
    }

    private static Path file(Path out, long moment, int moments) throws IOException {
        if (moments == 1) {
            return out;
        }
        Files.createDirectories(out);
        return out.resolve(String.format("%06d.png", moment));
    }
}
