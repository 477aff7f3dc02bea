package dev.perch.client;

import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.json.StrictJson;
import dev.perch.local.Lines;
import dev.perch.local.Visit;
import dev.perch.local.Visitor;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One caller: unknown until it has shown who it is. The reception's thread only, but for what says otherwise. */
public final class Guest implements Visitor {
    /** The longest text in a frame, in bytes. */
    public static final int TEXT_BYTES = 128 * 1024;

    /** The limits of a frame. */
    public static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(16, 64, TEXT_BYTES, 20, 1_024));

    private static final int FIRST_BYTES = 4096;
    private static final int MOST_NEWS = 256;

    private final Visit visit;
    private final GuestBook book;
    private final Queue<byte[]> unsaid = new ConcurrentLinkedQueue<>();
    private final AtomicInteger news = new AtomicInteger();
    private final Introduction introduction;
    private final Service service;
    private boolean staying;
    private volatile @Nullable Client client;
    private volatile boolean doubtful;
    private volatile boolean over;

    /** What a known client can ask at a socket. The reception's thread only. */
    public interface Service {
        /** What it is told besides as it is let in: of which run of Perch this is, and how far that has come with it. */
        Map<String, ?> greeting(Client client);

        /**
         * Answers a call, at once or later.
         *
         * @param bytes of its line
         * @throws RpcFault when it is refused; the line stays open
         */
        void answer(RpcCall call, int bytes, Client client) throws RpcFault;

        /** Whether something of that client's is under way, so that it may be silent. */
        default boolean isAwaited(Client client) {
            return false;
        }

        /** There may be more to say. */
        default void news() {}

        /** It hung up, or was hung up on. */
        default void left() {}
    }

    Guest(Visit visit, GuestBook book, Function<? super Guest, ? extends Service> services) {
        this.visit = visit;
        this.book = book;
        introduction = new Introduction(this, book);
        service = services.apply(this);
        await(book.terms.shake());
    }

    /** Who it is; null: it has not shown that. Any thread. */
    public @Nullable Client client() {
        return client;
    }

    /** Whether it is that client. Any thread. */
    public boolean isOf(String id) {
        Client known = client;
        return known != null && known.id().equals(id);
    }

    /** Whether it has hung up. Any thread. */
    boolean isOver() {
        return over;
    }

    void await(Duration patience) {
        visit.await(book.clock.nanos() + patience.toNanos());
    }

    /** It has shown who it is. @return what else it is to be told */
    Map<String, ?> become(Client known) {
        client = known;
        visit.settle();
        await(book.terms.idle());
        book.knows();
        return service.greeting(known);
    }

    /** From now on it may say nothing for as long as it likes. */
    public void stay() {
        staying = true;
        visit.await(Long.MAX_VALUE);
    }

    @Override
    public void take(ByteBuffer bytes) {
        for (byte[] line = Lines.next(bytes); line != null && !over; line = Lines.next(bytes)) {
            if (client == null && line.length > FIRST_BYTES) {
                visit.hangUp();
                return;
            }
            take(line);
        }
        if (client == null && bytes.remaining() > FIRST_BYTES) {
            visit.hangUp();
        }
    }

    private void take(byte[] line) {
        RpcCall call;
        try {
            call = RpcCall.read(line, STRICT);
        } catch (RpcFault bad) {
            visit.say(RpcCall.refusal(null, bad));
            visit.leave();
            return;
        }
        try {
            answer(call, line.length);
        } catch (RpcFault fault) {
            visit.say(call.answer(fault));
            if (client == null) {
                visit.leave();
            }
        }
    }

    private void answer(RpcCall call, int bytes) throws RpcFault {
        Client known = client;
        if (known == null) {
            introduction.answer(call);
            return;
        }
        if (!staying) {
            await(book.terms.idle());
        }
        service.answer(call, bytes, known);
    }

    /** Says something now. */
    public void say(byte[] line) {
        visit.say(line);
    }

    /** Whether all that was said has left. */
    public boolean isClear() {
        return visit.isClear();
    }

    /** Has something said soon. Any thread. */
    public void answerLater(byte[] line) {
        unsaid.add(line);
        visit.wake();
    }

    /** Has news said soon; a client that lets too many lie misses some, and can ask. Any thread. */
    public void tell(byte[] line) {
        if (news.incrementAndGet() <= MOST_NEWS) {
            unsaid.add(line);
            visit.wake();
        }
    }

    /** Who may be let in has changed. Any thread. */
    void checkAgain() {
        doubtful = true;
        visit.wake();
    }

    @Override
    public void news() {
        Client known = client;
        if (doubtful && known != null) {
            doubtful = false;
            if (!known.equals(book.client(known.id()))) {
                visit.hangUp();
                return;
            }
        }
        for (byte[] line = unsaid.poll(); line != null; line = unsaid.poll()) {
            visit.say(line);
        }
        news.set(0);
        service.news();
    }

    @Override
    public void late() {
        Client known = client;
        if (known != null && service.isAwaited(known)) {
            await(book.terms.idle());
        } else {
            visit.leave();
        }
    }

    @Override
    public void left() {
        over = true;
        book.left(this);
        service.left();
    }
}
