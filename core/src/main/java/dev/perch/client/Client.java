package dev.perch.client;

import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A program that the user registered.
 *
 * @param id what it calls itself on the socket; made by Perch
 * @param name what the user knows it by
 * @param key 256 bits in hexadecimal that it and Perch alone know
 * @param rights what it may do
 * @param createdMs when, milliseconds since 1970
 * @param untilMs until when it is let in
 * @param run the only run of Perch in which it is let in; empty: in all
 */
public record Client(String id, String name, String key, Rights rights, long createdMs, long untilMs, String run) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,23}");

    /** What Perch's own commands are called; no other program can be. */
    static final String HOUSE = "perch";

    private static final int ID_CHARS = 16;

    /**
     * The one as which Perch's own commands read: in no file, known to one run of the companion.
     *
     * @param random one that nobody can guess
     */
    public static Client house(Set<Scope> scopes, RandomGenerator random) {
        return new Client(newId(random), HOUSE, Handshake.nonce(random), Rights.of(scopes), 0, Long.MAX_VALUE, "");
    }

    static String newId(RandomGenerator random) {
        return "c-" + Handshake.nonce(random).substring(0, ID_CHARS);
    }

    /** Whether a client can be called that: plain small letters, so that no name looks like another. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** What it may do at all. */
    public Set<Scope> scopes() {
        return rights.scopes();
    }

    /** Whether it is let in then, in that run of Perch. */
    boolean isLetIn(long nowMs, String now) {
        return nowMs < untilMs && (run.isEmpty() || run.equals(now));
    }

    @Override
    public String toString() {
        return name + " " + scopes(); // the key stays out of every text
    }
}
