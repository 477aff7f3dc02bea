package dev.perch.control;

import dev.perch.api.Clock;
import dev.perch.local.LocalFault;
import dev.perch.local.LocalSocket;
import dev.perch.local.Peer;
import dev.perch.local.RunFolder;
import dev.perch.model.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Asks the companion that runs. */
public final class ControlClient {
    private static final Duration PATIENCE = ControlServer.PATIENCE.multipliedBy(3);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final RunFolder folder;
    private final Clock clock;

    /** A client of the companion of that folder. */
    public ControlClient(RunFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Asks, and waits for the answer for some seconds. Not on the render thread.
     *
     * @return empty: no companion runs
     * @throws LocalFault when one runs and gives no answer that can be read, or its socket is not the user's
     */
    public Optional<ControlAnswer> ask(ControlCommand command) throws LocalFault {
        Path file = folder.socket(ControlServer.SOCKET);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            channel.connect(UnixDomainSocketAddress.of(file));
            if (!Peer.is(channel, LocalSocket.owner(folder.path()))) {
                throw fault("another user's program listens on " + file, "end that program");
            }
            channel.write(ByteBuffer.wrap(ControlWire.request(command)));
            channel.register(selector, SelectionKey.OP_READ);
            return Optional.of(ControlWire.readAnswer(line(channel, selector)));
        } catch (ConnectException nobody) {
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException broken) {
            throw fault("the companion that runs hung up (" + broken.getMessage() + ")", "try again, or end it");
        } catch (BadLine bad) {
            throw fault("it cannot be understood", String.valueOf(bad.getMessage()));
        }
    }

    private byte[] line(SocketChannel channel, Selector selector) throws IOException, LocalFault {
        ByteBuffer line = ByteBuffer.allocate(ControlWire.ANSWER_BYTES);
        long deadline = clock.nanos() + PATIENCE.toNanos();
        int got = 0;
        while (got >= 0 && line.hasRemaining()) {
            got = channel.read(line);
            if (line.position() > 0 && line.get(line.position() - 1) == '\n') {
                return Arrays.copyOf(line.array(), line.position() - 1);
            }
            long left = (deadline - clock.nanos()) / NANOS_PER_MILLI;
            if (left <= 0) {
                break;
            }
            selector.select(left);
            selector.selectedKeys().clear();
        }
        throw fault("the companion that runs gave no whole answer", "try again, or end it");
    }

    private static LocalFault fault(String what, String remedy) {
        return new LocalFault(Problem.error("control", what, remedy));
    }
}
