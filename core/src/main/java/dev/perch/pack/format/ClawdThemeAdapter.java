package dev.perch.pack.format;

import dev.perch.api.CompatiblePetFormatId;
import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackage.Crop;
import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.api.CompatiblePetPackage.Play;
import dev.perch.api.CompatiblePetPackage.Sequence;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.model.PetAnimationState;
import dev.perch.pack.SafePath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code theme.json} of Clawd-on-desk, where its pictures are GIFs, PNG or WebP: an animation or a still picture a state.
 * Drawings (SVG) are left out by name; without a picture for idle the theme is refused.
 */
final class ClawdThemeAdapter implements CompatiblePetPackageAdapter {
    private static final String FILE = "theme.json";
    private static final int LONGEST = 60_000;

    /** What Clawd calls what Codex has a row for; what is not here keeps its name. */
    private static final Map<String, String> STATES = Map.of(
            "working", "running",
            "error", "failed",
            "attention", "waiting",
            "notification", "review",
            "waking", "waving",
            "juggling", "jumping");

    private static final Map<String, String> REACTIONS = Map.of(
            "drag", "drag",
            "clickLeft", "click",
            "clickRight", "click-right",
            "double", "double-click",
            "annoyed", "annoyed");

    @Override
    public String id() {
        return "clawd-theme";
    }

    @Override
    public String displayName() {
        return "Clawd theme";
    }

    @Override
    public CompatiblePetFormatId formatId() {
        return new CompatiblePetFormatId(id());
    }

    @Override
    public List<String> manifestNames() {
        return List.of(FILE);
    }

    @Override
    public boolean detect(Map<String, @Nullable Object> manifest) {
        return manifest.get("states") instanceof Map && manifest.containsKey("schemaVersion");
    }

    @Override
    public CompatiblePetPackage load(Input input) throws IOException {
        PetDraft draft = new PetDraft();
        Fields theme = new Fields(FILE, input.manifest(), draft.warnings);
        if (theme.whole(0, 0, 1000, "schemaVersion") != 1) {
            throw new Refused(FILE + " schemaVersion", "is not 1, the one that Perch reads", "export it as version 1");
        }
        return new Reading(input, theme, draft).read().build(formatId());
    }

    private static final class Reading {
        private final Input input;
        private final Fields theme;
        private final PetDraft draft;
        private final Map<String, List<Still>> stills = new LinkedHashMap<>();

        /** A picture, or one of those of a GIF, and for how long it is shown. */
        private record Still(Image image, Crop crop, int millis) {}

        Reading(Input input, Fields theme, PetDraft draft) {
            this.input = input;
            this.theme = theme;
            this.draft = draft;
        }

        PetDraft read() throws IOException {
            draft.id = theme.text("id", "name");
            draft.displayName = theme.text("displayName", "name");
            String description = theme.text("description");
            draft.description = description == null ? "" : description;
            Fields states = theme.object("states");
            if (states != null) {
                for (String name : states.names()) {
                    PetAnimationState state = StateWords.of(STATES.getOrDefault(name, name));
                    take(states, name, state == null ? null : state.id(), 1000);
                }
            }
            tiers();
            reactions();
            idleAnimations();
            if (!stills.containsKey(PetAnimationState.IDLE.id())) {
                throw new Refused(
                        FILE + " states",
                        "have no PNG, WebP or GIF picture for idle, and Perch shows no SVG",
                        "export the theme's pictures as PNG");
            }
            place();
            bind();
            if (theme.has("miniMode")) {
                theme.warn("miniMode", "has no counterpart in Perch", "nothing is lost");
            }
            return draft;
        }

        /** Of the tiers for more and more sessions Perch shows the first. */
        private void tiers() throws IOException {
            if (theme.raw("workingTiers") instanceof List<?> tiers && !tiers.isEmpty()) {
                if (tiers.get(0) instanceof Map<?, ?> tier) {
                    Fields first = new Fields(theme.where("workingTiers"), tier, draft.warnings);
                    take(first, "file", PetAnimationState.RUNNING.id(), 1000);
                }
                theme.warn(
                        "workingTiers",
                        "are told apart by sessions, of which Perch shows the first tier",
                        "nothing is lost");
            }
        }

        private void reactions() throws IOException {
            Fields reactions = theme.object("reactions");
            if (reactions != null) {
                for (Map.Entry<String, Fields> reaction : reactions.objects().entrySet()) {
                    String gesture = REACTIONS.get(reaction.getKey());
                    if (gesture == null) {
                        reactions.ignored(reaction.getKey(), "is no reaction that Perch knows");
                    } else {
                        int millis = reaction.getValue().whole(1000, 1, LONGEST, "duration");
                        take(
                                reaction.getValue(),
                                reaction.getValue().has("files") ? "files" : "file",
                                "on-" + gesture,
                                millis);
                    }
                }
            }
        }

        private void idleAnimations() throws IOException {
            if (theme.raw("idleAnimations") instanceof List<?> list) {
                int number = 0;
                for (Object element : list) {
                    if (element instanceof Map<?, ?> map && number < 32) {
                        Fields fields = new Fields(theme.where("idleAnimations"), map, draft.warnings);
                        take(fields, "file", "idle-" + ++number, fields.whole(3000, 1, LONGEST, "duration"));
                    }
                }
            }
        }

        private void take(Fields from, String name, @Nullable String clip, int millis) throws IOException {
            Object said = from.raw(name) instanceof Map<?, ?> map ? map.get("file") : from.raw(name);
            List<?> files = said instanceof List<?> several ? several : said == null ? List.of() : List.of(said);
            List<Still> taken = new ArrayList<>();
            for (Object file : files) {
                String path = file instanceof String text ? inPackage(from.where(name), text) : null;
                if (path == null) {
                    from.ignored(name, "names no PNG, WebP or GIF picture of the theme");
                } else {
                    taken.addAll(stills(path, millis));
                }
            }
            if (clip != null && !taken.isEmpty()) {
                stills.put(clip, taken);
            }
        }

        /** A GIF has times of its own, a still picture is shown for that long. */
        private List<Still> stills(String path, int millis) throws IOException {
            if (!ending(path).equals("gif")) {
                Image image = new Image.InFile(path);
                Size size = input.sizes().of(image);
                return List.of(new Still(image, new Crop(0, 0, size.width(), size.height()), millis));
            }
            Image.Gif gif = new Image.Gif(path);
            return input.sizes().pictures(gif).stream()
                    .map(shot -> new Still(gif, shot.crop(), shot.millis() == 0 ? millis : shot.millis()))
                    .toList();
        }

        private static String ending(String path) {
            return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }

        private @Nullable String inPackage(String where, String text) throws Refused {
            String path = SafePath.named(where, text).toString();
            if (!List.of("png", "apng", "webp", "gif").contains(ending(path))) {
                return null;
            }
            for (String candidate : List.of("assets/" + path, path)) {
                if (Files.isRegularFile(input.petDir().resolve(candidate))) {
                    return candidate;
                }
            }
            return null;
        }

        /** Pictures of different sizes stand on one floor, in the middle. */
        private void place() {
            stills.values()
                    .forEach(list -> list.forEach(still -> {
                        draft.cellWidth = Math.max(draft.cellWidth, still.crop.width());
                        draft.cellHeight = Math.max(draft.cellHeight, still.crop.height());
                    }));
            stills.forEach((clip, list) -> draft.clips.put(
                    clip,
                    list.stream()
                            .map(still -> new Frame(
                                    still.image,
                                    still.crop,
                                    (draft.cellWidth - still.crop.width()) / 2,
                                    draft.cellHeight - still.crop.height(),
                                    false,
                                    still.millis))
                            .toList()));
        }

        private void bind() {
            List.of("drag-left", "drag-right", "drag-up", "drag-down").forEach(way -> event(way, "on-drag"));
            event("click", "on-click");
            event("double-click", "on-double-click");
            List<Play> plays = new ArrayList<>();
            for (int i = 1; draft.clips.containsKey("idle-" + i); i++) {
                plays.add(new Play(PetAnimationState.IDLE.id(), 10, 1));
                plays.add(new Play("idle-" + i, 1, 1));
            }
            if (!plays.isEmpty()) {
                draft.sequences.put(PetAnimationState.IDLE, new Sequence(plays, 0));
            }
        }

        private void event(String gesture, String clip) {
            if (draft.clips.containsKey(clip)) {
                draft.events.put(gesture, new PetAnimationState(clip));
            }
        }
    }
}
