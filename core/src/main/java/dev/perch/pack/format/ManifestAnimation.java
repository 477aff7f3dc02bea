package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Play;
import dev.perch.api.CompatiblePetPackage.Sequence;
import dev.perch.model.PetAnimationState;
import dev.perch.pack.CodexRows;
import dev.perch.pack.Geometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code animation} (or {@code sequences}) of the proposal openai/codex 20863: rows of the sheet with times of their own,
 * chains of states, and what gestures act out.
 */
final class ManifestAnimation {
    private static final List<String> SECTIONS =
            List.of("states", "chains", "events", "autoDetectFrames", "idleSlowdown", "chainMode", "chainPlayback");
    private static final int MOST_MILLIS = 60_000;
    private static final int MOST_CHAIN = 64;
    private static final int PASSES = 3;

    private final Fields said;
    private final CodexSheet sheet;
    private final PetDraft draft;
    private final int slowdown;
    private final @Nullable String mode;

    private enum Mode {
        IDLE_FALLBACK,
        LOOP,
        ONCE
    }

    private ManifestAnimation(Fields said, CodexSheet sheet, PetDraft draft) {
        this.said = said;
        this.sheet = sheet;
        this.draft = draft;
        slowdown = said.whole(PetDraft.IDLE_SLOWDOWN, 1, 60, "idleSlowdown");
        String chosen = said.text("chainMode", "chainPlayback");
        mode = chosen == null && said.truth("loopActiveChains", false) ? "loop" : chosen;
    }

    static boolean isIn(Map<String, @Nullable Object> json) {
        return section(json.get("animation")) || section(json.get("sequences"));
    }

    private static boolean section(@Nullable Object value) {
        return value instanceof Map<?, ?> map && SECTIONS.stream().anyMatch(map::containsKey);
    }

    static void read(CodexSheet sheet, PetDraft draft) {
        for (String name : List.of("animation", "sequences")) {
            if (section(sheet.fields().raw(name))) {
                Fields said = sheet.fields().object(name);
                if (said != null) {
                    new ManifestAnimation(said, sheet, draft).read();
                }
                return;
            }
        }
    }

    private void read() {
        Fields states = said.object("states");
        if (states != null) {
            states.objects().forEach((name, state) -> state(name, state, states));
        }
        if (said.has("idleSlowdown")) {
            draft.sequences.put(PetAnimationState.IDLE, new Sequence(List.of(idle()), 0));
        }
        Fields chains = said.object("chains");
        if (chains != null) {
            chains.names().forEach(name -> chain(name, chains));
        }
        Fields events = said.object("events");
        if (events != null) {
            events.names().forEach(name -> draft.event(gesture(name), events.state(name), events.where(name)));
        }
    }

    private static String gesture(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private void state(String name, Fields fields, Fields states) {
        PetAnimationState state = StateWords.of(name);
        int known = state == null ? -1 : PetAnimationState.ROWS.indexOf(state);
        int row = fields.whole(known, 0, sheet.grid().rows() - 1, "row", "rowIndex");
        if (state == null || row < 0) {
            states.ignored(name, state == null ? "is no name of a state" : "has no row");
            return;
        }
        int columns = Math.min(Geometry.COLUMNS, sheet.grid().columns());
        boolean counted = fields.has("frames") || fields.has("frameCount");
        boolean detect = !counted && said.truth("autoDetectFrames", true);
        List<Integer> contract = known >= 0 ? CodexRows.ALL.get(known).millis() : List.of();
        int count = counted
                ? fields.whole(columns, 1, columns, "frames", "frameCount")
                : detect || contract.isEmpty() ? columns : contract.size();
        List<Frame> frames = new ArrayList<>();
        int slower = (int) Math.round(fields.number(1, 60, "slowdown"));
        for (int column = 0; column < count; column++) {
            frames.add(sheet.grid().cell(row, column, millis(fields, contract, column, count) * Math.max(1, slower)));
        }
        draft.clips.put(state.id(), frames);
        if (detect) {
            draft.toInk.add(state.id());
        }
        if (fields.has("chainMode") || fields.has("chainPlayback") || mode != null) {
            put(state, List.of(new Play(state.id(), 1, 1)), mode(fields));
        }
    }

    private static int millis(Fields fields, List<Integer> contract, int column, int count) {
        boolean last = column == count - 1;
        int authored = contract.isEmpty()
                ? 140
                : last ? contract.get(contract.size() - 1) : contract.get(Math.min(column, contract.size() - 1));
        int millis = fields.whole(authored, 1, MOST_MILLIS, "durationMs", "frameDurationMs");
        return last ? fields.whole(millis, 1, MOST_MILLIS, "lastFrameDurationMs") : millis;
    }

    private void chain(String name, Fields chains) {
        PetAnimationState state = StateWords.of(name);
        Fields object = chains.raw(name) instanceof Map ? chains.object(name) : null;
        List<PetAnimationState> words = object == null ? chains.states(name) : object.states("sequence");
        List<Play> plays = new ArrayList<>();
        for (PetAnimationState word : words) {
            if (!draft.clips.containsKey(word.id())) {
                chains.ignored(name, "names " + word + ", which the pet has no pictures for");
                return;
            }
            plays.add(word.equals(PetAnimationState.IDLE) ? idle() : new Play(word.id(), 1, 1));
        }
        if (state == null || plays.isEmpty() || plays.size() > MOST_CHAIN) {
            chains.ignored(name, "is no chain of states");
            return;
        }
        put(state, plays, object != null && object.has("mode") ? mode(object) : mode(chains));
    }

    private void put(PetAnimationState state, List<Play> plays, Mode how) {
        boolean idle = state.equals(PetAnimationState.IDLE);
        List<Play> all = new ArrayList<>(plays);
        switch (idle && how == Mode.IDLE_FALLBACK ? Mode.LOOP : how) {
            case LOOP -> draft.sequences.put(state, new Sequence(all, 0));
            case ONCE -> draft.sequences.put(state, new Sequence(all, Sequence.HOLD));
            case IDLE_FALLBACK -> {
                if (all.size() == 1 && all.get(0).clip().equals(state.id())) {
                    all.set(0, new Play(state.id(), PASSES, 1));
                }
                int settled = all.size();
                Sequence after = draft.sequences.get(PetAnimationState.IDLE);
                all.addAll(after == null || after.loopFrom() != 0 ? List.of(idle()) : after.plays());
                draft.sequences.put(state, new Sequence(all, settled));
            }
        }
    }

    private Mode mode(Fields fields) {
        String own = fields.text("mode", "chainMode", "chainPlayback");
        String chosen = own == null ? mode : own;
        if (chosen == null) {
            return Mode.IDLE_FALLBACK;
        }
        return switch (chosen.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "")) {
            case "loop" -> Mode.LOOP;
            case "once" -> Mode.ONCE;
            case "idlefallback" -> Mode.IDLE_FALLBACK;
            default -> {
                fields.ignored("mode", "is none of idleFallback, loop and once");
                yield Mode.IDLE_FALLBACK;
            }
        };
    }

    private Play idle() {
        return new Play(PetAnimationState.IDLE.id(), 1, slowdown);
    }
}
