package dev.perch.testkit;

import dev.perch.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The text of {@code interactions} blocks: right ones, some with a fault, some with letters that were changed afterwards. */
public final class RandomBlocks {
    /** The actions that {@link #text} declares, for those who ask for them by name. */
    public static final List<String> ACTIONS = List.of("a", "b", "c", "d");

    private static final List<String> TRIGGERS =
            List.of("click", "doubleClick", "contextMenu", "hover", "drag", "throw", "drop", "key");
    private static final List<String> URLS =
            List.of("https://a.org/", "https://a.org/b", "https://A.org/", "https://u@a.org/", "javascript:x", "-x");
    private static final List<List<String>> MODIFIERS =
            List.of(List.of(), List.of(), List.of(), List.of("ctrl"), List.of("shift"));
    private static final String LETTERS = "{}[]\",:0aA\\\u202e ";

    private final Random random;

    /** @param random decides all */
    public RandomBlocks(Random random) {
        this.random = random;
    }

    /** One block. */
    public byte[] text() {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("schema", one(50) ? 2 : 1);
        block.put("reactions", Map.of("click", "waving", one(60) ? "key" : "hover", "jumping"));
        block.put("regions", Map.of("head", List.of(0, 0, one(60) ? 500 : 192, 100)));
        Map<String, Object> actions = new LinkedHashMap<>();
        ACTIONS.forEach(id -> actions.put(id, action()));
        List<Object> bindings = new ArrayList<>();
        int count = one(40) ? 17 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            bindings.add(binding(actions));
        }
        block.put("bindings", bindings);
        block.put("menu", List.of(Map.of("label", one(60) ? "x".repeat(41) : "Go", "do", of(ACTIONS))));
        block.put("actions", actions);
        if (one(60)) {
            block.put("onLoad", "a");
        }
        byte[] text = JsonTree.line(block).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; one(6) && i < 3; i++) {
            text[random.nextInt(text.length)] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return text;
    }

    private Map<String, Object> binding(Map<String, Object> actions) {
        String on = of(TRIGGERS);
        Map<String, Object> binding = new LinkedHashMap<>();
        binding.put("on", one(80) ? "load" : on);
        String action = of(ACTIONS);
        boolean passing = List.of("hover", "drag", "throw").contains(on);
        for (String id : ACTIONS) {
            boolean free = actions.get(id).toString().matches("\\{kind=(pet|showStatus).*");
            action = passing && free ? id : action; // where none is, the block is dropped
        }
        binding.put("modifiers", MODIFIERS.get(random.nextInt(MODIFIERS.size())));
        binding.put("do", one(80) ? "gone" : action);
        if (on.equals("key")) {
            binding.put("key", of(List.of("F2", "F3", "k")));
            binding.put("modifiers", List.of("ctrl"));
        }
        if (one(6)) {
            binding.put("region", "head");
        }
        if (one(4)) {
            binding.put("cooldownMs", of(List.of(250, 2_000, 60_000)));
        }
        return binding;
    }

    private Map<String, Object> action() {
        return switch (random.nextInt(9)) {
            case 0 -> Map.of("kind", "pet", "do", "say", "text", "hi");
            case 1 -> Map.of("kind", "showStatus");
            case 2 -> Map.of("kind", "openThread", "which", of(List.of("current", "waiting", "latest")));
            case 3 -> Map.of("kind", "newThread", "workspace", of(List.of("perch", "other")), "prompt", "do it");
            case 4, 5 -> Map.of("kind", "openUrl", "url", one(20) ? of(URLS) : "https://a.org/b");
            case 6 -> Map.of("kind", "openDeepLink", "url", one(20) ? "file:///x" : "vscode://file/x");
            case 7 -> Map.of("kind", "invokeSkill", "skill", of(List.of("tidy", "other")), "which", "new");
            default ->
                Map.of("kind", "runCommand", "name", "build", "params", Map.of("target", of(List.of("all", "-rf"))));
        };
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
