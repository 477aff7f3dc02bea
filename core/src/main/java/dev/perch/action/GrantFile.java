package dev.perch.action;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.files.AtomicFile;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The grants on disk: {@code grants.json}, readable by its owner alone, written whole, with a checksum. One that cannot be
 * believed denies everything until the user takes it away. Not for the render thread; one thread at a time.
 */
public final class GrantFile {
    private static final int MOST_BYTES = 1 << 20;
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(6, 64, 20_000, 32, 20_000));
    private static final int SCHEMA = 1;

    private final AtomicFile file;

    /** @param folder of what Perch remembers */
    public GrantFile(Path folder) {
        file = new AtomicFile(folder.resolve("grants.json"), true);
    }

    /** Where it is. */
    public Path path() {
        return file.path();
    }

    /** What it says. */
    public GrantBook load() {
        byte[] bytes;
        try {
            bytes = file.read(MOST_BYTES);
        } catch (NoSuchFileException e) {
            return GrantBook.EMPTY;
        } catch (IOException e) {
            return unreadable("cannot be read");
        }
        try (JsonParser parser = JSON.parser(bytes, 0, bytes.length)) {
            return read(JsonTree.readObject(parser));
        } catch (IOException | RuntimeException e) {
            return unreadable("is damaged");
        }
    }

    /**
     * Writes the grants that outlive the session.
     *
     * @throws IOException when that is not possible; the old ones are still there
     */
    public void save(GrantBook book) throws IOException {
        if (book.fault() != null) {
            throw new IOException("what could not be read is not written over");
        }
        List<Object> kept = new ArrayList<>();
        for (Grant grant : book.grants()) {
            if (grant.scope() == Grant.Scope.DATE) {
                kept.add(json(grant));
            }
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("schema", SCHEMA);
        page.put("sha256", checksum(kept));
        page.put("grants", kept);
        file.write(JsonTree.page(page).getBytes(StandardCharsets.UTF_8));
    }

    /** Tells one state of the file on disk from another; nothing is read of it. */
    Object stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return Arrays.asList(now.fileKey(), now.lastModifiedTime(), now.size());
        } catch (IOException e) {
            return "none";
        }
    }

    private GrantBook read(Map<String, @Nullable Object> page) {
        if (!(page.get("grants") instanceof List<?> list)
                || !Integer.valueOf(SCHEMA).equals(page.get("schema"))) {
            return unreadable("is of another version");
        }
        if (!checksum(list).equals(page.get("sha256"))) {
            return unreadable("was changed by something other than Perch");
        }
        List<Grant> grants = new ArrayList<>();
        for (Object entry : list) {
            grants.add(grant((Map<?, ?>) entry));
        }
        return new GrantBook(grants, null);
    }

    private static String checksum(List<?> grants) {
        return GrantKey.sha256(JsonTree.line(Map.of("grants", grants)));
    }

    private static Map<String, Object> json(Grant grant) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pet", grant.key().pet());
        json.put("package", grant.key().packageHash());
        json.put("action", grant.key().action());
        json.put("actionHash", grant.key().actionHash());
        json.put("target", grant.key().target());
        json.put("ruling", grant.ruling().name());
        json.put("created", grant.createdMillis());
        json.put("expires", grant.expiresMillis());
        return json;
    }

    private static Grant grant(Map<?, ?> json) {
        GrantKey key = new GrantKey(
                text(json, "pet"),
                text(json, "package"),
                text(json, "action"),
                text(json, "actionHash"),
                text(json, "target"));
        return new Grant(
                key,
                Grant.Ruling.valueOf(text(json, "ruling")),
                Grant.Scope.DATE,
                number(json, "created"),
                number(json, "expires"));
    }

    private static String text(Map<?, ?> json, String name) {
        if (json.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no " + name);
    }

    private static long number(Map<?, ?> json, String name) {
        if (json.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("no " + name);
    }

    private GrantBook unreadable(String what) {
        return GrantBook.unreadable(Problem.error(
                file.path().getFileName().toString(),
                what + ", so every action that needs a permission is denied",
                "run perch permissions revoke --all to begin anew"));
    }
}
