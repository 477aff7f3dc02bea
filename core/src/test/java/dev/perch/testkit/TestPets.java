package dev.perch.testkit;

import dev.perch.model.AlphaMask;
import dev.perch.model.Clip;
import dev.perch.model.PetId;
import dev.perch.model.PetPackage;
import dev.perch.model.Sprite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pets with every clip and time of the Codex contract, and no pixels. */
public final class TestPets {
    /** Frame times of each row, from the contract; written down here apart from the program's own table. */
    public static final Map<String, int[]> TIMES = times();

    private static final AlphaMask FULL = new AlphaMask(1, 1, new long[] {1});

    private TestPets() {}

    /** A pet of nine rows. */
    public static PetPackage v1() {
        return pet(rows());
    }

    /** A pet of nine rows that looks in 16 directions. */
    public static PetPackage v2() {
        Map<String, Clip> clips = rows();
        int[] held = new int[16];
        clips.put(Clip.LOOK, clip(Clip.LOOK, held));
        return pet(clips);
    }

    /** A pet with these clips alone. */
    public static PetPackage only(String... names) {
        Map<String, Clip> clips = rows();
        clips.keySet().retainAll(List.of(names));
        return pet(clips);
    }

    private static PetPackage pet(Map<String, Clip> clips) {
        return new PetPackage(
                new PetId("test"),
                "Test",
                "",
                "00",
                PetPackage.CELL_WIDTH,
                PetPackage.CELL_HEIGHT,
                0,
                clips,
                List.of(),
                List.of());
    }

    private static Map<String, Clip> rows() {
        Map<String, Clip> clips = new LinkedHashMap<>();
        TIMES.forEach((name, times) -> clips.put(name, clip(name, times)));
        return clips;
    }

    private static Clip clip(String name, int[] times) {
        List<Clip.Frame> frames = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            frames.add(new Clip.Frame(new Sprite(0, i, 0, 1, 1, 0, 0, FULL), times[i]));
        }
        return new Clip(name, frames);
    }

    private static Map<String, int[]> times() {
        Map<String, int[]> times = new LinkedHashMap<>();
        times.put("idle", new int[] {280, 110, 110, 140, 140, 320});
        times.put("running-right", row(8, 120, 220));
        times.put("running-left", row(8, 120, 220));
        times.put("waving", row(4, 140, 280));
        times.put("jumping", row(5, 140, 280));
        times.put("failed", row(8, 140, 240));
        times.put("waiting", row(6, 150, 260));
        times.put("running", row(6, 120, 220));
        times.put("review", row(6, 150, 280));
        return times;
    }

    private static int[] row(int frames, int each, int last) {
        int[] times = new int[frames];
        Arrays.fill(times, each);
        times[frames - 1] = last;
        return times;
    }
}
