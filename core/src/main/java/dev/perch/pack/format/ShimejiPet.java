package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.api.CompatiblePetPackage.Play;
import dev.perch.api.CompatiblePetPackage.Sequence;
import dev.perch.api.CompatiblePetPackageAdapter.Refused;
import dev.perch.api.CompatiblePetPackageAdapter.Size;
import dev.perch.model.PetAnimationState;
import dev.perch.pack.SafePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The actions of a Shimeji, put to the states that they are nearest to by name. */
final class ShimejiPet {
    /** Of Shimeji-ee's program. */
    private static final int TICK_MILLIS = 40;

    private static final int MOST_TICKS = 1500;
    private static final int MOST_POSES = 256;
    private static final int MOST_DEPTH = 6;
    private static final int MOST_FIDGETS = 6;
    private static final int MOST_SIDE = 1024;
    private static final List<String> REQUIRED = List.of("ChaseMouse", "Fall", "Dragged", "Thrown");

    /** For each state which actions it is told by, the nearest first. */
    private static final Map<String, List<String>> NEAREST = nearest();

    private final String where;
    private final Xml root;
    private final @Nullable Xml behaviors;
    private final ShimejiPictures pictures;
    private final PetDraft draft;
    private final Map<String, Xml> actions = new LinkedHashMap<>();
    private final Set<String> scripts = new TreeSet<>();
    private final Set<String> classes = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();

    private record Pose(Frame frame, int width, int height) {}

    ShimejiPet(String where, Xml root, @Nullable Xml behaviors, ShimejiPictures pictures, PetDraft draft) {
        this.where = where;
        this.root = root;
        this.behaviors = behaviors;
        this.pictures = pictures;
        this.draft = draft;
    }

    private static Map<String, List<String>> nearest() {
        Map<String, List<String>> nearest = new LinkedHashMap<>();
        nearest.put("idle", List.of("Stand", "StandUp", "Stay", "Sit"));
        nearest.put("running-left", List.of("Walk", "Run", "Dash", "Creep"));
        nearest.put("running", List.of("Run", "Dash", "Walk"));
        nearest.put("waving", List.of("Wave", "SitAndDangleLegs", "SitWithLegsUp", "Bouncing"));
        nearest.put("jumping", List.of("Jumping", "Jump", "Bouncing"));
        nearest.put("failed", List.of("Tripping", "Trip", "Falling", "Fall"));
        nearest.put("waiting", List.of("SitAndLookAtMouse", "SitAndFaceMouse", "SitAndLookUp", "Sit"));
        nearest.put("review", List.of("SitAndSpinHeadAction", "SitAndSpinHead", "SitAndLookUp", "Sit"));
        nearest.put("sleeping", List.of("Sprawl", "LieDown", "Sit"));
        nearest.put("dragged", List.of("Resisting", "Pinched", "Dragged"));
        nearest.put("falling", List.of("Falling", "Fall", "Bouncing"));
        return nearest;
    }

    void read() throws IOException {
        for (Xml list : root.below("ActionList")) {
            for (Xml action : list.all("Action")) {
                actions.putIfAbsent(action.attribute("Name"), action);
            }
        }
        Map<String, List<Pose>> clips = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> state : NEAREST.entrySet()) {
            for (String name : state.getValue()) {
                List<Pose> poses = actions.containsKey(name) ? poses(name, false) : List.of();
                if (!poses.isEmpty()) {
                    clips.put(state.getKey(), poses);
                    if (state.getKey().equals("running-left")) {
                        clips.put("running-right", poses(name, true));
                    }
                    break;
                }
            }
        }
        if (!clips.containsKey(PetAnimationState.IDLE.id())) {
            throw new Refused(
                    where,
                    "has no action Stand, StandUp, Stay or Sit with pictures that are there",
                    "check the folder of pictures; old Japanese names of actions are not read");
        }
        fidgets(clips);
        place(clips);
        events();
        warnings();
    }

    private List<Pose> poses(String action, boolean right) throws IOException {
        List<Pose> poses = new ArrayList<>();
        Xml found = actions.get(action);
        if (found != null) {
            collect(found, action, right, MOST_DEPTH, poses);
        }
        return poses;
    }

    /** A sequence shows its parts one after another, a select the first that asks for no script. */
    private void collect(Xml action, String name, boolean right, int depth, List<Pose> poses) throws IOException {
        if (depth == 0 || poses.size() >= MOST_POSES) {
            return;
        }
        if (action.attribute("Type").equals("Embedded")
                && !action.attribute("Class").isEmpty()) {
            classes.add(SafePath.visible(name));
        }
        animation(action, name, right, poses);
        boolean select = action.attribute("Type").equals("Select");
        for (Xml part : action.children()) {
            boolean reference = part.name().equals("ActionReference");
            if (!reference && !part.name().equals("Action")) {
                continue;
            }
            if (!holds(part, name) && select) {
                continue;
            }
            Xml named = reference ? actions.get(part.attribute("Name")) : part;
            if (named != null) {
                collect(named, reference ? part.attribute("Name") : name, right, depth - 1, poses);
            }
            if (select && !poses.isEmpty()) {
                return;
            }
        }
    }

    /** Of several animations the first that asks for no script, else the last. */
    private void animation(Xml action, String name, boolean right, List<Pose> poses) throws IOException {
        Xml chosen = null;
        boolean plain = false;
        for (Xml animation : action.all("Animation")) {
            boolean holds = holds(animation, name);
            if (!plain) {
                chosen = animation;
                plain = holds;
            }
        }
        if (chosen == null) {
            return;
        }
        for (Xml pose : chosen.all("Pose")) {
            Pose read = poses.size() < MOST_POSES ? pose(pose, name, right) : null;
            if (read != null) {
                poses.add(read);
            }
        }
    }

    /** Whether its condition is plainly true; a script is none, and is named. */
    private boolean holds(Xml element, String name) {
        String condition = element.attribute("Condition");
        if (condition.isEmpty() || condition.equals("true")) {
            return true;
        }
        if (!condition.equals("false")) {
            scripts.add(SafePath.visible(name));
        }
        return false;
    }

    private @Nullable Pose pose(Xml pose, String action, boolean right) throws IOException {
        String own = right ? pictures.file(pose.attribute("ImageRight")) : null;
        String file = own != null ? own : pictures.file(pose.attribute("Image"));
        if (file == null) {
            missing.add(SafePath.visible(pose.attribute("Image")));
            return null;
        }
        Size size = pictures.size(file);
        String duration = pose.attribute("Duration");
        int ticks = 1;
        if (duration.matches("[0-9]{1,9}")) {
            ticks = Math.max(1, Math.min(MOST_TICKS, Integer.parseInt(duration)));
        } else if (!duration.isEmpty()) {
            scripts.add(SafePath.visible(action));
        }
        int[] anchor = anchor(pose.attribute("ImageAnchor"), size);
        boolean mirrored = right && own == null;
        int x = right ? size.width() - anchor[0] : anchor[0];
        Frame frame = new Frame(new Image.InFile(file), null, -x, -anchor[1], mirrored, ticks * TICK_MILLIS);
        return new Pose(frame, size.width(), size.height());
    }

    private static int[] anchor(String text, Size size) {
        String[] parts = text.replace(" ", "").split(",", -1);
        boolean two = parts.length == 2 && parts[0].matches("-?[0-9]{1,4}") && parts[1].matches("-?[0-9]{1,4}");
        return two ? new int[] {bounded(parts[0]), bounded(parts[1])} : new int[] {size.width() / 2, size.height()};
    }

    private static int bounded(String number) {
        return Math.max(-MOST_SIDE, Math.min(MOST_SIDE, Integer.parseInt(number)));
    }

    /** What it does by itself on its place, the more often the greater its frequency. */
    private void fidgets(Map<String, List<Pose>> clips) throws IOException {
        if (behaviors == null) {
            return;
        }
        List<Xml> often = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Xml behavior : behaviors.below("Behavior")) {
            String name = behavior.attribute("Name");
            names.add(name);
            boolean plain = holds(behavior, name);
            if (plain && frequency(behavior) > 0 && stays(actions.get(name))) {
                often.add(behavior);
            }
        }
        for (String name : REQUIRED) {
            if (!names.contains(name)) {
                missing.add("behavior " + name);
            }
        }
        often.sort(Comparator.comparingInt(ShimejiPet::frequency).reversed());
        int most = often.isEmpty() ? 1 : frequency(often.get(0));
        List<Play> plays = new ArrayList<>();
        for (Xml behavior : often.subList(0, Math.min(MOST_FIDGETS, often.size()))) {
            List<Pose> poses = poses(behavior.attribute("Name"), false);
            if (!poses.isEmpty()) {
                String clip = "fidget-" + (plays.size() / 2 + 1);
                clips.put(clip, poses);
                plays.add(new Play(PetAnimationState.IDLE.id(), Math.min(8, 2 * most / frequency(behavior)), 1));
                plays.add(new Play(clip, 1, 1));
            }
        }
        Sequence idle = plays.isEmpty() ? Sequence.loop(PetAnimationState.IDLE.id()) : new Sequence(plays, 0);
        draft.sequences.put(PetAnimationState.IDLE, idle);
    }

    private static int frequency(Xml behavior) {
        String frequency = behavior.attribute("Frequency");
        return frequency.matches("[0-9]{1,6}") ? Integer.parseInt(frequency) : 0;
    }

    private static boolean stays(@Nullable Xml action) {
        return action != null
                && Set.of("Stay", "Animate").contains(action.attribute("Type"))
                && !Set.of("Wall", "Ceiling").contains(action.attribute("BorderType"))
                && !action.attribute("Name").equals("Stand");
    }

    /** All poses by their anchors in one box. */
    private void place(Map<String, List<Pose>> clips) throws Refused {
        int left = 0;
        int top = 0;
        int right = 1;
        int bottom = 1;
        for (List<Pose> poses : clips.values()) {
            for (Pose pose : poses) {
                left = Math.min(left, pose.frame.left());
                top = Math.min(top, pose.frame.top());
                right = Math.max(right, pose.frame.left() + pose.width);
                bottom = Math.max(bottom, pose.frame.top() + pose.height);
            }
        }
        if (right - left > MOST_SIDE || bottom - top > MOST_SIDE) {
            throw new Refused(where, "has pictures whose anchors lie too far apart", "correct ImageAnchor");
        }
        draft.cellWidth = right - left;
        draft.cellHeight = bottom - top;
        int dx = -left;
        int dy = -top;
        clips.forEach((name, poses) -> draft.clips.put(
                name,
                poses.stream()
                        .map(pose -> pose.frame)
                        .map(frame -> new Frame(
                                frame.image(),
                                null,
                                frame.left() + dx,
                                frame.top() + dy,
                                frame.mirrored(),
                                frame.millis()))
                        .toList()));
    }

    private void events() {
        if (draft.clips.containsKey("dragged")) {
            for (String way : List.of("drag-left", "drag-right", "drag-up", "drag-down")) {
                draft.events.put(way, new PetAnimationState("dragged"));
            }
        }
        if (draft.clips.containsKey("falling")) {
            draft.events.put("drop", new PetAnimationState("falling"));
        }
    }

    private void warnings() {
        named(scripts, "asks for scripts, which are never run", "in ");
        named(classes, "asks for classes of Shimeji-ee's program, of which only the pictures are used", "in ");
        named(missing, "names what is not there", "");
    }

    private void named(Set<String> names, String what, String in) {
        if (!names.isEmpty()) {
            List<String> first = names.stream().limit(5).toList();
            String rest = names.size() > first.size() ? " and " + (names.size() - first.size()) + " more" : "";
            draft.warn(where, what + " (" + in + String.join(", ", first) + rest + ")", "nothing else is lost");
        }
    }
}
