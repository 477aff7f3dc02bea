package dev.perch.source;

import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds a snapshot against {@link SnapshotLimits#LOCAL} and {@link VisibleText}, whoever made it. */
public final class SnapshotCheck {
    private static final SnapshotLimits LIMITS = SnapshotLimits.LOCAL;

    private SnapshotCheck() {}

    /** Why {@code snapshot} is refused, told of the place {@code where}; null when it is welcome. */
    public static @Nullable Problem problem(RuntimeSnapshot snapshot, String where) {
        try {
            require(snapshot);
            return null;
        } catch (BadLine bad) {
            return bad.at(where);
        }
    }

    static void require(RuntimeSnapshot snapshot) throws BadLine {
        requireText("title", snapshot.title(), false, LIMITS.titlePoints());
        String body = snapshot.body();
        if (body != null) {
            requireText("body", body, true, LIMITS.bodyPoints());
        }
        if (!snapshot.metadata().isEmpty()) {
            requireMetadata(snapshot.metadata());
        }
    }

    private static void requireText(String field, String text, boolean lines, int most) throws BadLine {
        if (text.length() > most && text.codePointCount(0, text.length()) > most) {
            int points = text.codePointCount(0, text.length());
            throw new BadLine(field + " has " + points + " characters, more than " + most, "shorten it");
        }
        requireVisible(field, text, lines);
    }

    private static void requireVisible(String field, String text, boolean lines) throws BadLine {
        int point = VisibleText.firstForbidden(text, lines);
        if (point >= 0) {
            throw new BadLine(
                    field + " holds the character " + VisibleText.name(point)
                            + ", which is a control or cannot be seen",
                    "leave that character out");
        }
    }

    private static void requireMetadata(Map<String, Object> metadata) throws BadLine {
        if (metadata.size() > LIMITS.metadataKeys()) {
            throw new BadLine(
                    "metadata has " + metadata.size() + " keys, more than " + LIMITS.metadataKeys(), "send fewer");
        }
        if (bytesOfMap("metadata", metadata, true) > LIMITS.metadataBytes()) {
            throw new BadLine("metadata holds more than " + LIMITS.metadataBytes() + " bytes", "send less");
        }
        Object session = metadata.get(RuntimeSnapshot.SESSION_ID);
        if (session != null && !(session instanceof String id && SessionId.isId(id))) {
            throw new BadLine(
                    "metadata.sessionId is not a name of 1 to 64 letters, digits and . _ : -", "give another one");
        }
    }

    private static long bytesOfMap(String field, Map<?, ?> map, boolean nest) throws BadLine {
        long bytes = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new BadLine(field + " has a key that is not text", "use text for keys");
            }
            if (key.length() > LIMITS.keyChars()) {
                throw new BadLine(
                        field + " has a key of more than " + LIMITS.keyChars() + " characters", "use a shorter one");
            }
            requireVisible("a key of " + field, key, false);
            bytes += utf8(key) + bytesOf(field + "." + key, entry.getValue(), nest);
        }
        return bytes;
    }

    private static long bytesOf(String field, @Nullable Object value, boolean nest) throws BadLine {
        if (value instanceof String text) {
            requireVisible(field, text, true);
            return utf8(text);
        }
        if (value instanceof Boolean || isNumber(value)) {
            return String.valueOf(value).length();
        }
        if (nest && value instanceof Map<?, ?> map) {
            return bytesOfMap(field, map, false);
        }
        if (nest && value instanceof Collection<?> list) {
            return bytesOfList(field, list);
        }
        throw new BadLine(
                field + " is neither text, number, true or false, nor a flat list or object of these", "flatten it");
    }

    private static long bytesOfList(String field, Collection<?> list) throws BadLine {
        long bytes = 0;
        for (Object value : list) {
            bytes += 1 + bytesOf(field, value, false);
        }
        return bytes;
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Long || value instanceof Integer || (value instanceof Double d && Double.isFinite(d));
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
