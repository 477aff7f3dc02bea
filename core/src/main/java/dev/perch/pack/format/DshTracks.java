package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Play;
import dev.perch.api.CompatiblePetPackage.Sequence;
import dev.perch.api.CompatiblePetPackageAdapter.Refused;
import dev.perch.model.PetAnimationState;
import dev.perch.pack.CodexRows;
import dev.perch.pack.SafePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code cell}, {@code columns}, {@code frames}, {@code tracks} and {@code sequences} of DSH desktop pets: how many cells
 * of each row are used, how long each is shown, and which states a phase goes through.
 */
final class DshTracks {
    private static final int MOST_MILLIS = 60_000;
    private static final int MOST_SEQUENCE = 64;

    /** What DSH calls what a session does. */
    private static final Map<String, String> PHASES = Map.of(
            "busy", "running", "done", "review", "error", "failed", "attention", "waiting", "thinking", "thinking");

    private DshTracks() {}

    static boolean isIn(Map<String, @Nullable Object> json) {
        boolean sequences = json.get("sequences") instanceof Map<?, ?> map
                && map.values().stream().anyMatch(List.class::isInstance);
        return json.containsKey("cell")
                || json.get("tracks") instanceof Map
                || json.get("frames") instanceof List
                || json.containsKey("renderer")
                || json.get("remarks") instanceof Map
                || sequences;
    }

    static void read(CodexSheet sheet, PetDraft draft) throws Refused {
        Fields fields = sheet.fields();
        String renderer = fields.text("renderer");
        if (renderer != null && !renderer.equals("sprite") && !renderer.equals("spritesheet")) {
            throw new Refused(
                    fields.where("renderer"),
                    "is " + SafePath.quote(renderer) + ", and Perch shows sheets of pictures only",
                    "give the pet's sheet version");
        }
        List<Integer> counts = fields.raw("frames") instanceof List
                ? fields.wholes("frames", 1, sheet.grid().columns())
                : null;
        if (counts != null) {
            rows(counts, sheet, draft);
        }
        Fields tracks = fields.object("tracks");
        if (tracks != null) {
            tracks.objects().forEach((name, track) -> track(name, track, tracks, draft));
        }
        Fields sequences = fields.raw("sequences") instanceof Map ? fields.object("sequences") : null;
        if (sequences != null) {
            sequences.names().stream()
                    .filter(name -> sequences.raw(name) instanceof List)
                    .forEach(name -> phase(name, sequences, draft));
        }
        if (fields.has("remarks")) {
            fields.warn(
                    "remarks", "are lines for the pet to say, which Perch leaves to your agents", "nothing is lost");
        }
    }

    private static void rows(List<Integer> counts, CodexSheet sheet, PetDraft draft) {
        int rows = Math.min(
                counts.size(), Math.min(CodexRows.ALL.size(), sheet.grid().rows()));
        for (int row = 0; row < rows; row++) {
            CodexRows codex = CodexRows.ALL.get(row);
            List<Integer> millis = new ArrayList<>();
            for (int i = 0; i < counts.get(row); i++) {
                boolean last = i == counts.get(row) - 1;
                int at = last
                        ? codex.millis().size() - 1
                        : Math.min(i, codex.millis().size() - 2);
                millis.add(codex.millis().get(at));
            }
            draft.clips.put(codex.name(), sheet.grid().row(row, millis));
        }
    }

    private static void track(String name, Fields track, Fields tracks, PetDraft draft) {
        PetAnimationState state = StateWords.of(name);
        List<Frame> frames = state == null ? null : draft.clips.get(state.id());
        if (state == null || frames == null) {
            tracks.ignored(name, "is no row of the sheet");
            return;
        }
        List<Integer> durations = track.wholes("durations", 1, MOST_MILLIS);
        if (durations != null) {
            List<Frame> timed = new ArrayList<>();
            for (int i = 0; i < frames.size(); i++) {
                Frame frame = frames.get(i);
                int millis = durations.get(Math.min(i, durations.size() - 1));
                timed.add(new Frame(frame.image(), frame.crop(), 0, 0, false, millis));
            }
            draft.clips.put(state.id(), timed);
        }
        PetAnimationState fallback = track.state("fallback");
        if (!track.has("loop")) {
            return;
        }
        if (track.truth("loop", true)) {
            draft.sequences.put(state, Sequence.loop(state.id()));
        } else {
            boolean there = fallback != null && draft.clips.containsKey(fallback.id());
            Play after = PetDraft.after(there ? fallback : null);
            draft.sequences.put(state, new Sequence(List.of(new Play(state.id(), 1, 1), after), 1));
        }
    }

    private static void phase(String name, Fields sequences, PetDraft draft) {
        PetAnimationState state = StateWords.of(PHASES.getOrDefault(name, name));
        List<Play> plays = new ArrayList<>();
        for (PetAnimationState step : sequences.states(name)) {
            if (draft.clips.containsKey(step.id())) {
                plays.add(new Play(step.id(), 1, 1));
            } else {
                sequences.ignored(name, "names " + step + ", which is no row of the sheet");
            }
        }
        if (state == null || plays.isEmpty() || plays.size() > MOST_SEQUENCE) {
            sequences.ignored(name, "is no sequence of states");
        } else {
            draft.sequences.put(state, new Sequence(plays, 0));
        }
    }
}
