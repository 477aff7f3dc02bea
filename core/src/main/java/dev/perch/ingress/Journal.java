package dev.perch.ingress;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where deliveries are written down before anybody is told of them, or Codex is. */
interface Journal {
    /**
     * A delivery that was written down.
     *
     * @param order what was wanted; null: it is over, so that no longer counts
     */
    record Kept(Receipt receipt, @Nullable Order order) {}

    /** What was written down before, oldest first; said once. */
    List<Kept> recall();

    /** Writes a new delivery down, and blocks until that is on the disk. @throws IOException when it is not written */
    void add(Receipt receipt, Order order) throws IOException;

    /** Writes down how far it is, and blocks until that is on the disk. @throws IOException when it is not written */
    void change(Receipt receipt) throws IOException;

    /** Whether so much was written that only what still counts should be. */
    boolean isLong();

    /** Has these, and nothing else, written down. @throws IOException when that is not possible; all is as before then */
    void shorten(List<Kept> left) throws IOException;
}
