package dev.perch.pack;

import dev.perch.model.ActionClass;
import dev.perch.model.ActionSpec;
import dev.perch.model.Interactions;
import dev.perch.model.Interactions.Accept;
import dev.perch.model.Interactions.Binding;
import dev.perch.model.Interactions.Item;
import dev.perch.model.KeyStroke;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.model.Room;
import dev.perch.model.Trigger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the {@code interactions} block of a manifest: whole and right, or not at all. */
final class InteractionReader {
    private static final int MOST_BINDINGS = 16;
    private static final int MOST_ITEMS = 12;
    private static final int MOST_ACTIONS = 24;
    private static final int MOST_REGIONS = 8;
    private static final int MOST_LABEL = 40;
    private static final int LEAST_COOLDOWN = 250;
    private static final int MOST_COOLDOWN = 60_000;

    private static final List<String> TRIGGERS = Stream.of(Trigger.values())
            .filter(trigger -> trigger != Trigger.WAKE)
            .map(Trigger::word)
            .toList();
    private static final List<String> REACTIONS = Stream.of(Trigger.values())
            .filter(trigger -> trigger != Trigger.KEY && trigger != Trigger.CONTEXT_MENU)
            .map(Trigger::word)
            .toList();
    private static final List<String> MODIFIERS = Stream.of(KeyStroke.Modifier.values())
            .map(modifier -> modifier.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final Pattern KEY = Pattern.compile("F([1-9]|1[0-2])|[A-Za-z]");
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,12}");

    private final StrictFields block;
    private final Map<String, ActionSpec> actions = new LinkedHashMap<>();
    private final Map<String, Room> regions = new LinkedHashMap<>();

    private InteractionReader(StrictFields block) {
        this.block = block;
    }

    /** The block, from its JSON as {@code JsonTree} reads it. */
    static Interactions read(String where, @Nullable Object json) throws Refusal {
        return new InteractionReader(new StrictFields(where, json)).read();
    }

    /** What a refused block comes to: the pet shows without it. */
    static Problem dropped(Problem why) {
        return Problem.warning(why.where(), why.what() + ", so none of its interactions work", why.remedy());
    }

    private Interactions read() throws Refusal {
        block.whole("schema", 1, 1);
        for (Map.Entry<?, ?> action : block.map("actions", MOST_ACTIONS).entrySet()) {
            String id = StrictFields.id(block.at("actions") + "." + action.getKey(), String.valueOf(action.getKey()));
            actions.put(id, ActionReader.read(new StrictFields(block.at("actions") + "." + id, action.getValue())));
        }
        for (Map.Entry<?, ?> region : block.map("regions", MOST_REGIONS).entrySet()) {
            String id = StrictFields.id(block.at("regions") + "." + region.getKey(), String.valueOf(region.getKey()));
            regions.put(id, box(block.at("regions") + "." + id, region.getValue()));
        }
        Interactions read = new Interactions(reactions(), regions, bindings(), menu(), actions);
        block.end();
        return read;
    }

    private Map<Trigger, PetAnimationState> reactions() throws Refusal {
        Map<Trigger, PetAnimationState> reactions = new EnumMap<>(Trigger.class);
        for (Map.Entry<?, ?> entry : block.map("reactions", REACTIONS.size()).entrySet()) {
            String where = block.at("reactions") + "." + entry.getKey();
            String word = StrictFields.oneOf(where, String.valueOf(entry.getKey()), REACTIONS);
            String clip = entry.getValue() instanceof String text ? text : "";
            reactions.put(Trigger.of(word).orElseThrow(), ActionReader.clip(where, clip));
        }
        return reactions;
    }

    private static Room box(String where, @Nullable Object value) throws Refusal {
        if (!(value instanceof List<?> numbers) || numbers.size() != 4) {
            throw new Refusal(where, "is no list of x, y, width and height", "write four whole numbers");
        }
        int x = StrictFields.whole(where, numbers.get(0), 0, PetPackage.CELL_WIDTH - 1);
        int y = StrictFields.whole(where, numbers.get(1), 0, PetPackage.CELL_HEIGHT - 1);
        return new Room(
                x,
                y,
                StrictFields.whole(where, numbers.get(2), 1, PetPackage.CELL_WIDTH - x),
                StrictFields.whole(where, numbers.get(3), 1, PetPackage.CELL_HEIGHT - y));
    }

    private List<Binding> bindings() throws Refusal {
        List<Binding> bindings = new ArrayList<>();
        Set<List<@Nullable Object>> seen = new HashSet<>();
        for (Object entry : block.list("bindings", MOST_BINDINGS)) {
            StrictFields fields = new StrictFields(block.at("bindings") + "[" + bindings.size() + "]", entry);
            Binding binding = binding(fields);
            fields.end();
            List<@Nullable Object> what = new ArrayList<>();
            what.add(binding.on());
            what.add(binding.region());
            what.add(binding.stroke());
            if (!seen.add(what)) {
                throw new Refusal(fields.where(), "binds what another has bound", "keep one of them");
            }
            bindings.add(binding);
        }
        return bindings;
    }

    private Binding binding(StrictFields fields) throws Refusal {
        Trigger on = Trigger.of(fields.word("on", TRIGGERS)).orElseThrow();
        String region = fields.has("region") ? known(fields, "region", regions.keySet()) : null;
        KeyStroke stroke = stroke(fields, on);
        Accept accept = accept(fields, on);
        String action = known(fields, "do", actions.keySet());
        ActionSpec spec = actions.get(action);
        if (on.isPassing() && spec != null && spec.actionClass() != ActionClass.FREE) {
            throw new Refusal(
                    fields.at("do"),
                    "needs a permission, which " + on.word() + " cannot ask for",
                    "bind it to a click, or let " + on.word() + " do what is free (pet, showStatus)");
        }
        int cooldown =
                fields.has("cooldownMs") ? fields.whole("cooldownMs", LEAST_COOLDOWN, MOST_COOLDOWN) : LEAST_COOLDOWN;
        return new Binding(on, region, stroke, accept, action, cooldown);
    }

    private static KeyStroke stroke(StrictFields fields, Trigger on) throws Refusal {
        Set<KeyStroke.Modifier> held = EnumSet.noneOf(KeyStroke.Modifier.class);
        for (Object modifier : fields.list("modifiers", MODIFIERS.size())) {
            String word = StrictFields.oneOf(fields.at("modifiers"), String.valueOf(modifier), MODIFIERS);
            if (!held.add(KeyStroke.Modifier.valueOf(word.toUpperCase(Locale.ROOT)))) {
                throw new Refusal(fields.at("modifiers"), "names " + word + " twice", "keep one of them");
            }
        }
        if (on != Trigger.KEY) {
            if (fields.has("key")) {
                throw new Refusal(fields.at("key"), "stands beside \"on\": \"" + on.word() + "\"", "take it out");
            }
            return new KeyStroke("", held);
        }
        String key = fields.raw("key", 10);
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(fields.at("key"), "is neither F1 to F12 nor a letter", "write one of those");
        }
        boolean letter = key.length() == 1;
        boolean shiftAlone = held.isEmpty() || held.equals(Set.of(KeyStroke.Modifier.SHIFT));
        if (letter && shiftAlone) {
            throw new Refusal(fields.at("key"), "is a letter with nothing held down", "add ctrl, alt or meta");
        }
        return new KeyStroke(key.toUpperCase(Locale.ROOT), held);
    }

    private static @Nullable Accept accept(StrictFields fields, Trigger on) throws Refusal {
        if (on != Trigger.DROP) {
            if (fields.has("accept")) {
                throw new Refusal(fields.at("accept"), "stands beside \"on\": \"" + on.word() + "\"", "take it out");
            }
            return null;
        }
        if (!fields.has("accept")) {
            return new Accept(true, true, 8, Set.of());
        }
        StrictFields accept = new StrictFields(fields.at("accept"), fields.value("accept"));
        Set<String> kinds = words(accept, "kinds", 2, List.of("text", "file"));
        if (kinds.isEmpty()) {
            throw new Refusal(accept.at("kinds"), "names nothing to accept", "write [\"text\"], [\"file\"] or both");
        }
        int most = accept.has("max") ? accept.whole("max", 1, 8) : 8;
        Set<String> extensions = new TreeSet<>();
        for (Object extension : accept.list("extensions", 16)) {
            if (!(extension instanceof String word) || !EXTENSION.matcher(word).matches()) {
                throw new Refusal(accept.at("extensions"), "has what is no extension such as \"txt\"", "correct it");
            }
            extensions.add(word);
        }
        accept.end();
        return new Accept(kinds.contains("text"), kinds.contains("file"), most, extensions);
    }

    private static Set<String> words(StrictFields fields, String name, int most, List<String> known) throws Refusal {
        Set<String> words = new TreeSet<>();
        for (Object word : fields.list(name, most)) {
            words.add(StrictFields.oneOf(fields.at(name), String.valueOf(word), known));
        }
        return words;
    }

    private List<Item> menu() throws Refusal {
        List<Item> items = new ArrayList<>();
        for (Object entry : block.list("menu", MOST_ITEMS)) {
            StrictFields fields = new StrictFields(block.at("menu") + "[" + items.size() + "]", entry);
            items.add(new Item(fields.text("label", MOST_LABEL), known(fields, "do", actions.keySet())));
            fields.end();
        }
        return items;
    }

    private static String known(StrictFields fields, String name, Set<String> ids) throws Refusal {
        String id = fields.id(name);
        if (!ids.contains(id)) {
            throw new Refusal(
                    fields.at(name), "names " + StrictFields.quoted(id) + ", which is not declared", "declare it");
        }
        return id;
    }
}
