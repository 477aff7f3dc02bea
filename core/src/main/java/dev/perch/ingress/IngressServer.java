package dev.perch.ingress;

import dev.perch.api.Clock;
import dev.perch.client.GuestBook;
import dev.perch.client.Scope;
import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.local.LocalSocket;
import dev.perch.local.Peer;
import dev.perch.local.Reception;
import dev.perch.model.Problem;
import dev.perch.model.TurnNews;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.EnumSet;

/**
 * Lets registered programs of the same user write, on a socket of its own: lines of JSON-RPC 2.0. There only while the user wants
 * it.
 */
public final class IngressServer implements AutoCloseable {
    /** The name of the socket in the companion's folder. */
    public static final String SOCKET = "ingress.sock";

    /** So many orders can wait for the disk. */
    public static final int MOST_WAITING = DeliveryPost.MOST_WAITING;

    /** The name of the journal in the folder of what Perch remembers. */
    static final String JOURNAL = "deliveries.jsonl";

    private static final Reception.Rules RULES = new Reception.Rules(
            IngressLimits.CALLERS, IngressLimits.FRAME_BYTES, 4 * IngressLimits.FRAME_BYTES, Duration.ofSeconds(30));

    private final IngressDesk desk;
    private final Reception reception;

    private IngressServer(IngressDesk desk, Reception reception) {
        this.desk = desk;
        this.reception = reception;
    }

    /**
     * Makes the socket and begins to answer on it.
     *
     * @param lock held until after {@link #close}
     * @param state the folder of what Perch remembers
     * @throws LocalFault when it cannot be opened: nothing can be sent then
     */
    public static IngressServer start(
            InstanceLock lock, GuestBook.Place place, Path state, IngressPorts ports, IngressLimits limits)
            throws LocalFault {
        UserPrincipal owner = LocalSocket.owner(lock.folder().path());
        GuestBook guests = new GuestBook(
                place,
                new GuestBook.Terms(
                        limits.shake(),
                        limits.idle(),
                        limits.pairing(),
                        EnumSet.allOf(Scope.class),
                        IngressLimits.TOLD),
                null);
        IngressDesk desk;
        try {
            guests.look();
            desk = new IngressDesk(ports, limits, guests, place, state.resolve(JOURNAL));
        } catch (IOException unread) {
            guests.close();
            throw new LocalFault(
                    Problem.error(
                            "ingress",
                            "what it must remember cannot be read (" + unread.getMessage() + "), so it stays closed",
                            "mend or remove that file"),
                    unread);
        }
        try {
            return open(lock, owner, place.clock(), desk);
        } catch (LocalFault unbound) {
            desk.close();
            throw unbound;
        }
    }

    private static IngressServer open(InstanceLock lock, UserPrincipal owner, Clock clock, IngressDesk desk)
            throws LocalFault {
        Path file = lock.folder().socket(SOCKET);
        ServerSocketChannel socket = LocalSocket.bind(lock, SOCKET);
        try {
            Reception reception = Reception.open(
                    socket,
                    RULES,
                    clock,
                    caller -> Peer.is(caller, owner) && !desk.guests.isCrowded(),
                    desk::welcome,
                    () -> LocalSocket.remove(file));
            desk.guests.follow(desk::clientsChanged);
            return new IngressServer(desk, reception);
        } catch (IOException unopened) {
            throw LocalSocket.fault(file, unopened);
        }
    }

    /** Something was heard of threads. Any thread. */
    public void heard(TurnNews news) {
        desk.post().heard(news);
    }

    /** Has that run whenever another number of registered programs is connected, on any thread; it must return at once. */
    public void onConnected(Runnable listener) {
        desk.guests.onConnected(listener);
    }

    /** How many connections of registered programs there are. Any thread; takes no lock. */
    public int connected() {
        return desk.guests.connected();
    }

    /** How many orders wait for the disk. Any thread; takes no lock. */
    public int waiting() {
        return desk.post().waiting();
    }

    /** Hangs up on all, takes the socket away, and finishes what is being written. */
    @Override
    public void close() {
        reception.close();
        desk.close();
    }
}
