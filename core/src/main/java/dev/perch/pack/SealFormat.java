package dev.perch.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The files of a sealed folder, and the hashes that name and guard it. */
final class SealFormat {
    /** Raised whenever the same source would be sealed otherwise than before. */
    static final int VERSION = 2;

    static final String INDEX = "seal.json";
    static final String REPORT = "report.json";
    static final String MASKS = "masks.bin";
    static final String INTERACTIONS = "interactions.json";
    static final String CHECKSUM = "checksum";

    /** Most pages a pet can have: the texture limit in pages of the smallest useful size. */
    static final int MOST_PAGES = 64;

    private SealFormat() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds a named piece so that no other split of the same bytes gives the same hash. */
    static void add(MessageDigest digest, String name, byte[] bytes) {
        byte[] label = name.getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(8).putInt(label.length).putInt(bytes.length).array());
        digest.update(label);
        digest.update(bytes);
    }

    /**
     * Two checksums over all files but their own, in hex: they tell damage, not malice, for whoever can write here can write
     * them too. SHA-256 takes 15 ms a megabyte in a JVM that starts fast, these half a millisecond.
     */
    static String checksum(Path folder, int pages) throws IOException {
        List<String> names = new ArrayList<>(List.of(INDEX, REPORT, MASKS, INTERACTIONS));
        for (int i = 0; i < pages; i++) {
            names.add(SealedPet.pageFile(i));
        }
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        for (String name : names) {
            Path file = folder.resolve(name);
            byte[] head = (name + " " + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8);
            one.update(head);
            other.update(head);
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    one.update(buffer, 0, n);
                    other.update(buffer, 0, n);
                }
            }
        }
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits((int) one.getValue()) + hex.toHexDigits((int) other.getValue());
    }
}
