package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published schema, the documents and the reader say the same. */
final class InteractionSchemaTest {
    /** What no schema can say: what is named must be declared, links and words are judged whole. */
    private static final List<String> BEYOND_SCHEMAS = List.of(
            "which is not declared",
            "binds what another has bound",
            "needs a permission, which",
            "stands beside",
            "key: is missing",
            ".url: ",
            "nothing held down",
            "needs \"which\": \"current\"");

    private final SchemaRule schema = new SchemaRule(json(Path.of("../assets/schemas/interactions.schema.json")));

    @Test
    void whatTheReaderTakesTheSchemaTakesAndTheOtherWayRoundSaveForWhatNoSchemaCanSay() {
        String block = EveryKind.BLOCK.replace('\'', '"');
        List<String> blocks = variants(json(block)).stream().distinct().toList();
        int right = 0;
        List<String> apart = new ArrayList<>();
        for (String one : blocks) {
            boolean taken = schema.takes(json(one));
            InteractionBlocks.Verdict verdict = InteractionBlocks.judge("b", one.getBytes(StandardCharsets.UTF_8));
            boolean read = verdict instanceof InteractionBlocks.Verdict.Right;
            right += read ? 1 : 0;
            boolean excused = taken && BEYOND_SCHEMAS.stream().anyMatch(verdict.toString()::contains);
            if (taken != read && !excused) {
                apart.add((read ? "only the reader takes " : "only the schema takes, " + verdict + " ") + one);
            }
        }
        assertEquals(List.of(), apart);
        assertTrue(right > 20 && blocks.size() > 300, right + " of " + blocks.size());
    }

    @Test
    void theDocumentsExampleAndTheExamplePetAreRight() throws IOException {
        String page = Files.readString(Path.of("../docs/interactions.md"));
        Matcher example = Pattern.compile("(?s)```json\n\"interactions\": (\\{.*?\n\\})\n```")
                .matcher(page);
        assertTrue(example.find());
        String pet = Files.readString(Path.of("../examples/interactive-pet/pet.json"));
        String declared = SchemaRule.text(SchemaRule.copy(json(pet).get("interactions")));
        for (String block : List.of(example.group(1), declared)) {
            assertTrue(schema.takes(json(block)), block);
            InteractionReaderTest.right(block);
        }
    }

    @Test
    void theDocumentsExampleOfTheUsersFilesIsTakenWithNoComplaint() throws IOException {
        String page = Files.readString(Path.of("../docs/interactions.md"));
        Matcher files = Pattern.compile("(?s)```json\n(\\{.*?\\})\n```").matcher(page);
        Path folder = Files.createTempDirectory("perch-doc");
        for (String name : List.of("actions.json", "commands.json")) {
            assertTrue(files.find());
            Files.writeString(folder.resolve(name), files.group(1));
        }
        List<String> notes = new ArrayList<>();
        dev.perch.action.UserActions user =
                new dev.perch.action.UserActionsFile(folder, problem -> notes.add(problem.sentence())).load();
        assertEquals(List.of(), notes);
        assertEquals(1, user.commands().size());
        assertEquals(1, user.workspaces().size());
        try (Stream<Path> left = Files.list(folder)) {
            left.forEach(file -> file.toFile().delete());
        }
        Files.delete(folder);
    }

    /** The block with each value in turn gone, doubled, or replaced by something else, and with a field too many. */
    private static List<String> variants(Map<String, Object> block) {
        List<String> all = new ArrayList<>(List.of(JsonTree.line(block)));
        Map<String, Object> changing = cast(SchemaRule.copy(block));
        vary(changing, changing, all);
        return all;
    }

    private static void vary(Object node, Map<String, Object> whole, List<String> all) {
        if (node instanceof Map<?, ?>) {
            Map<String, Object> map = cast(node);
            map.put("odd-one", 1);
            all.add(JsonTree.line(whole));
            map.remove("odd-one");
            for (String key : List.copyOf(map.keySet())) {
                Object old = map.get(key);
                for (Object other : others()) {
                    map.put(key, other);
                    all.add(JsonTree.line(whole));
                }
                map.put(key, old);
                vary(old, whole, all);
                map.remove(key);
                all.add(JsonTree.line(whole));
                map.put(key, old);
            }
        } else if (node instanceof List<?> values) {
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) values;
            for (int i = 0; i < list.size(); i++) {
                vary(list.get(i), whole, all);
                Object gone = list.remove(i);
                all.add(JsonTree.line(whole));
                list.add(i, gone);
                list.add(gone);
                all.add(JsonTree.line(whole));
                list.remove(list.size() - 1);
            }
        }
    }

    private static List<Object> others() {
        return List.of(7, -1, 90_000, "odd", "Odd One", "x".repeat(2_100), List.of(), Map.of(), true);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }

    private static Map<String, Object> json(Path file) {
        try {
            return json(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> json(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return cast(SchemaRule.copy(JsonTree.readObject(parser)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
