package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Play;
import dev.perch.api.CompatiblePetPackage.Sequence;
import dev.perch.api.CompatiblePetPackageAdapter.Refused;
import dev.perch.model.PetAnimationState;
import dev.perch.pack.SafePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The animations of an eSheep, put to the states that they are nearest to by name. What makes it walk over windows (spawns,
 * borders, gravity) has no counterpart: Perch's pets stay where the user put them.
 */
final class ESheepPet {
    private static final int MOST_FRAMES = 256;
    private static final int MOST_ANIMATIONS = 512;
    private static final int MOST_REPEATS = 100;
    private static final int MOST_CHAIN = 8;
    private static final int LONGEST = 60_000;

    /** For each state what an animation for it is called, the nearest first. */
    private static final Map<String, List<String>> NEAREST = nearest();

    private final String file;
    private final Xml root;
    private final ESheepSheet sheet;
    private final PetDraft draft;
    private final Map<String, Xml> byId = new LinkedHashMap<>();
    private final Map<String, Double> names = new HashMap<>();
    private final Set<String> refused = new TreeSet<>();
    private boolean fades;
    private int highest;

    ESheepPet(String file, Xml root, ESheepSheet sheet, PetDraft draft) {
        this.file = file;
        this.root = root;
        this.sheet = sheet;
        this.draft = draft;
        names.putAll(Map.of("screenW", 1920.0, "screenH", 1080.0, "areaW", 1920.0, "areaH", 1040.0));
        names.putAll(Map.of("imageW", (double) sheet.width(), "imageH", (double) sheet.height()));
        names.putAll(Map.of("imageX", 0.0, "imageY", 0.0, "random", 50.0, "randS", 50.0, "scale", 1.0));
    }

    private static Map<String, List<String>> nearest() {
        Map<String, List<String>> nearest = new LinkedHashMap<>();
        nearest.put("idle", List.of("stand", "idle", "stay", "rest", "sit", "wait", "blink"));
        nearest.put("running-left", List.of("walk", "run"));
        nearest.put("running", List.of("run", "eat", "walk"));
        nearest.put("waving", List.of("wave", "look", "boing", "blink"));
        nearest.put("jumping", List.of("jump", "boing", "bounce"));
        nearest.put("failed", List.of("fall", "die", "kill"));
        nearest.put("waiting", List.of("look", "sit", "yawn", "blink"));
        nearest.put("review", List.of("eat", "flower", "look", "wave"));
        nearest.put("sleeping", List.of("sleep", "yawn"));
        nearest.put("dragged", List.of("drag"));
        nearest.put("falling", List.of("fall"));
        return nearest;
    }

    void read() throws Refused {
        Xml list = root.first("animations");
        List<Xml> animations = list == null ? List.of() : list.all("animation");
        if (animations.isEmpty() || animations.size() > MOST_ANIMATIONS) {
            throw new Refused(file, "has no animations, or more than " + MOST_ANIMATIONS, "give a whole eSheep");
        }
        animations.forEach(animation -> byId.put(animation.attribute("id"), animation));
        header();
        NEAREST.forEach((state, words) -> {
            Xml found = find(words);
            if (found != null) {
                clip(state, found);
            }
        });
        if (!draft.clips.containsKey(PetAnimationState.IDLE.id())) {
            stand(animations);
        }
        List<Frame> left = draft.clips.get("running-left");
        if (left != null) {
            draft.clips.put(
                    "running-right", left.stream().map(ESheepPet::mirrored).toList());
        }
        idle();
        drag();
        settle();
        warnings();
    }

    private void header() {
        Xml header = root.first("header");
        if (header != null) {
            String name = header.textOf("petname");
            String title = header.textOf("title");
            draft.displayName = name.isEmpty() ? title.isEmpty() ? null : title : name;
            draft.description =
                    header.textOf("info").replaceAll("\\[[^\\]]*\\]|\\s+", " ").strip();
        }
    }

    private @Nullable Xml find(List<String> words) {
        for (String word : words) {
            for (Xml animation : byId.values()) {
                if (name(animation).equals(word)) {
                    return animation;
                }
            }
            for (Xml animation : byId.values()) {
                if (name(animation).startsWith(word)) {
                    return animation;
                }
            }
        }
        return null;
    }

    private static String name(Xml animation) {
        return animation.textOf("name").toLowerCase(Locale.ROOT);
    }

    /** The frames of an animation with its repeats, and a time each that goes from the start's to the end's. */
    private void clip(String clip, Xml animation) {
        Xml sequence = animation.first("sequence");
        List<Integer> tiles = sequence == null ? List.of() : tiles(sequence);
        if (sequence == null || tiles.isEmpty()) {
            return;
        }
        List<Integer> shown = new ArrayList<>(tiles);
        int from = Math.min(tiles.size() - 1, (int) number(sequence.attribute("repeatfrom"), 0, 0, MOST_FRAMES));
        int repeats = (int) number(sequence.attribute("repeat"), 0, 0, MOST_REPEATS);
        for (int i = 0; i < repeats && shown.size() < MOST_FRAMES; i++) {
            shown.addAll(tiles.subList(from, tiles.size()));
        }
        int count = Math.min(MOST_FRAMES, shown.size());
        Xml start = animation.first("start");
        Xml end = animation.first("end");
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double done = count == 1 ? 0 : i / (count - 1.0);
            int millis = (int) between(start, end, "interval", done, 200, 1, LONGEST);
            int down = (int) between(start, end, "offsety", done, 0, -sheet.height(), sheet.height());
            fades |= between(start, end, "opacity", done, 1, 0, 1) < 1;
            highest = Math.min(highest, down);
            frames.add(new Frame(sheet.image(), sheet.tile(shown.get(i)), 0, down, false, millis));
        }
        draft.clips.put(clip, frames);
    }

    private List<Integer> tiles(Xml sequence) {
        List<Integer> tiles = new ArrayList<>();
        for (Xml frame : sequence.all("frame")) {
            int tile = frame.text().matches("[0-9]{1,5}") ? Integer.parseInt(frame.text()) : -1;
            if (!sheet.has(tile)) {
                refused.add("frame " + SafePath.visible(frame.text()));
            } else if (tiles.size() < MOST_FRAMES) {
                tiles.add(tile);
            }
        }
        return tiles;
    }

    private double between(
            @Nullable Xml start,
            @Nullable Xml end,
            String what,
            double done,
            double otherwise,
            double least,
            double most) {
        double first = start == null ? otherwise : number(start.textOf(what), otherwise, least, most);
        double last = end == null ? first : number(end.textOf(what), first, least, most);
        return first + (last - first) * done;
    }

    private double number(String text, double otherwise, double least, double most) {
        if (text.isEmpty()) {
            return otherwise;
        }
        OptionalDouble value = Arithmetic.valueOf(text, names);
        if (value.isEmpty()) {
            refused.add("expression " + SafePath.visible(text));
            return otherwise;
        }
        return Math.max(least, Math.min(most, value.getAsDouble()));
    }

    /** A sheep that never stands still does so on the first picture that it has. */
    private void stand(List<Xml> animations) throws Refused {
        for (Xml animation : animations) {
            Xml sequence = animation.first("sequence");
            List<Integer> tiles = sequence == null ? List.of() : tiles(sequence);
            if (!tiles.isEmpty()) {
                Frame still = new Frame(sheet.image(), sheet.tile(tiles.get(0)), 0, 0, false, 1000);
                draft.clips.put(PetAnimationState.IDLE.id(), List.of(still));
                return;
            }
        }
        throw new Refused(file, "has no animation with a frame that its sheet has", "give a whole eSheep");
    }

    /** What follows idle by its most probable next ones, as long as it stays on its place. */
    private void idle() {
        Xml animation = find(NEAREST.getOrDefault("idle", List.of()));
        Set<String> seen = new LinkedHashSet<>();
        List<Play> plays = new ArrayList<>(List.of(new Play(PetAnimationState.IDLE.id(), 1, 1)));
        while (animation != null && plays.size() < MOST_CHAIN && seen.add(animation.attribute("id"))) {
            animation = next(animation);
            if (animation != null && stays(animation) && !seen.contains(animation.attribute("id"))) {
                String clip = "then-" + plays.size();
                clip(clip, animation);
                if (draft.clips.containsKey(clip)) {
                    plays.add(new Play(clip, 1, 1));
                }
            } else {
                animation = null;
            }
        }
        draft.sequences.put(PetAnimationState.IDLE, new Sequence(plays, 0));
    }

    private @Nullable Xml next(Xml animation) {
        Xml sequence = animation.first("sequence");
        Xml likeliest = null;
        double most = 0;
        for (Xml next : sequence == null ? List.<Xml>of() : sequence.all("next")) {
            boolean anywhere =
                    next.attribute("only").isEmpty() || next.attribute("only").equals("none");
            double probability = number(next.attribute("probability"), 0, 0, 1000);
            if (anywhere && probability > most) {
                most = probability;
                likeliest = byId.get(next.text());
            }
        }
        return likeliest;
    }

    private boolean stays(Xml animation) {
        Xml start = animation.first("start");
        Xml end = animation.first("end");
        return between(start, end, "x", 0, 0, -1000, 1000) == 0
                && between(start, end, "x", 1, 0, -1000, 1000) == 0
                && between(start, end, "y", 0, 0, -1000, 1000) == 0
                && between(start, end, "y", 1, 0, -1000, 1000) == 0;
    }

    private void drag() {
        if (draft.clips.containsKey("dragged")) {
            for (String way : List.of("drag-left", "drag-right", "drag-up", "drag-down")) {
                draft.events.put(way, new PetAnimationState("dragged"));
            }
        }
        if (draft.clips.containsKey("falling")) {
            draft.events.put("drop", new PetAnimationState("falling"));
        }
    }

    private static Frame mirrored(Frame frame) {
        return new Frame(frame.image(), frame.crop(), frame.left(), frame.top(), true, frame.millis());
    }

    /** Frames that go up need room above the others. */
    private void settle() {
        draft.cellWidth = sheet.width();
        draft.cellHeight = sheet.height() - highest;
        draft.clips.replaceAll((name, frames) -> frames.stream()
                .map(frame -> new Frame(
                        frame.image(), frame.crop(), 0, frame.top() - highest, frame.mirrored(), frame.millis()))
                .toList());
    }

    private void warnings() {
        if (!refused.isEmpty()) {
            draft.warn(
                    file,
                    "has what is no arithmetic and no tile, and is left out: "
                            + String.join(", ", refused.stream().limit(4).toList())
                            + (refused.size() > 4 ? " and " + (refused.size() - 4) + " more" : ""),
                    "use numbers, screenW and its like, and + - * / %");
        }
        if (fades) {
            draft.warn(file, "fades in places, which is not shown", "nothing is lost but the fading");
        }
        Xml childs = root.first("childs");
        Xml sounds = root.first("sounds");
        if (childs != null && !childs.children().isEmpty()) {
            draft.warn(file, "brings other things along (childs), which are not shown", "nothing else is lost");
        }
        if (sounds != null && !sounds.children().isEmpty()) {
            draft.warn(file, "has sounds, which are not played", "nothing else is lost");
        }
    }
}
