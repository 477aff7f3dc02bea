package dev.perch.ingress;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A program that the user registered.
 *
 * @param id what it calls itself on the socket; made by Perch
 * @param name what the user knows it by
 * @param key 256 bits in hexadecimal that it and Perch alone know
 * @param scopes what it may do
 * @param createdMs when, milliseconds since 1970
 * @param untilMs until when it is let in
 */
public record Client(String id, String name, String key, Set<Scope> scopes, long createdMs, long untilMs) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,23}");

    /** Takes a copy. */
    public Client {
        scopes = scopes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(scopes));
    }

    /** Whether a client can be called that: plain small letters, so that no name looks like another. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    boolean isValid(long nowMs) {
        return nowMs < untilMs;
    }

    @Override
    public String toString() {
        return name + " " + scopes; // the key stays out of every text
    }
}
