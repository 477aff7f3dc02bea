package dev.perch.ingress;

import dev.perch.api.Clock;
import dev.perch.files.DirectoryWatch;
import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.local.LocalSocket;
import dev.perch.local.Peer;
import dev.perch.local.Reception;
import dev.perch.model.Problem;
import dev.perch.model.TurnNews;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Lets registered programs of the same user write, on a socket of its own: lines of JSON-RPC 2.0. There only while the user wants
 * it.
 */
public final class IngressServer implements AutoCloseable {
    /** The name of the socket in the companion's folder. */
    public static final String SOCKET = "ingress.sock";

    /** The name of the journal in the folder of what Perch remembers. */
    static final String JOURNAL = "deliveries.jsonl";

    private static final Reception.Rules RULES = new Reception.Rules(
            IngressLimits.CALLERS, IngressLimits.FRAME_BYTES, 4 * IngressLimits.FRAME_BYTES, Duration.ofSeconds(30));

    private final IngressDesk desk;
    private final Reception reception;
    private final DirectoryWatch watch;

    private IngressServer(IngressDesk desk, Reception reception, DirectoryWatch watch) {
        this.desk = desk;
        this.reception = reception;
        this.watch = watch;
    }

    /**
     * What a server needs of its surroundings.
     *
     * @param clients who is let in
     * @param state the folder of what Perch remembers
     * @param wallMs the wall clock
     * @param random one that nobody can guess
     * @param notes told of what the user should know, on any thread
     */
    public record Place(
            ClientFile clients,
            Path state,
            Clock clock,
            LongSupplier wallMs,
            RandomGenerator random,
            Consumer<Problem> notes) {}

    /**
     * Makes the socket and begins to answer on it.
     *
     * @param lock held until after {@link #close}
     * @throws LocalFault when it cannot be opened: nothing can be sent then
     */
    public static IngressServer start(InstanceLock lock, Place place, IngressPorts ports, IngressLimits limits)
            throws LocalFault {
        UserPrincipal owner = LocalSocket.owner(lock.folder().path());
        return start(lock, owner, place, ports, limits);
    }

    /** @param owner the only user that is listened to */
    static IngressServer start(
            InstanceLock lock, UserPrincipal owner, Place place, IngressPorts ports, IngressLimits limits)
            throws LocalFault {
        ClientRegistry registry = new ClientRegistry(place.clients(), place.clock(), place.wallMs(), limits);
        IngressDesk desk;
        try {
            registry.look();
            desk = new IngressDesk(
                    ports,
                    limits,
                    registry,
                    place.clock(),
                    place.wallMs(),
                    place.random(),
                    place.state().resolve(JOURNAL));
        } catch (IOException unread) {
            throw new LocalFault(
                    Problem.error(
                            "ingress",
                            "what it must remember cannot be read (" + unread.getMessage() + "), so it stays closed",
                            "mend or remove that file"),
                    unread);
        }
        try {
            return open(lock, owner, place, desk, registry);
        } catch (LocalFault unbound) {
            desk.close();
            throw unbound;
        }
    }

    private static IngressServer open(
            InstanceLock lock, UserPrincipal owner, Place place, IngressDesk desk, ClientRegistry registry)
            throws LocalFault {
        Path file = lock.folder().socket(SOCKET);
        ServerSocketChannel socket = LocalSocket.bind(lock, SOCKET);
        try {
            Reception reception = Reception.open(
                    socket,
                    RULES,
                    place.clock(),
                    caller -> welcome(caller, owner, desk),
                    desk::welcome,
                    () -> LocalSocket.remove(file));
            Runnable changed = () -> changed(registry, desk, place);
            DirectoryWatch watch = new DirectoryWatch(place.clients().path(), changed);
            watch.ensure();
            if (!watch.hears()) {
                desk.post().everySecond(changed);
            }
            return new IngressServer(desk, reception, watch);
        } catch (IOException unopened) {
            throw LocalSocket.fault(file, unopened);
        }
    }

    private static boolean welcome(SocketChannel caller, UserPrincipal owner, IngressDesk desk) {
        return Peer.is(caller, owner) && !desk.isCrowded();
    }

    private static void changed(ClientRegistry registry, IngressDesk desk, Place place) {
        try {
            registry.look();
        } catch (IOException unread) {
            place.notes()
                    .accept(Problem.warning(
                            place.clients().path().toString(),
                            "cannot be read (" + unread.getMessage() + "), so no program is let in",
                            "mend it, or remove it and register your programs again"));
        }
        desk.clientsChanged();
    }

    /** Something was heard of threads. Any thread. */
    public void heard(TurnNews news) {
        desk.post().heard(news);
    }

    /** How many connections of registered programs there are. Any thread; takes no lock. */
    public int connected() {
        return desk.connected();
    }

    /** Hangs up on all, takes the socket away, and finishes what is being written. */
    @Override
    public void close() {
        watch.close();
        reception.close();
        desk.close();
    }
}
