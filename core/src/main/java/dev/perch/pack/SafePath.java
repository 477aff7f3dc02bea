package dev.perch.pack;

import dev.perch.api.CompatiblePetPackageAdapter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A relative path that stays inside its package.
 *
 * @param parts at least one; none is empty, {@code .} or {@code ..}, none holds a slash, backslash, colon or control
 */
public record SafePath(List<String> parts) {
    /** Most characters of foreign text in a problem, give or take an escape. */
    private static final int SHOWN = 80;

    /** Bytes that a file's name may have on common systems, less what a denser picture has before its ending. */
    private static final int MOST_NAME = 250;

    private static final int MOST_PARTS = 12;

    private static final String REMEDY = "name a file inside the package, like spritesheet.webp";

    /** @throws IllegalArgumentException when there are no parts */
    public SafePath {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("empty path");
        }
    }

    /**
     * Reads a path as a manifest writes it, for an adapter.
     *
     * @param where the field, for the refusal
     */
    public static SafePath named(String where, String text) throws CompatiblePetPackageAdapter.Refused {
        try {
            return parse(where, text);
        } catch (Refusal e) {
            throw e.toAdapter();
        }
    }

    /**
     * Reads a path as a manifest writes it.
     *
     * @param where the field, for the refusal
     */
    static SafePath parse(String where, String text) throws Refusal {
        if (text.startsWith("/")) {
            throw new Refusal(where, "the path " + quote(text) + " is absolute", REMEDY);
        }
        if (text.indexOf('\\') >= 0) {
            throw new Refusal(where, "the path " + quote(text) + " has a backslash", REMEDY);
        }
        if (text.indexOf(':') >= 0) {
            throw new Refusal(where, "the path " + quote(text) + " has a drive or a scheme", REMEDY);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(where, "the path " + quote(text) + " has a control character", REMEDY);
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.split("/", -1)) {
            if (part.equals("..")) {
                throw new Refusal(where, "the path " + quote(text) + " leads out of the package", REMEDY);
            }
            if (part.getBytes(StandardCharsets.UTF_8).length > MOST_NAME || parts.size() == MOST_PARTS) {
                throw new Refusal(where, "the path " + quote(text) + " is longer than files may be called", REMEDY);
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            throw new Refusal(where, "the path " + quote(text) + " names no file", REMEDY);
        }
        return new SafePath(parts);
    }

    /** The same path with {@code suffix} before the ending: {@code a/b.webp} and {@code @2x} give {@code a/b@2x.webp}. */
    SafePath withSuffix(String suffix) {
        List<String> out = new ArrayList<>(parts);
        String name = out.remove(out.size() - 1);
        int dot = name.lastIndexOf('.');
        int at = dot > 0 ? dot : name.length();
        out.add(name.substring(0, at) + suffix + name.substring(at));
        return new SafePath(out);
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }

    /** Foreign text as a problem may show it: in quotes, short, with escapes for what cannot be seen. */
    public static String quote(String text) {
        return '"' + visible(text) + '"';
    }

    /** Foreign text as a problem may show it: short, with escapes for what cannot be seen. */
    public static String visible(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length() && out.length() < SHOWN) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (hidden(point)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                out.appendCodePoint(point);
            }
        }
        return at < text.length() ? out.append('…').toString() : out.toString();
    }

    private static boolean hidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
