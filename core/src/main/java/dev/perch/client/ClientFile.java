package dev.perch.client;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.files.AtomicFile;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The registered clients, in {@code clients.json}, which nobody but the user may read. Several processes may change it: each
 * does so under a lock, from what is there then.
 */
public final class ClientFile {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_CLIENTS = 64;
    private static final String KEY = "[0-9a-f]{64}";
    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(5, 32, 128, 20, 4096));

    private final AtomicFile file;
    private final Path lock;

    /** The file in the folder of what Perch remembers; neither need exist. */
    public ClientFile(Path state) {
        file = new AtomicFile(state.resolve("clients.json"), true);
        lock = state.resolve("clients.lock");
    }

    /** Where it is. */
    public Path path() {
        return file.path();
    }

    /** The clients. @throws IOException when the file is there and no such file: nobody is let in then */
    public List<Client> read() throws IOException {
        byte[] bytes;
        try {
            bytes = file.read(MOST_BYTES);
        } catch (NoSuchFileException none) {
            return List.of();
        }
        List<Client> clients = new ArrayList<>();
        try (JsonParser parser = STRICT.parser(bytes, 0, bytes.length)) {
            Object list = JsonTree.readObject(parser).get("clients");
            if (!(list instanceof List<?> all)) {
                throw new IOException("it lists no clients");
            }
            for (Object one : all) {
                clients.add(client(one));
            }
        }
        return List.copyOf(clients);
    }

    /**
     * Changes them, and blocks until that is on the disk.
     *
     * @return how they are now
     * @throws IOException when the file cannot be read or written; it is as before then
     */
    public List<Client> change(UnaryOperator<List<Client>> how) throws IOException {
        Files.createDirectories(lock.resolveSibling(""));
        try (FileChannel guard = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = guard.lock()) {
            List<Client> after = List.copyOf(how.apply(read()));
            if (after.size() > MOST_CLIENTS) {
                throw new IOException("there are " + MOST_CLIENTS + " clients already");
            }
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("schema", 1);
            tree.put("clients", after.stream().map(ClientFile::tree).toList());
            file.write(JsonTree.page(tree).getBytes(StandardCharsets.UTF_8));
            return after;
        }
    }

    private static Map<String, Object> tree(Client client) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", client.id());
        tree.put("name", client.name());
        tree.put("key", client.key());
        Rights rights = client.rights();
        tree.put("scopes", words(rights.scopes()));
        tree.put("ask", words(rights.asks()));
        tree.put("threads", rights.threads().stream().sorted().toList());
        tree.put("folders", rights.folders().stream().sorted().toList());
        tree.put("sources", rights.sources().stream().sorted().toList());
        tree.put("created", client.createdMs());
        tree.put("until", client.untilMs());
        if (!client.run().isEmpty()) {
            tree.put("run", client.run());
        }
        return tree;
    }

    private static List<String> words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().toList();
    }

    private static Set<Scope> scopes(Set<String> words) {
        return words.stream().flatMap(word -> Scope.of(word).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** One that an older Perch registered is bound to nothing, and nobody is asked. */
    private static Set<String> names(Map<?, ?> client, String name) throws IOException {
        Object listed = client.get(name);
        if (listed == null) {
            return Set.of();
        }
        if (listed instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
        }
        throw new IOException("it binds a client to no list of " + name);
    }

    private static Client client(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map
                && map.get("id") instanceof String id
                && map.get("name") instanceof String name
                && Client.isName(name)
                && map.get("key") instanceof String key
                && key.matches(KEY)
                && map.get("created") instanceof Number created
                && map.get("until") instanceof Number until
                && (map.get("run") == null || map.get("run") instanceof String)) {
            Rights rights = new Rights(
                    scopes(names(map, "scopes")),
                    scopes(names(map, "ask")),
                    names(map, "threads"),
                    names(map, "folders"),
                    names(map, "sources"));
            String run = map.get("run") instanceof String named ? named : "";
            return new Client(id, name, key, rights, created.longValue(), until.longValue(), run);
        }
        throw new IOException("it has a client that is none");
    }
}
