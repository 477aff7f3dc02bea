package dev.perch.local;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lines to and from a socket of the companion that runs. Blocks; one thread, but for {@link #close}. */
public final class LocalLine implements AutoCloseable {
    private final SocketChannel channel;
    private final InputStream in;
    private final int mostBytes;

    private LocalLine(SocketChannel channel, int mostBytes) {
        this.channel = channel;
        this.mostBytes = mostBytes;
        in = new BufferedInputStream(Channels.newInputStream(channel));
    }

    /**
     * Connects.
     *
     * @param socket its name in the companion's folder
     * @param mostBytes of a line that comes
     * @return empty: nobody listens there
     * @throws LocalFault when the socket is not the user's, or cannot be opened
     */
    public static Optional<LocalLine> connect(RunFolder folder, String socket, int mostBytes) throws LocalFault {
        Path file = folder.socket(socket);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(file));
            if (!Peer.is(channel, LocalSocket.owner(folder.path()))) {
                channel.close();
                throw new LocalFault(
                        Problem.error(socket, "another user's program listens on " + file, "end that program"));
            }
            return Optional.of(new LocalLine(channel, mostBytes));
        } catch (ConnectException nobody) {
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException broken) {
            throw new LocalFault(
                    Problem.error(socket, "it cannot be read (" + broken.getMessage() + ")", "try again"), broken);
        }
    }

    /** Says a line, which has its line feed. */
    public void say(byte[] line) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(line);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** The next line, without its line feed; null: the companion hung up. */
    public byte @Nullable [] hear() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
            if (line.size() > mostBytes) {
                throw new IOException("a line is longer than " + mostBytes + " bytes");
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
