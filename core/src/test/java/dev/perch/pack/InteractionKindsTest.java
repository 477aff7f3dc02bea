package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.ActionClass;
import dev.perch.model.ActionSpec;
import dev.perch.model.Interactions;
import dev.perch.model.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page with every kind of gesture and action, as the schema has them, each with an example that is read. */
final class InteractionKindsTest {
    private static final Path PAGE = Path.of("../docs/interaction-kinds.md");
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(16, 4096, 1 << 20, 1000, 10_000));

    private final Interactions all = InteractionReaderTest.right(EveryKind.BLOCK);
    private final Map<?, ?> written = json(EveryKind.BLOCK.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    private final Map<?, ?> schema = json(Files.readAllBytes(Path.of("../assets/schemas/interactions.schema.json")));

    InteractionKindsTest() throws IOException {}

    @Test
    void everyKindHasAnExample() {
        assertEquals(
                ActionSpec.class.getPermittedSubclasses().length,
                all.actions().values().stream().map(Object::getClass).distinct().count());
        assertEquals(
                Trigger.values().length - 1,
                all.bindings().stream().map(Interactions.Binding::on).distinct().count());
    }

    @Test
    void thePageIsTheSchemaWithItsExamples() throws IOException {
        String page = page();
        if (Boolean.getBoolean("perch.golden.accept")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "write it anew with ./test --accept-goldens");
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # Every kind of gesture and action

                Generated from `assets/schemas/interactions.schema.json` and the examples that the tests read; what it is all about
                stands in [interactions.md](interactions.md).

                ## Gestures

                | `on` | also takes | example |
                |---|---|---|
                """);
        Map<?, ?> binding = at(schema, "properties", "bindings", "items", "properties");
        Map<String, Map<?, ?>> shown = new LinkedHashMap<>();
        for (Object one : (List<?>) written.get("bindings")) {
            shown.putIfAbsent(String.valueOf(((Map<?, ?>) one).get("on")), (Map<?, ?>) one);
        }
        shown.forEach((on, example) -> {
            TreeSet<String> fields = new TreeSet<>(Map.of("key", List.of("key", "modifiers"), "drop", List.of("accept"))
                    .getOrDefault(on, List.of("modifiers", "region")));
            fields.add("cooldownMs");
            String takes = fields.stream()
                    .map(field -> "`" + field + "` " + words((Map<?, ?>) binding.get(field)))
                    .collect(Collectors.joining("; "));
            page.append("| `" + on + "` | " + takes + " | `" + JsonTree.line(fields(example)) + "` |\n");
        });
        page.append("\n## Actions\n\n| kind | class | fields | example |\n|---|---|---|---|\n");
        for (Map<?, ?> shape : shapes()) {
            Map<?, ?> properties = at(shape, "properties");
            Map<?, ?> example = example(properties);
            ActionClass permitted = all.actions().values().stream()
                    .filter(action -> action.kind().equals(example.get("kind")))
                    .findFirst()
                    .orElseThrow()
                    .actionClass();
            String fields = properties.entrySet().stream()
                    .filter(field -> !field.getKey().equals("kind"))
                    .map(field -> "`" + field.getKey() + "` " + words((Map<?, ?>) field.getValue())
                            + (((List<?>) shape.get("required")).contains(field.getKey()) ? "" : " (may be left out)"))
                    .collect(Collectors.joining("; "));
            page.append("| `" + example.get("kind") + "` | " + permitted.level() + " | " + fields + " | `"
                    + JsonTree.line(fields(example)) + "` |\n");
        }
        return page.toString();
    }

    /** The shapes that an action may have; those of the pet itself one by one. */
    private List<Map<?, ?>> shapes() {
        List<Map<?, ?>> shapes = new ArrayList<>();
        for (Object one : (List<?>) at(schema, "$defs", "pet").get("oneOf")) {
            shapes.add((Map<?, ?>) one);
        }
        for (Object one : (List<?>)
                at(schema, "properties", "actions", "additionalProperties").get("oneOf")) {
            if (!((Map<?, ?>) one).containsKey("$ref")) {
                shapes.add((Map<?, ?>) one);
            }
        }
        return shapes;
    }

    private Map<?, ?> example(Map<?, ?> properties) {
        SchemaRule rule = new SchemaRule(Map.of("$defs", at(schema, "$defs"), "properties", properties));
        return at(written, "actions").values().stream()
                .map(one -> (Map<?, ?>) one)
                .filter(one -> one.keySet().stream().allMatch(properties::containsKey) && rule.takes(one))
                .findFirst()
                .orElseThrow();
    }

    private String words(Map<?, ?> rule) {
        if (rule.get("$ref") instanceof String place) {
            return words(at(schema, "$defs", place.substring(place.lastIndexOf('/') + 1)));
        }
        if (rule.get("enum") instanceof List<?> some) {
            return some.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (rule.get("const") != null) {
            return String.valueOf(rule.get("const"));
        }
        return switch (String.valueOf(rule.get("type"))) {
            case "integer" -> rule.get("minimum") + " to " + rule.get("maximum");
            case "array" -> "a list of " + words(at(rule, "items"));
            case "object" ->
                rule.get("properties") instanceof Map<?, ?> inner
                        ? "with "
                                + inner.entrySet().stream()
                                        .map(field -> field.getKey() + " (" + words((Map<?, ?>) field.getValue()) + ")")
                                        .collect(Collectors.joining(", "))
                        : "up to " + rule.get("maxProperties") + " names, each with "
                                + words(at(rule, "additionalProperties"));
            default ->
                rule.get("maxLength") == null
                        ? "as `" + String.valueOf(rule.get("pattern")).replace("|", "\\|") + "`"
                        : "text of up to " + rule.get("maxLength");
        };
    }

    private static Map<?, ?> at(Map<?, ?> tree, String... path) {
        Map<?, ?> at = tree;
        for (String word : path) {
            at = (Map<?, ?>) at.get(word);
        }
        return at;
    }

    private static Map<String, Object> fields(Map<?, ?> tree) {
        Map<String, Object> fields = new LinkedHashMap<>();
        tree.forEach((key, value) -> fields.put(String.valueOf(key), value));
        return fields;
    }

    private static Map<?, ?> json(byte[] bytes) throws IOException {
        return JsonTree.readObject(JSON.parser(bytes, 0, bytes.length));
    }
}
