package dev.perch.lwjgl3.bus;

/**
 * A value that says of which type it is, to be written. Read ones are what they hold.
 *
 * @param signature one complete type
 */
public record Variant(String signature, Object value) {
    /** A text. */
    public static Variant of(String text) {
        return new Variant("s", text);
    }

    /** Yes or no. */
    public static Variant of(boolean flag) {
        return new Variant("b", flag);
    }

    /** A whole number of 32 bits. */
    public static Variant of(int number) {
        return new Variant("i", number);
    }
}
