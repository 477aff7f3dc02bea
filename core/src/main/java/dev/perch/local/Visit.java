package dev.perch.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** The line to one caller of a {@link Reception}. The reception's thread only, but for {@link #wake}. */
public final class Visit {
    private static final int FIRST_BYTES = 4096;
    private static final int GROWTH = 4;
    private static final int MOST_AT_ONCE = 64;

    private final SelectionKey key;
    private final SocketChannel channel;
    private final Reception.Rules rules;
    private final Runnable waker;
    private ByteBuffer heard;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private Visitor visitor = bytes -> {};
    private long unsentBytes;
    private long patienceEnds = Long.MAX_VALUE;
    private long stallEnds = Long.MAX_VALUE;
    private boolean settled;
    private boolean leaving;
    private boolean over;

    /** @param waker has {@link Visitor#news} called, from any thread */
    Visit(SelectionKey key, SocketChannel channel, Reception.Rules rules, Runnable waker) {
        this.waker = waker;
        this.key = key;
        this.channel = channel;
        this.rules = rules;
        heard = ByteBuffer.allocate(Math.min(FIRST_BYTES, rules.heardBytes()));
    }

    void begin(Visitor caller) {
        visitor = caller;
    }

    /** Says something; what does not leave at once leaves when the caller reads. A caller that lets too much lie is hung up on. */
    public void say(byte[] bytes) {
        if (over || leaving) {
            return;
        }
        unsentBytes += bytes.length;
        if (unsentBytes > rules.unsentBytes()) {
            hangUp();
            return;
        }
        unsent.add(ByteBuffer.wrap(bytes));
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** Has {@link Visitor#news} called soon. Any thread. */
    public void wake() {
        waker.run();
    }

    /** Whether all that was said has left. */
    public boolean isClear() {
        return unsent.isEmpty();
    }

    /** Has {@link Visitor#late} called at that time, in place of any time told before; {@link Long#MAX_VALUE}: never. */
    public void await(long nanos) {
        patienceEnds = nanos;
    }

    /** The caller has shown who it is: from now on it is not hung up on to make room for another. */
    public void settle() {
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    boolean isOver() {
        return over;
    }

    /** Hangs up once all that was said has left. */
    public void leave() {
        leaving = true;
        if (unsent.isEmpty()) {
            hangUp();
        } else if (!over) {
            key.interestOps(SelectionKey.OP_WRITE);
        }
    }

    /** Hangs up at once. */
    public void hangUp() {
        if (over) {
            return;
        }
        over = true;
        key.cancel();
        try {
            channel.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
        visitor.left();
    }

    /** When {@link #tick} is due. */
    long deadline() {
        return Math.min(patienceEnds, stallEnds);
    }

    void ready(long nowNanos) {
        try {
            if (!leaving && key.isReadable()) {
                read();
            }
            if (!over && key.isWritable()) {
                write(nowNanos);
            }
        } catch (IOException gone) {
            hangUp();
        }
    }

    void news(long nowNanos) {
        if (!over && !leaving) {
            visitor.news();
            begin(nowNanos);
        }
    }

    /** The last there is to say leaves, if it can at once. */
    void finish(long nowNanos) {
        news(nowNanos);
        try {
            if (!over) {
                write(nowNanos);
            }
        } catch (IOException gone) {
            // that is what was wanted
        }
        hangUp();
    }

    void tick(long nowNanos) {
        begin(nowNanos);
        if (nowNanos >= stallEnds) {
            hangUp();
        } else if (nowNanos >= patienceEnds) {
            patienceEnds = Long.MAX_VALUE;
            visitor.late();
        }
    }

    private void begin(long nowNanos) {
        if (!unsent.isEmpty() && stallEnds == Long.MAX_VALUE) {
            stallEnds = nowNanos + rules.stallNanos();
        }
    }

    private void read() throws IOException {
        int got = channel.read(heard);
        heard.flip();
        visitor.take(heard);
        heard.compact();
        if (got < 0) {
            leave();
        } else if (!heard.hasRemaining()) {
            grow();
        }
    }

    private void grow() {
        if (heard.capacity() == rules.heardBytes()) {
            hangUp();
            return;
        }
        int size = Math.min(GROWTH * heard.capacity(), rules.heardBytes());
        heard = ByteBuffer.allocate(size).put(heard.flip());
    }

    private void write(long nowNanos) throws IOException {
        long before = unsentBytes;
        while (!unsent.isEmpty() && writeSome()) {
            // until the caller's end is full
        }
        if (unsentBytes < before) {
            stallEnds = unsent.isEmpty() ? Long.MAX_VALUE : nowNanos + rules.stallNanos();
        }
        if (unsent.isEmpty()) {
            key.interestOps(SelectionKey.OP_READ);
            if (leaving) {
                hangUp();
            } else {
                visitor.news();
            }
        }
    }

    private boolean writeSome() throws IOException {
        long wrote = channel.write(unsent.stream().limit(MOST_AT_ONCE).toArray(ByteBuffer[]::new));
        unsentBytes -= wrote;
        while (!unsent.isEmpty() && !unsent.element().hasRemaining()) {
            unsent.remove();
        }
        return wrote > 0;
    }
}
