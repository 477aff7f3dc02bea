package dev.perch.status;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import dev.perch.json.RpcCall;
import dev.perch.json.StrictJson;
import dev.perch.local.LocalFault;
import dev.perch.local.LocalLine;
import dev.perch.local.RunFolder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the status socket of the companion that runs. Blocks; one thread, but for {@link #close}. */
public final class StatusClient implements AutoCloseable {
    private static final int MOST_BYTES = StatusServer.UNSENT_BYTES;
    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(8, 64, 16 * 1024, 32, MOST_BYTES));

    private final LocalLine line;

    private StatusClient(LocalLine line) {
        this.line = line;
    }

    /**
     * Connects.
     *
     * @return empty: no companion runs
     * @throws LocalFault when its socket is not the user's, or cannot be opened
     */
    public static Optional<StatusClient> connect(RunFolder folder) throws LocalFault {
        return LocalLine.connect(folder, StatusServer.SOCKET, MOST_BYTES).map(StatusClient::new);
    }

    /**
     * Has events told from now on.
     *
     * @param after the last one that is known, or null
     */
    public void subscribe(@Nullable String after) throws IOException {
        Map<String, Object> params = new LinkedHashMap<>();
        if (after != null) {
            params.put("after", after);
        }
        line.say(RpcCall.request(1, "events/subscribe", params));
    }

    /**
     * The next event as it was told; null: the companion hung up.
     *
     * @throws IOException also when it refused
     */
    public @Nullable Map<?, ?> next() throws IOException {
        while (true) {
            byte[] told = line.hear();
            if (told == null) {
                return null;
            }
            try (JsonParser parser = STRICT.parser(told, 0, told.length)) {
                Map<String, @Nullable Object> message = JsonTree.readObject(parser);
                if (message.get("error") instanceof Map<?, ?> error) {
                    throw new IOException(String.valueOf(error.get("message")));
                }
                if (message.get("params") instanceof Map<?, ?> params) {
                    return params;
                }
            }
        }
    }

    /** Ends it, also while another thread reads. */
    @Override
    public void close() throws IOException {
        line.close();
    }
}
