package dev.perch.tools.conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Any bytes to a socket, and lines from it, waited for no longer than a time. One thread, but for its own reader. */
final class Wire implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;
    private static final byte[] END = {};

    private final SocketChannel channel;
    private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();

    /** Over a connection that stands. */
    Wire(SocketChannel channel) {
        this.channel = channel;
        Thread reader = new Thread(this::read, "perch-conformance");
        reader.setDaemon(true);
        reader.start();
    }

    /** Connects. @throws IOException when nobody listens there */
    static Wire to(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new Wire(channel);
        } catch (IOException nobody) {
            channel.close();
            throw nobody;
        }
    }

    private void read() {
        try {
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0 && line.size() < MOST_BYTES; next = in.read()) {
                if (next == '\n') {
                    heard.add(line.toByteArray());
                    line.reset();
                } else {
                    line.write(next);
                }
            }
        } catch (IOException hungUp) {
            // said by the end
        } finally {
            heard.add(END);
        }
    }

    /** Says it, as far as anybody listens: who does not, is heard to have hung up. */
    void say(byte[] bytes) {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException hungUp) {
            // said by the end
        }
    }

    /** The next line; null: it was hung up on. @throws Broken when nothing comes in that time */
    byte @Nullable [] hear(Duration patience) throws Broken {
        byte[] line;
        try {
            line = heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Broken("stopped");
        }
        if (line == null) {
            throw new Broken("nothing came in " + patience.toMillis() + " ms, and the line stayed open");
        }
        if (line == END) {
            heard.add(END);
            return null;
        }
        return line;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException already) {
            // it is closed
        }
    }
}
