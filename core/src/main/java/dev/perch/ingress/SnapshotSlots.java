package dev.perch.ingress;

import dev.perch.api.Clock;
import dev.perch.client.ClientFault;
import dev.perch.json.RpcFault;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How far the sources of one client have counted, over all of its connections. The reception's thread only. */
final class SnapshotSlots {
    private static final int MOST = 16;

    private final Clock clock;
    private final Map<String, Slot> slots = new HashMap<>();

    SnapshotSlots(Clock clock) {
        this.clock = clock;
    }

    /** How far a source has counted, in one of its runs, and until when that is true. */
    private record Slot(String epoch, long sequence, long untilNanos) {}

    /** Whether a later one of that run came before; one that is not counted is always the latest. */
    boolean isStale(SnapshotReader.Put put) {
        Slot last = slots.get(put.source());
        return last != null && put.isCounted() && last.epoch().equals(put.epoch()) && put.sequence() <= last.sequence();
    }

    /** How far that source has counted. */
    long lastOf(String source) {
        Slot last = slots.get(source);
        return last == null ? SnapshotReader.Put.UNCOUNTED : last.sequence();
    }

    /** How far each source that counts has counted, and in which of its runs, in words. */
    Map<String, Map<String, ?>> counts() {
        Map<String, Map<String, ?>> counts = new TreeMap<>();
        slots.forEach((source, slot) -> {
            if (slot.sequence() != SnapshotReader.Put.UNCOUNTED) {
                counts.put(
                        source,
                        slot.epoch().isEmpty()
                                ? Map.of("seq", slot.sequence())
                                : Map.of("epoch", slot.epoch(), "seq", slot.sequence()));
            }
        });
        return counts;
    }

    /** Makes room for a source, in place of those whose time is over. @throws RpcFault when the client has too many */
    void open(String source) throws RpcFault {
        if (slots.containsKey(source) || slots.size() < MOST) {
            return;
        }
        long now = clock.nanos();
        slots.values().removeIf(slot -> now - slot.untilNanos() > 0);
        if (slots.size() >= MOST) {
            throw new RpcFault(ClientFault.OVERLOADED, "a client has at most " + MOST + " sources at a time.");
        }
    }

    /** It was shown. */
    void keep(SnapshotReader.Put put) {
        long until = clock.nanos() + put.snapshot().ttlNanos();
        slots.put(put.source(), new Slot(put.epoch(), put.sequence(), until));
    }
}
