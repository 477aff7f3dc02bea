package dev.perch.client;

import dev.perch.api.Clock;
import dev.perch.files.DirectoryWatch;
import dev.perch.local.Endpoint;
import dev.perch.local.Visit;
import dev.perch.local.Visitor;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All callers of one socket at which one must be known, and what they share. Safe for threads. */
public final class GuestBook implements AutoCloseable {
    /** Callers that nobody knows, at a time. */
    private static final int MOST_UNKNOWN = 8;

    /** Connections of one client; Perch's own commands have as many as there is room for. */
    public static final int MOST_EACH = 4;

    private static final int MOST_WAITING = 128;

    final Terms terms;
    final Clock clock;
    final RandomGenerator random;
    final ClientRegistry registry;
    final Consent consent;
    final String instance;
    private final Place place;
    private final List<Guest> guests = new CopyOnWriteArrayList<>();
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final ScheduledThreadPoolExecutor thread;
    private volatile Runnable counted = () -> {};
    private @Nullable DirectoryWatch watch;

    /**
     * What a book needs of its surroundings.
     *
     * @param clients who is let in
     * @param wallMs the wall clock
     * @param random one that nobody can guess
     * @param consent asks the user
     * @param audit writes down what was done
     * @param notes told of what the user should know, on any thread
     */
    public record Place(
            ClientFile clients,
            Clock clock,
            LongSupplier wallMs,
            RandomGenerator random,
            Consent consent,
            AuditTrail audit,
            Consumer<Problem> notes) {}

    /**
     * What callers must keep to.
     *
     * @param shake how long one may take to show who it is
     * @param idle how long a client may say nothing
     * @param pairing how long the user has to let a program in
     * @param scopes what can be asked for at this socket
     * @param limits told to those who are let in
     */
    public record Terms(
            Duration shake, Duration idle, Duration pairing, Set<Scope> scopes, Map<String, Integer> limits) {
        /** Takes copies. */
        public Terms {
            scopes = Set.copyOf(scopes);
            limits = Map.copyOf(limits);
        }
    }

    /**
     * A book that knows nobody until {@link #look}.
     *
     * @param house is let in besides those of the file; null: nobody
     */
    public GuestBook(Place place, Terms terms, @Nullable Client house) {
        this.place = place;
        this.terms = terms;
        clock = place.clock();
        random = place.random();
        consent = place.consent();
        instance = Endpoint.ofThisProcess().instance();
        registry = new ClientRegistry(place.clients(), house, clock, place.wallMs(), instance);
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread made = new Thread(work, "perch-clients");
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Reads who is let in. @throws IOException when that cannot be read: nobody is, but for the house */
    public void look() throws IOException {
        registry.look();
    }

    /**
     * Hears from now on of who is let in and who is shut out. The latter are hung up on.
     *
     * @param changed run then, on any thread
     */
    public void follow(Runnable changed) {
        Runnable again = () -> {
            lookAgain();
            guests.forEach(Guest::checkAgain);
            changed.run();
        };
        Path file = place.clients().path();
        DirectoryWatch ears = new DirectoryWatch(file, again);
        watch = ears;
        try {
            Files.createDirectories(file.resolveSibling(""));
        } catch (IOException notYet) {
            // it is looked for every second
        }
        ears.ensure();
        if (!ears.hears()) {
            lookUntilHeard(ears, again);
        }
    }

    private void lookUntilHeard(DirectoryWatch ears, Runnable again) {
        Future<?> unused = thread.schedule(
                () -> {
                    ears.ensure();
                    again.run();
                    if (!ears.hears()) {
                        lookUntilHeard(ears, again);
                    }
                },
                1,
                TimeUnit.SECONDS);
    }

    /** Reads it where a file that cannot be read shuts nobody's door but the clients'. */
    public void lookAgain() {
        try {
            registry.look();
        } catch (IOException unread) {
            place.notes()
                    .accept(Problem.warning(
                            place.clients().path().toString(),
                            "cannot be read (" + unread.getMessage() + "), so no program is let in",
                            "mend it, or remove it and register your programs again"));
        }
    }

    /** Takes a caller in. The reception's thread. */
    public Visitor welcome(Visit visit, Function<? super Guest, ? extends Guest.Service> services) {
        Guest guest = new Guest(visit, this, services);
        guests.add(guest);
        return guest;
    }

    void left(Guest guest) {
        guests.remove(guest);
        if (guest.client() != null) {
            counted.run();
        }
    }

    /** A guest has shown who it is. */
    void knows() {
        counted.run();
    }

    /** Has that run whenever another number of clients is connected, on any thread; it must return at once. */
    public void onConnected(Runnable listener) {
        counted = listener;
    }

    /** Those who are there now. */
    public List<Guest> guests() {
        return List.copyOf(guests);
    }

    /** The client, if it is let in now. */
    public @Nullable Client client(String id) {
        return registry.client(id);
    }

    /** How many connections of clients there are. */
    public int connected() {
        return (int) guests.stream().filter(guest -> guest.client() != null).count();
    }

    /** Whether there are so many callers that nobody knows that one more is too many. */
    public boolean isCrowded() {
        return guests.stream().filter(guest -> guest.client() == null).count() > MOST_UNKNOWN;
    }

    /** Whether a client has as many connections as it may. */
    boolean isFull(Client client) {
        return !registry.isHouse(client.id())
                && guests.stream().filter(guest -> guest.isOf(client.id())).count() >= MOST_EACH;
    }

    /** Has something written down soon: no caller waits for the disk because of another, unless much is waiting already. */
    public void audit(String kind, String... pairs) {
        if (!room.tryAcquire()) {
            auditNow(kind, pairs);
            return;
        }
        onDisk(() -> {
            room.release();
            auditNow(kind, pairs);
        });
    }

    /** Blocks until it is on the disk. */
    public void auditNow(String kind, String... pairs) {
        Map<String, String> line = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            line.put(pairs[i], pairs[i + 1]);
        }
        try {
            place.audit().write(kind, line);
        } catch (IOException unwritten) {
            // whoever writes the audit has told the user
        }
    }

    /** Has something done by a thread that may wait for the disk. */
    void onDisk(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            // nobody waits for it any more
        }
    }

    /** Ends what is under way; after the last guest has left. */
    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
