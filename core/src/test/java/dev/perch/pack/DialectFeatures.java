package dev.perch.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each format is known for, as it stands in a fixture of {@link Dialects}. */
final class DialectFeatures {
    /** By the name of the format in the table of formats. */
    static final Map<String, List<String>> ALL = all();

    private DialectFeatures() {}

    private static Map<String, List<String>> all() {
        Map<String, List<String>> features = new LinkedHashMap<>();
        features.put("Legacy avatar", List.of("avatar.json"));
        features.put(
                "Codex terminal",
                List.of(
                        "\"frame\"",
                        "\"columns\"",
                        "\"animations\"",
                        "\"fps\"",
                        "\"loop\":false",
                        "\"fallback\"",
                        "move_right"));
        features.put(
                "Manifest animations",
                List.of(
                        "autoDetectFrames",
                        "idleSlowdown",
                        "chainMode",
                        "loopActiveChains",
                        "\"row\"",
                        "rowIndex",
                        "frameCount",
                        "durationMs",
                        "frameDurationMs",
                        "lastFrameDurationMs",
                        "slowdown",
                        "chains",
                        "idleFallback",
                        "\"loop\"",
                        "\"once\"",
                        "hover",
                        "dragLeft",
                        "dragRight",
                        "dragUp",
                        "dragDown",
                        "thinking",
                        "running-command",
                        "searching-web"));
        features.put(
                "DSH",
                List.of("\"cell\"", "\"columns\"", "\"frames\":[", "tracks", "durations", "sequences", "remarks"));
        features.put(
                "Petpack",
                List.of(
                        "codex-petpack",
                        "formatVersion",
                        "clickState",
                        "doubleClickState",
                        "idleStates",
                        "wanderDirections",
                        "natural",
                        "nextWanderDelayMs",
                        "idleDurationMs",
                        "walkDurationMs",
                        "edgePauseMs",
                        "postDragState",
                        "postDragMs"));
        features.put("Petdex", List.of("\"source\":\"petdex\""));
        features.put("OpenPets", List.of("category", "subcategory", "sourceUrl", "xHandle"));
        features.put(
                "Shimeji-ee",
                List.of(
                        "Mascot",
                        "Stay",
                        "Move",
                        "Animate",
                        "Sequence",
                        "Select",
                        "Embedded",
                        "BorderType",
                        "ImageAnchor",
                        "ImageRight",
                        "Velocity",
                        "Duration",
                        "Frequency",
                        "#{",
                        "${",
                        "ChaseMouse",
                        "Fall",
                        "Dragged",
                        "Thrown"));
        features.put(
                "eSheep",
                List.of(
                        "esheep.petrucci.ch",
                        "tilesx",
                        "Magenta",
                        "<spawn",
                        "<interval>",
                        "<offsety>",
                        "<opacity>",
                        "repeatfrom",
                        "probability",
                        "only=\"taskbar\"",
                        "<action>flip",
                        "<border>",
                        "<gravity>",
                        "<childs>",
                        "<sounds>",
                        "screenW"));
        features.put(
                "Clawd",
                List.of(
                        "schemaVersion",
                        "\"working\"",
                        "\"sleeping\"",
                        "\"waking\"",
                        "viewBox",
                        "layout",
                        "hitBoxes",
                        "workingTiers",
                        "reactions",
                        "clickLeft",
                        "clickRight",
                        "annoyed",
                        "double",
                        "idleAnimations",
                        "timings",
                        "miniMode"));
        features.put("SakiPet", List.of("animations.json", "animations/dance.png"));
        return features;
    }
}
