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

/** The files of a sealed folder, and the hashes that name and guard it. */
final class SealFormat {
    /** Raised whenever the same source would be sealed otherwise than before. */
    static final int VERSION = 2;

    static final String INDEX = "seal.json";
    static final String REPORT = "report.json";
    static final String MASKS = "masks.bin";
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

    /** SHA-256 over all files but the checksum itself, in hex. */
    static String checksum(Path folder, int pages) throws IOException {
        List<String> names = new ArrayList<>(List.of(INDEX, REPORT, MASKS));
        for (int i = 0; i < pages; i++) {
            names.add(SealedPet.pageFile(i));
        }
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        for (String name : names) {
            Path file = folder.resolve(name);
            add(digest, name, ByteBuffer.allocate(8).putLong(Files.size(file)).array());
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
            }
        }
        return hex(digest);
    }
}
