package dev.perch.status;

import dev.perch.client.ClientKey;
import dev.perch.client.ClientLine;
import dev.perch.json.RpcFault;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Reads the status socket of the companion that runs, as Perch's own commands. Blocks; one thread, but for {@link #close}. */
public final class StatusClient implements AutoCloseable {
    private final ClientLine line;

    private StatusClient(ClientLine line) {
        this.line = line;
    }

    /**
     * Connects, with the key that lies beside the socket.
     *
     * @param random one that nobody can guess
     * @return empty: no companion runs
     * @throws LocalFault when its socket is not the user's, or cannot be opened
     * @throws IOException when there is no such key, or what listens there does not know it
     */
    public static Optional<StatusClient> connect(RunFolder folder, RandomGenerator random)
            throws LocalFault, IOException {
        Optional<ClientLine> line = ClientLine.connect(folder, StatusServer.SOCKET);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        try {
            ClientKey key = ClientKey.read(StatusServer.key(folder))
                    .orElseThrow(() -> new IOException(StatusServer.KEY + " is not there"));
            line.get().introduce(key, random);
            return Optional.of(new StatusClient(line.get()));
        } catch (IOException | RpcFault out) {
            line.get().close();
            throw new IOException(out.getMessage(), out);
        }
    }

    /**
     * Has events told from now on.
     *
     * @param after the last one that is known, or null
     * @throws IOException also when it is refused
     */
    public void subscribe(@Nullable String after) throws IOException {
        Map<String, Object> params = new LinkedHashMap<>();
        if (after != null) {
            params.put("after", after);
        }
        try {
            line.call("events/subscribe", params);
        } catch (RpcFault refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    /** The next event as it was told; null: the companion hung up. */
    public @Nullable Map<?, ?> next() throws IOException {
        Map<?, ?> notice = line.next();
        return notice != null && notice.get("params") instanceof Map<?, ?> event ? event : null;
    }

    /** Ends it, also while another thread reads. */
    @Override
    public void close() throws IOException {
        line.close();
    }
}
