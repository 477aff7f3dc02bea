package dev.perch.testkit;

import dev.perch.client.ClientFile;
import dev.perch.client.ClientKey;
import dev.perch.client.ClientLine;
import dev.perch.client.Rights;
import dev.perch.client.Scope;
import dev.perch.ingress.IngressLimits;
import dev.perch.ingress.IngressPorts;
import dev.perch.ingress.IngressServer;
import dev.perch.json.RpcFault;
import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.model.RuntimeSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An ingress that is on, in a folder of its own, with a user who says yes to everything until told otherwise. */
public final class OpenIngress implements AutoCloseable {
    /** So much at once that no test meets a limit which it does not look for. */
    public static final IngressLimits GENEROUS = new IngressLimits(
            60_000, 1_000, 60_000, 1_000, 60_000, Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(2));

    public final List<IngressPorts.Spoken> spoken = new CopyOnWriteArrayList<>();
    public final List<RuntimeSnapshot> shown = new CopyOnWriteArrayList<>();
    /** The folders that threads work in. */
    public final Map<String, String> places = new ConcurrentHashMap<>();

    public final LetIn user = new LetIn();

    private final Path state;
    private final RunFolder folder;
    private final InstanceLock lock;
    private final IngressServer server;

    /** @param home empty */
    public OpenIngress(Path home, IngressPorts.Upstream upstream, IngressLimits limits, Set<String> workspaces)
            throws Exception {
        this(RunFolder.open(null, home.resolve("run")), home.resolve("state"), upstream, limits, workspaces);
    }

    /** The same in folders that are known elsewhere. */
    public OpenIngress(
            RunFolder folder, Path state, IngressPorts.Upstream upstream, IngressLimits limits, Set<String> workspaces)
            throws Exception {
        this(folder, state, upstream, limits, workspaces, null);
    }

    /** The same, and snapshots go elsewhere; null: all are kept in {@link #shown}. */
    public OpenIngress(
            RunFolder folder,
            Path state,
            IngressPorts.Upstream upstream,
            IngressLimits limits,
            Set<String> workspaces,
            IngressPorts.@Nullable SnapshotSink snapshots)
            throws Exception {
        this.folder = folder;
        this.state = state;
        lock = InstanceLock.take(folder).orElseThrow();
        try {
            server = IngressServer.start(
                    lock,
                    user.place(state),
                    state,
                    new IngressPorts(
                            upstream,
                            snapshots == null ? this::keep : snapshots,
                            new IngressPorts.ThreadFinder() {
                                @Override
                                public Optional<String> find(String which, Rights rights) {
                                    return Optional.empty();
                                }

                                @Override
                                public Optional<String> folder(String thread) {
                                    return Optional.ofNullable(places.get(thread));
                                }
                            },
                            user::read,
                            spoken::add,
                            workspaces),
                    limits);
        } catch (LocalFault shut) {
            lock.close();
            throw shut;
        }
    }

    private @Nullable String keep(RuntimeSnapshot snapshot) {
        shown.add(snapshot);
        return null;
    }

    public IngressServer server() {
        return server;
    }

    public Path audit() {
        return state.resolve("audit");
    }

    public ClientFile clients() {
        return new ClientFile(state);
    }

    public Path socket() {
        return folder.socket(IngressServer.SOCKET);
    }

    /** The key of a new client. */
    public ClientKey register(String name, Set<Scope> scopes) throws Exception {
        return register(name, Rights.of(scopes));
    }

    /** The key of a new client that may do just that. */
    public ClientKey register(String name, Rights rights) throws Exception {
        try (ClientLine stranger = stranger()) {
            return stranger.register(name, rights, 90, code -> {});
        }
    }

    /** A connection of a registered client. */
    public ClientLine connect(ClientKey key) throws Exception {
        ClientLine client = stranger();
        try {
            client.introduce(key, new SecureRandom());
            return client;
        } catch (IOException | RpcFault out) {
            client.close();
            throw out;
        }
    }

    /** A connection of somebody who has not said who it is. */
    public ClientLine stranger() throws Exception {
        return ClientLine.connect(folder, IngressServer.SOCKET).orElseThrow();
    }

    /** A connection on which anything can be said. */
    public Raw raw() throws IOException {
        return new Raw(socket());
    }

    /** Bytes to and from the socket. */
    public static final class Raw implements AutoCloseable {
        private final SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        private final BufferedReader in;

        private Raw(Path socket) throws IOException {
            channel.connect(UnixDomainSocketAddress.of(socket));
            in = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
        }

        /** Says it, as far as anybody listens. */
        public void say(byte[] bytes) throws IOException {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            try {
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            } catch (SocketException hungUp) {
                // the next hear says so
            }
        }

        public void say(String line) throws IOException {
            say((line + "\n").getBytes(StandardCharsets.UTF_8));
        }

        /** The next line; null: it was hung up on. */
        public @Nullable String hear() throws IOException {
            try {
                return in.readLine();
            } catch (SocketException hungUp) {
                return null;
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Override
    public void close() {
        server.close();
        lock.close();
    }
}
