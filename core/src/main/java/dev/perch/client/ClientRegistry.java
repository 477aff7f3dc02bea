package dev.perch.client;

import dev.perch.api.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Who is let in now, and who guessed wrong of late. Safe for threads, but for failures, which are the reception's. */
final class ClientRegistry {
    /** How long a client is let in at most. */
    static final int MOST_DAYS = 90;

    private static final int MOST_FAILURES = 5;
    private static final Duration FAILURES_IN = Duration.ofMinutes(1);
    private static final Duration LOCKED_OUT = Duration.ofSeconds(30);
    private static final int MOST_NAMES = 256;

    private final ClientFile file;
    private final @Nullable Client house;
    private final Clock clock;
    private final LongSupplier wallMs;
    private final String run;
    private final Map<String, Deque<Long>> failures = new LinkedHashMap<>();
    private volatile Map<String, Client> clients = Map.of();

    /**
     * @param house is let in besides, and stands in no file; null: nobody
     * @param run names this run of Perch
     */
    ClientRegistry(ClientFile file, @Nullable Client house, Clock clock, LongSupplier wallMs, String run) {
        this.file = file;
        this.house = house;
        this.clock = clock;
        this.wallMs = wallMs;
        this.run = run;
    }

    /** Reads the file again; one that cannot be read lets nobody in. */
    void look() throws IOException {
        try {
            set(file.read());
        } catch (IOException unread) {
            clients = Map.of();
            throw unread;
        }
    }

    private void set(List<Client> all) {
        Map<String, Client> next = new HashMap<>();
        all.forEach(one -> next.put(one.id(), one));
        clients = next;
    }

    /** The client, if it is let in now. */
    @Nullable
    Client client(String id) {
        if (isHouse(id)) {
            return house;
        }
        Client client = clients.get(id);
        return client != null && client.isLetIn(wallMs.getAsLong(), run) ? client : null;
    }

    boolean isHouse(String id) {
        return house != null && house.id().equals(id);
    }

    boolean isNameTaken(String name) {
        return name.equals(Client.HOUSE)
                || clients.values().stream()
                        .anyMatch(one -> one.name().equals(name) && one.isLetIn(wallMs.getAsLong(), run));
    }

    /** Registers a client, and blocks until that is on the disk. @throws IOException when it cannot be */
    Client register(Consent.Asked asked, RandomGenerator random) throws IOException {
        long now = wallMs.getAsLong();
        boolean session = asked.days() == Consent.SESSION;
        Client made = new Client(
                Client.newId(random),
                asked.name(),
                Handshake.nonce(random),
                asked.rights(),
                now,
                now + Duration.ofDays(session ? MOST_DAYS : asked.days()).toMillis(),
                session ? run : "");
        set(file.change(all -> {
            List<Client> next = new ArrayList<>(all);
            next.removeIf(one -> one.name().equals(asked.name()) || !one.isLetIn(now, run));
            next.add(made);
            return next;
        }));
        return made;
    }

    /** Whether somebody guessed wrong for that client so often that nobody may try now. */
    boolean isLockedOut(String client) {
        Deque<Long> times = failures.get(client);
        return times != null && times.size() >= MOST_FAILURES && clock.nanos() - times.getLast() < LOCKED_OUT.toNanos();
    }

    void failed(String client) {
        Deque<Long> times = failures.computeIfAbsent(client, id -> new ArrayDeque<>());
        long now = clock.nanos();
        times.removeIf(time -> now - time > FAILURES_IN.toNanos());
        times.add(now);
        if (failures.size() > MOST_NAMES) {
            failures.remove(failures.keySet().iterator().next());
        }
    }
}
