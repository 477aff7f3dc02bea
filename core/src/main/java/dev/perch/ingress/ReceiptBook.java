package dev.perch.ingress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All receipts, by client and key, by their names, and by turn. One thread at a time, but for {@link #isUnderWay}. */
final class ReceiptBook {
    /** A client may ask again for so long, and for so many deliveries, whichever is more. */
    static final Duration KEPT = Duration.ofHours(24);

    static final int KEPT_EACH = 10_000;

    private record Key(String client, String key) {}

    private final Map<String, Receipt> all = new LinkedHashMap<>();
    private final Map<Key, String> byKey = new LinkedHashMap<>();
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    ReceiptBook(List<Journal.Kept> kept) {
        kept.forEach(one -> put(one.receipt()));
    }

    void put(Receipt receipt) {
        Receipt before = all.put(receipt.id(), receipt);
        int less = before != null && before.isUnderWay() ? 1 : 0;
        underWay.merge(receipt.client(), (receipt.isUnderWay() ? 1 : 0) - less, Integer::sum);
        byKey.put(new Key(receipt.client(), receipt.key()), receipt.id());
    }

    @Nullable
    Receipt byId(String id) {
        return all.get(id);
    }

    @Nullable
    Receipt get(String client, String key) {
        String id = byKey.get(new Key(client, key));
        return id == null ? null : all.get(id);
    }

    /** Whether a delivery of that client is. Any thread. */
    boolean isUnderWay(String client) {
        return underWay.getOrDefault(client, 0) > 0;
    }

    /** Those that no last word was said of. */
    List<Receipt> open() {
        return all.values().stream().filter(one -> !one.state().isLast()).toList();
    }

    /** Those of them that are in that turn. */
    List<Receipt> inTurn(String turn) {
        return open().stream().filter(one -> one.turn().equals(turn)).toList();
    }

    /** Forgets those that are over, old and not among the newest of their client. */
    void prune(long nowMs) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Receipt> newestFirst = new ArrayList<>(all.values());
        Collections.reverse(newestFirst);
        for (Receipt receipt : newestFirst) {
            int count = counts.merge(receipt.client(), 1, Integer::sum);
            boolean old = nowMs - receipt.createdMs() > KEPT.toMillis();
            if (receipt.state().isLast() && old && count > KEPT_EACH) {
                all.remove(receipt.id());
                byKey.remove(new Key(receipt.client(), receipt.key()));
            }
        }
    }

    /** What of them is to be written down, with what still waits. */
    List<Journal.Kept> kept(Map<String, Order> orders) {
        return all.values().stream()
                .map(one -> new Journal.Kept(one, orders.get(one.id())))
                .toList();
    }
}
