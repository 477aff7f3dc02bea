package dev.perch.runtime.plugin.jar;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.files.AtomicFile;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which jars the user trusts, by their hash, and which of those were switched off for their faults: a file for its owner's
 * eyes. One that cannot be read trusts nothing. Safe for threads.
 */
public final class PluginTrust {
    private static final int MOST_BYTES = 256 * 1024;
    private static final String TRUSTED = "trusted";
    private static final String OFF = "off";
    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(4, 64, 4096, 8, 4096));

    private final AtomicFile file;

    /** @param file need not exist */
    public PluginTrust(Path file) {
        this.file = new AtomicFile(file, true);
    }

    /** Whether the user trusts those bytes. */
    public synchronized boolean trusts(String sha256) {
        return look().get(TRUSTED) instanceof Map<?, ?> trusted && trusted.containsKey(sha256);
    }

    /** Why a trusted jar is off, or null when it is not. */
    public synchronized @Nullable String off(String sha256) {
        return look().get(OFF) instanceof Map<?, ?> off && off.get(sha256) instanceof String reason ? reason : null;
    }

    /** Trusts a jar; one that was off is on again. @throws IOException when it cannot be written down */
    public synchronized void trust(PluginJar jar) throws IOException {
        change(TRUSTED, jar.sha256(), jar.name());
        change(OFF, jar.sha256(), null);
    }

    /** Trusts a jar no more. @throws IOException when it cannot be written down */
    public synchronized void forget(String sha256) throws IOException {
        change(TRUSTED, sha256, null);
        change(OFF, sha256, null);
    }

    /** Remembers that a jar is off. @throws IOException when it cannot be written down */
    public synchronized void turnOff(String sha256, String reason) throws IOException {
        change(OFF, sha256, reason);
    }

    private void change(String part, String sha256, @Nullable String value) throws IOException {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(look());
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        if (all.get(part) instanceof Map<?, ?> known) {
            known.forEach((hash, said) -> entries.put(String.valueOf(hash), said));
        }
        if (value == null) {
            entries.remove(sha256);
        } else {
            entries.put(sha256, value);
        }
        all.put(part, entries);
        file.write(JsonTree.page(all).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, @Nullable Object> look() {
        try {
            byte[] bytes = file.read(MOST_BYTES);
            try (JsonParser parser = STRICT.parser(bytes, 0, bytes.length)) {
                return JsonTree.readObject(parser);
            }
        } catch (IOException noneOrBroken) {
            return Map.of(); // trusts nothing
        }
    }
}
