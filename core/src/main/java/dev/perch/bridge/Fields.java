package dev.perch.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, read leniently: what is missing or of another type is empty, what is unknown is not looked
 * at. So a server that says more, or says it differently, does not break the client.
 */
record Fields(Map<String, ? extends @Nullable Object> map) {
    static final Fields NONE = new Fields(Map.of());

    static Fields of(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? new Fields(cast(map)) : NONE;
    }

    boolean has(String name) {
        return map.get(name) != null;
    }

    /** The text of that name; empty when there is none. */
    String text(String name) {
        return map.get(name) instanceof String text ? text : "";
    }

    /** The text of that name, or of the {@code type} in the object of that name, or the only key of that object. */
    String word(String name) {
        Object value = map.get(name);
        if (value instanceof String text) {
            return text;
        }
        Fields object = of(value);
        String type = object.text("type");
        return type.isEmpty() && object.map.size() == 1
                ? object.map.keySet().iterator().next()
                : type;
    }

    boolean truth(String name) {
        return Boolean.TRUE.equals(map.get(name));
    }

    long whole(String name, long otherwise) {
        return map.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    Fields object(String name) {
        return of(map.get(name));
    }

    @Nullable
    Object value(String name) {
        return map.get(name);
    }

    /** The elements of the list of that name that are objects. */
    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object element : list(name)) {
            if (element instanceof Map<?, ?>) {
                objects.add(of(element));
            }
        }
        return objects;
    }

    /** The elements of the list of that name that are texts. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(name)) {
            if (element instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }

    List<? extends @Nullable Object> list(String name) {
        return map.get(name) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked") // the keys of JSON objects are text
    private static Map<String, @Nullable Object> cast(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }
}
