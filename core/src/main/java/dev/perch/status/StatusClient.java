package dev.perch.status;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import dev.perch.json.RpcCall;
import dev.perch.json.StrictJson;
import dev.perch.local.LocalFault;
import dev.perch.local.LocalSocket;
import dev.perch.local.Peer;
import dev.perch.local.RunFolder;
import dev.perch.model.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the status socket of the companion that runs. Blocks; one thread, but for {@link #close}. */
public final class StatusClient implements AutoCloseable {
    private static final int MOST_BYTES = StatusServer.UNSENT_BYTES;
    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(8, 64, 16 * 1024, 32, MOST_BYTES));

    private final SocketChannel channel;
    private final InputStream in;

    private StatusClient(SocketChannel channel) {
        this.channel = channel;
        in = new BufferedInputStream(Channels.newInputStream(channel));
    }

    /**
     * Connects.
     *
     * @return empty: no companion runs
     * @throws LocalFault when its socket is not the user's, or cannot be opened
     */
    public static Optional<StatusClient> connect(RunFolder folder) throws LocalFault {
        Path file = folder.socket(StatusServer.SOCKET);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(file));
            if (!Peer.is(channel, LocalSocket.owner(folder.path()))) {
                channel.close();
                throw new LocalFault(
                        Problem.error("status", "another user's program listens on " + file, "end that program"));
            }
            return Optional.of(new StatusClient(channel));
        } catch (ConnectException nobody) {
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException broken) {
            throw new LocalFault(
                    Problem.error("status", "it cannot be read (" + broken.getMessage() + ")", "try again"), broken);
        }
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
        ByteBuffer line = ByteBuffer.wrap(RpcCall.request(1, "events/subscribe", params));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /**
     * The next event as it was told; null: the companion hung up.
     *
     * @throws IOException also when it refused
     */
    public @Nullable Map<?, ?> next() throws IOException {
        while (true) {
            byte[] line = line();
            if (line == null) {
                return null;
            }
            try (JsonParser parser = STRICT.parser(line, 0, line.length)) {
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

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
            if (line.size() > MOST_BYTES) {
                throw new IOException("a line is longer than " + MOST_BYTES + " bytes");
            }
        }
        return line.toByteArray();
    }

    /** Ends it, also while another thread reads. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
