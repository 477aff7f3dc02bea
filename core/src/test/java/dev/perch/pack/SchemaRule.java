package dev.perch.pack;

import dev.perch.json.JsonTree;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** As much of JSON Schema 2020-12 as Perch's own schema uses; a word that it does not know is an error. */
final class SchemaRule {
    private final Map<?, ?> root;

    SchemaRule(Map<?, ?> root) {
        this.root = root;
    }

    boolean takes(@Nullable Object value) {
        return fits(root, value);
    }

    private boolean fits(Map<?, ?> schema, @Nullable Object value) {
        return schema.entrySet().stream()
                .allMatch(rule -> fits(schema, String.valueOf(rule.getKey()), rule.getValue(), value));
    }

    private boolean fits(Map<?, ?> schema, String word, Object rule, @Nullable Object value) {
        return switch (word) {
            case "$schema", "title", "description", "$defs" -> true;
            case "$ref" -> fits(at(String.valueOf(rule)), value);
            case "type" -> type(String.valueOf(rule), value);
            case "const" -> rule.equals(value);
            case "enum" -> ((List<?>) rule).contains(value);
            case "pattern" ->
                !(value instanceof String text)
                        || Pattern.compile(String.valueOf(rule)).matcher(text).find();
            case "minLength" -> !(value instanceof String text) || text.length() >= (Integer) rule;
            case "maxLength" -> !(value instanceof String text) || text.length() <= (Integer) rule;
            case "minimum" -> !(value instanceof Integer number) || number >= (Integer) rule;
            case "maximum" -> !(value instanceof Integer number) || number <= (Integer) rule;
            case "minItems" -> !(value instanceof List<?> list) || list.size() >= (Integer) rule;
            case "maxItems" -> !(value instanceof List<?> list) || list.size() <= (Integer) rule;
            case "uniqueItems" -> !(value instanceof List<?> list) || new HashSet<>(list).size() == list.size();
            case "items" ->
                !(value instanceof List<?> list) || list.stream().allMatch(item -> fits((Map<?, ?>) rule, item));
            case "oneOf" ->
                ((List<?>) rule)
                                .stream()
                                        .filter(one -> fits((Map<?, ?>) one, value))
                                        .count()
                        == 1;
            default -> !(value instanceof Map<?, ?> object) || fitsObject(schema, word, rule, object);
        };
    }

    private boolean fitsObject(Map<?, ?> schema, String word, Object rule, Map<?, ?> object) {
        return switch (word) {
            case "required" -> object.keySet().containsAll((List<?>) rule);
            case "maxProperties" -> object.size() <= (Integer) rule;
            case "propertyNames" -> object.keySet().stream().allMatch(name -> fits((Map<?, ?>) rule, name));
            case "properties" ->
                ((Map<?, ?>) rule)
                        .entrySet().stream()
                                .allMatch(one -> !object.containsKey(one.getKey())
                                        || fits((Map<?, ?>) one.getValue(), object.get(one.getKey())));
            case "additionalProperties" -> fitsOthers(schema.get("properties"), rule, object);
            default -> throw new IllegalStateException("the schema says " + word + ", which this test cannot judge");
        };
    }

    private boolean fitsOthers(@Nullable Object named, Object rule, Map<?, ?> object) {
        return object.entrySet().stream()
                .filter(one -> !(named instanceof Map<?, ?> known && known.containsKey(one.getKey())))
                .allMatch(one -> rule instanceof Map<?, ?> schema && fits(schema, one.getValue()));
    }

    private Map<?, ?> at(String ref) {
        Object found = root;
        for (String step : ref.substring("#/".length()).split("/", -1)) {
            found = Objects.requireNonNull(((Map<?, ?>) found).get(step), ref);
        }
        return (Map<?, ?>) found;
    }

    private static boolean type(String name, @Nullable Object value) {
        return switch (name) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer || value instanceof Long;
            default -> throw new IllegalStateException("the schema says type " + name);
        };
    }

    /** A copy of JSON that can be changed. */
    static Object copy(@Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            Map<String, Object> copy = new java.util.LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
            return copy;
        }
        if (json instanceof List<?> list) {
            return new java.util.ArrayList<>(list.stream().map(SchemaRule::copy).toList());
        }
        return String.valueOf(json).isEmpty() || json == null ? "" : json;
    }

    static String text(Object json) {
        @SuppressWarnings("unchecked")
        Map<String, Object> object = (Map<String, Object>) json;
        return JsonTree.line(object);
    }
}
