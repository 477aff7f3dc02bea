package dev.perch.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a pet declares that the user's gestures do. Data alone: an action that needs a permission has none by being here.
 *
 * @param reactions which clip a gesture makes the pet play
 * @param regions named boxes of the cell, in pixels of a cell of 192x208
 * @param bindings which action a gesture asks for; the first that fits counts
 * @param menu the pet's own items of the context menu
 * @param actions by id
 */
public record Interactions(
        Map<Trigger, PetAnimationState> reactions,
        Map<String, Room> regions,
        List<Binding> bindings,
        List<Item> menu,
        Map<String, ActionSpec> actions) {
    /** A pet that declares none. */
    public static final Interactions NONE = new Interactions(Map.of(), Map.of(), List.of(), List.of(), Map.of());

    /** Takes copies, in their order. */
    public Interactions {
        reactions = Collections.unmodifiableMap(new LinkedHashMap<>(reactions));
        regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
        bindings = List.copyOf(bindings);
        menu = List.copyOf(menu);
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
    }

    /**
     * A gesture and the action that it asks for.
     *
     * @param region where it must happen; null: anywhere on the pet
     * @param stroke what is held down with it, and for {@link Trigger#KEY} the key
     * @param accept for {@link Trigger#DROP}, what may be dropped; null otherwise
     * @param action id of the action
     * @param cooldownMillis for how long repeats are swallowed
     */
    public record Binding(
            Trigger on,
            @Nullable String region,
            KeyStroke stroke,
            @Nullable Accept accept,
            String action,
            int cooldownMillis) {}

    /**
     * What may be dropped on a pet.
     *
     * @param text whether text may
     * @param files whether files may
     * @param most how many at once, 1 to 8
     * @param extensions of files, in small letters and with no dot; empty: any
     */
    public record Accept(boolean text, boolean files, int most, Set<String> extensions) {
        /** Takes a copy. */
        public Accept {
            extensions = Set.copyOf(extensions);
        }

        /** Whether a file of that name may be dropped. */
        public boolean takes(String fileName) {
            int dot = fileName.lastIndexOf('.');
            String extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
            return files && (extensions.isEmpty() || extensions.contains(extension));
        }
    }

    /** An item of the menu and the action that it asks for. */
    public record Item(String label, String action) {}

    /** Whether a gesture of that kind is bound, so that another must wait for it. */
    public boolean binds(Trigger on) {
        return bindings.stream().anyMatch(binding -> binding.on() == on);
    }

    /** The keys that are bound. */
    public Set<KeyStroke> keys() {
        return bindings.stream()
                .filter(binding -> binding.on() == Trigger.KEY)
                .map(Binding::stroke)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The block as JSON, as a manifest would write it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", 1);
        Map<String, Object> played = new LinkedHashMap<>();
        reactions.forEach((on, clip) -> played.put(on.word(), clip.id()));
        json.put("reactions", played);
        Map<String, Object> boxes = new LinkedHashMap<>();
        regions.forEach((id, box) -> boxes.put(id, List.of(box.left(), box.top(), box.width(), box.height())));
        json.put("regions", boxes);
        json.put("bindings", bindings.stream().map(Interactions::json).toList());
        List<Object> items = new ArrayList<>();
        menu.forEach(item -> items.add(Map.of("label", item.label(), "do", item.action())));
        json.put("menu", items);
        Map<String, Object> specs = new LinkedHashMap<>();
        actions.forEach((id, spec) -> specs.put(id, spec.json()));
        json.put("actions", specs);
        return json;
    }

    private static Map<String, Object> json(Binding binding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("on", binding.on().word());
        if (binding.region() != null) {
            json.put("region", binding.region());
        }
        KeyStroke stroke = binding.stroke();
        if (!stroke.modifiers().isEmpty()) {
            json.put(
                    "modifiers",
                    stroke.modifiers().stream()
                            .map(modifier -> modifier.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .toList());
        }
        if (!stroke.key().isEmpty()) {
            json.put("key", stroke.key());
        }
        Accept accept = binding.accept();
        if (accept != null) {
            json.put("accept", json(accept));
        }
        json.put("do", binding.action());
        json.put("cooldownMs", binding.cooldownMillis());
        return json;
    }

    private static Map<String, Object> json(Accept accept) {
        List<String> kinds = new ArrayList<>();
        if (accept.text()) {
            kinds.add("text");
        }
        if (accept.files()) {
            kinds.add("file");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kinds", kinds);
        json.put("max", accept.most());
        json.put("extensions", accept.extensions().stream().sorted().toList());
        return json;
    }
}
