package dev.perch.lwjgl3.look;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call on the bus.
 *
 * @param destination a well-known name
 * @param path of the object
 * @param type the interface
 * @param member the method
 * @param arguments texts, first to last
 * @param list an array of texts after them, or null for none
 */
record BusCall(
        String destination,
        String path,
        String type,
        String member,
        List<String> arguments,
        @Nullable List<String> list) {

    /** More bytes than the arguments take. */
    int size() {
        List<String> texts = list == null ? List.of() : list;
        return 8
                + arguments.stream().mapToInt(text -> 3 * text.length() + 8).sum()
                + texts.stream().mapToInt(text -> 3 * text.length() + 8).sum();
    }
}
