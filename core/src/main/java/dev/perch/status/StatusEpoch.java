package dev.perch.status;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** One run of Perch, by a name that no other run has. What threads are called in it follows from it, and tells nothing. */
public final class StatusEpoch {
    private static final int SALT_BYTES = 16;
    private static final int NAME_BYTES = 6;
    private static final int REF_BYTES = 8;

    private final String name;
    private final byte[] salt = new byte[SALT_BYTES];

    /** @param random one that nobody can guess, outside tests */
    public StatusEpoch(RandomGenerator random) {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        random.nextBytes(salt);
        name = HexFormat.of().formatHex(bytes);
    }

    /** Its name: {@code [0-9a-f]{12}}. */
    public String name() {
        return name;
    }

    /** What readers call an event. */
    public String id(long sequence) {
        return name + "-" + sequence;
    }

    /** The number of an event of this run; -1 for anything else. */
    long sequence(String id) {
        String number = id.startsWith(name + "-") ? id.substring(name.length() + 1) : "";
        return number.matches("0|[1-9][0-9]{0,17}") ? Long.parseLong(number) : -1;
    }

    /** What readers call the thread of that key. */
    String ref(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
            return "t" + HexFormat.of().formatHex(hash, 0, REF_BYTES);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
