package dev.perch.runtime;

/** Words that the user types, one line. */
final class TypedText {
    private static final int MOST = 2_000;
    private static final String CARET = "_";

    private final StringBuilder text = new StringBuilder();

    /** A character is typed; what cannot be seen, and what is too much, is not taken. */
    void type(int codePoint) {
        boolean plain = codePoint == ' '
                || !ShownText.line(Character.toString(codePoint)).startsWith("<U+");
        if (plain && text.length() < MOST) {
            text.appendCodePoint(codePoint);
        }
    }

    /** Takes the last character back. */
    void erase() {
        if (!text.isEmpty()) {
            text.setLength(text.offsetByCodePoints(text.length(), -1));
        }
    }

    void clear() {
        text.setLength(0);
    }

    /** Without blanks around it. */
    String words() {
        return text.toString().strip();
    }

    /** How it stands in the panel: a secret as dots. */
    String shown(boolean secret) {
        if (text.isEmpty()) {
            return "Type it, then press Return";
        }
        String all = text.toString();
        return (secret ? "•".repeat(all.codePointCount(0, all.length())) : ShownText.line(all)) + CARET;
    }
}
