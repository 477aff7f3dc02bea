package dev.perch.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How each side shows the other that it knows the key, which never crosses the wire: HMAC-SHA256 over both nonces and the name
 * of the companion's run, with another letter in front for each side.
 */
public final class Handshake {
    static final int NONCE_BYTES = 32;
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{64}");

    private Handshake() {}

    /** 256 bits in hexadecimal, of one that nobody can guess. */
    public static String nonce(RandomGenerator random) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static boolean isNonce(String text) {
        return NONCE.matcher(text).matches();
    }

    static String serverProof(String key, String instance, String serverNonce, String clientNonce) {
        return proof(key, "S", instance, serverNonce, clientNonce);
    }

    /** What the client shows. */
    public static String clientProof(String key, String instance, String serverNonce, String clientNonce) {
        return proof(key, "C", instance, serverNonce, clientNonce);
    }

    /** Takes the same time for every wrong proof. */
    static boolean same(String proof, String told) {
        return MessageDigest.isEqual(proof.getBytes(StandardCharsets.UTF_8), told.getBytes(StandardCharsets.UTF_8));
    }

    private static String proof(String key, String side, String instance, String serverNonce, String clientNonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
            String words = side + "\n" + instance + "\n" + serverNonce + "\n" + clientNonce;
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
