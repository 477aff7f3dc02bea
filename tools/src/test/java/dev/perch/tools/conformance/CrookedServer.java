package dev.perch.tools.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Stands before a right server and makes one thing of it wrong: what it says passes through here, line by line. */
final class CrookedServer implements AutoCloseable {
    private final ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
    private final Path behind;
    private final UnaryOperator<String> said;
    private final boolean hangsUp;

    /**
     * Begins.
     *
     * @param at where it listens
     * @param behind where the right server listens
     * @param said makes another line of each that the server says
     * @param hangsUp whether it hangs up when the server does
     */
    CrookedServer(Path at, Path behind, UnaryOperator<String> said, boolean hangsUp) throws IOException {
        this.behind = behind;
        this.said = said;
        this.hangsUp = hangsUp;
        door.bind(UnixDomainSocketAddress.of(at));
        start(this::accept);
    }

    private void accept() throws IOException {
        while (door.isOpen()) {
            SocketChannel client = door.accept();
            SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(behind));
            open.addAll(List.of(client, server));
            start(() -> {
                try (client;
                        server) {
                    relay(client, server);
                }
            });
            start(() -> answer(client, server));
        }
    }

    /** By hand: streams of a channel read and write one after the other, so an answer would wait for the next question. */
    private static void relay(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        while (from.read(bytes) >= 0) {
            write(to, bytes.flip());
            bytes.clear();
        }
    }

    private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private void answer(SocketChannel client, SocketChannel server) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(server), StandardCharsets.UTF_8));
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                write(client, ByteBuffer.wrap((said.apply(line) + "\n").getBytes(StandardCharsets.UTF_8)));
            }
        } finally {
            if (hangsUp) {
                client.close();
            }
        }
    }

    /** Work that ends when a line is cut. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException cut) {
                // one end is gone, and so is this
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (SocketChannel channel : open) {
            channel.close();
        }
    }
}
