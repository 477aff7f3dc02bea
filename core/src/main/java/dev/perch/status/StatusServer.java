package dev.perch.status;

import dev.perch.client.Client;
import dev.perch.client.ClientKey;
import dev.perch.client.GuestBook;
import dev.perch.client.Scope;
import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.local.LocalSocket;
import dev.perch.local.Peer;
import dev.perch.local.Reception;
import dev.perch.local.RunFolder;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Lets registered programs of the same user read on a socket of its own: lines of JSON-RPC 2.0. There is nothing to write to. */
public final class StatusServer implements AutoCloseable {
    /** The name of the socket in the companion's folder. */
    public static final String SOCKET = "status.sock";

    /** Callers that are told events, at a time. */
    static final int MOST_SUBSCRIBERS = 16;

    static final int LINE_BYTES = 4096;

    /** Beside the socket: the key with which Perch's own commands read, good for one run of the companion. */
    static final String KEY = "status.key";

    /** A page of 256 threads with the longest titles, escaped, fits. */
    static final int UNSENT_BYTES = 1 << 20;

    private static final Duration SHAKE = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration PAIRING = Duration.ofMinutes(2);

    private static final Reception.Rules RULES =
            new Reception.Rules(32, LINE_BYTES, UNSENT_BYTES, Duration.ofSeconds(30));

    private final StatusFeed feed;
    private final Reception reception;
    private final GuestBook guests;
    private final Path key;
    private final Runnable news;

    private StatusServer(StatusFeed feed, Reception reception, GuestBook guests, Path key) {
        this.feed = feed;
        this.reception = reception;
        this.guests = guests;
        this.key = key;
        news = reception::wake;
        feed.listen(news);
    }

    /**
     * Makes the socket and begins to answer on it. Where the registered clients cannot be read, the user is told and Perch's own
     * commands can read all the same.
     *
     * @param lock held until after {@link #close}
     * @param detail whether titles, workspaces and the agents' own names of threads are told to Perch's own commands
     * @throws LocalFault when the socket or the key beside it cannot be made
     */
    public static StatusServer start(InstanceLock lock, GuestBook.Place place, StatusFeed feed, boolean detail)
            throws LocalFault {
        return start(lock, place, feed, detail, SHAKE);
    }

    /** @param shake how long a caller may take to show who it is */
    static StatusServer start(InstanceLock lock, GuestBook.Place place, StatusFeed feed, boolean detail, Duration shake)
            throws LocalFault {
        UserPrincipal owner = LocalSocket.owner(lock.folder().path());
        Path file = lock.folder().socket(SOCKET);
        Path key = key(lock.folder());
        Client house = Client.house(detail ? Scope.READING : Set.of(Scope.STATUS_READ), place.random());
        ServerSocketChannel socket = LocalSocket.bind(lock, SOCKET);
        GuestBook guests = new GuestBook(
                place,
                new GuestBook.Terms(shake, IDLE, PAIRING, Scope.READING, Map.of("lineBytes", LINE_BYTES)),
                house);
        StatusDesk desk = new StatusDesk(feed.log(), guests);
        try {
            new ClientKey(house.id(), house.key()).write(key);
            Reception reception = Reception.open(
                    socket,
                    RULES,
                    place.clock(),
                    caller -> Peer.is(caller, owner) && !guests.isCrowded(),
                    desk::welcome,
                    () -> LocalSocket.remove(file));
            guests.lookAgain();
            guests.follow(() -> {});
            return new StatusServer(feed, reception, guests, key);
        } catch (IOException unopened) {
            guests.close();
            throw LocalSocket.fault(file, unopened);
        }
    }

    static Path key(RunFolder folder) {
        return folder.path().resolve(KEY);
    }

    /** Hangs up on all, and takes the socket and the key away. */
    @Override
    public void close() {
        feed.forget(news);
        reception.close();
        guests.close();
        LocalSocket.remove(key);
    }
}
