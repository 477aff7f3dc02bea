package dev.perch.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perch.client.ClientFault;
import dev.perch.json.RpcFault;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.testkit.FakeClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many sources one client may have. */
final class SnapshotSlotsTest {
    private static final int MOST = 16;

    @Test
    void aSeventeenthSourceFindsRoomOnceASnapshotOfAnotherNoLongerHolds() throws Exception {
        FakeClock clock = new FakeClock();
        SnapshotSlots slots = new SnapshotSlots(clock);
        for (int i = 0; i < MOST; i++) {
            put(slots, "source-" + i, i == 3 ? 1_000L : 600_000L);
        }
        RpcFault full = assertThrows(RpcFault.class, () -> put(slots, "one-more", 1_000L));
        assertEquals(ClientFault.OVERLOADED, full.code());
        put(slots, "source-4", 1_000L);
        clock.advance(Duration.ofSeconds(2));
        put(slots, "one-more", 1_000L);
        put(slots, "and-another", 1_000L);
        assertThrows(RpcFault.class, () -> put(slots, "too-many", 1_000L));
    }

    private static void put(SnapshotSlots slots, String source, long ttlMillis) throws RpcFault {
        slots.open(source);
        RuntimeSnapshot snapshot =
                new RuntimeSnapshot(PetAnimationState.RUNNING, "x", null, Map.of(RuntimeSnapshot.TTL_MS, ttlMillis));
        slots.keep(new SnapshotReader.Put(source, "", SnapshotReader.Put.UNCOUNTED, snapshot));
    }
}
