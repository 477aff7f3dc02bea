package dev.perch.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events: lines of {@code data:} until an empty one are one event. For one thread at a time. */
final class EventStream implements LineCutter.Lines {
    private static final int LONGEST_ID = 256;

    private final Consumer<byte[]> event;
    private final LineCutter cutter;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private boolean tooLong;
    private final AtomicLong count = new AtomicLong();
    private volatile @Nullable String lastId;

    /** @param event takes the data of each event */
    EventStream(Consumer<byte[]> event) {
        this.event = event;
        cutter = new LineCutter(SnapshotLimits.LOCAL.lineBytes() + 8, 1, this);
    }

    void feed(byte[] bytes) {
        cutter.feed(bytes, 0, bytes.length);
    }

    long count() {
        return count.get();
    }

    @Nullable
    String lastId() {
        return lastId;
    }

    @Override
    public void line(byte[] bytes, int from, int to, long number) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        if (end == from) {
            dispatch();
        } else if (starts(bytes, from, end, "data:")) {
            add(bytes, value(bytes, from + 5, end), end);
        } else if (starts(bytes, from, end, "id:")) {
            String id = new String(
                    bytes, value(bytes, from + 3, end), end - value(bytes, from + 3, end), StandardCharsets.UTF_8);
            boolean header = id.length() <= LONGEST_ID && id.chars().allMatch(letter -> letter >= ' ' && letter < 127);
            lastId = header ? id : lastId;
        }
    }

    @Override
    public void tooLong(long number) {
        tooLong = true;
    }

    private void add(byte[] bytes, int from, int to) {
        if (data.size() > 0) {
            data.write('\n');
        }
        tooLong |= data.size() + to - from > SnapshotLimits.LOCAL.lineBytes();
        if (!tooLong) {
            data.write(bytes, from, to - from);
        }
    }

    private void dispatch() {
        if (tooLong) {
            // refused as too long by whoever reads it
            event.accept(new byte[SnapshotLimits.LOCAL.lineBytes() + 1]);
        } else if (data.size() > 0) {
            event.accept(data.toByteArray());
            count.incrementAndGet();
        }
        data.reset();
        tooLong = false;
    }

    private static int value(byte[] bytes, int from, int to) {
        return from < to && bytes[from] == ' ' ? from + 1 : from;
    }

    private static boolean starts(byte[] bytes, int from, int to, String word) {
        if (to - from < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
