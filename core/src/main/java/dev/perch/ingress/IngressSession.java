package dev.perch.ingress;

import dev.perch.ingress.IngressMethod.When;
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
import org.jspecify.annotations.Nullable;

/** One caller: unknown until it has shown who it is. The reception's thread only, but for what says otherwise. */
final class IngressSession implements Visitor {
    /** The limits of a frame. */
    static final StrictJson STRICT =
            new StrictJson(new StrictJson.Limits(16, 64, IngressLimits.TURN_TEXT_BYTES, 20, 1_024));

    private static final int FIRST_BYTES = 4096;
    private static final int MOST_NEWS = 256;

    private final Visit visit;
    private final IngressDesk desk;
    private final Queue<byte[]> unsaid = new ConcurrentLinkedQueue<>();
    private final AtomicInteger news = new AtomicInteger();
    private final Introduction introduction;
    private final ClientCalls calls;
    private volatile @Nullable Client client;
    private volatile boolean doubtful;
    private volatile boolean over;

    IngressSession(Visit visit, IngressDesk desk) {
        this.visit = visit;
        this.desk = desk;
        introduction = new Introduction(this, desk);
        calls = new ClientCalls(this, desk);
        await(desk.limits.shake());
    }

    /** Who it is; null: it has not shown that. Any thread. */
    @Nullable
    Client client() {
        return client;
    }

    /** Any thread. */
    boolean isOf(String id) {
        Client known = client;
        return known != null && known.id().equals(id);
    }

    /** Whether it has hung up. Any thread. */
    boolean isOver() {
        return over;
    }

    void await(Duration patience) {
        visit.await(desk.clock.nanos() + patience.toNanos());
    }

    /** It has shown who it is. */
    void become(Client known) {
        client = known;
        visit.settle();
        await(desk.limits.idle());
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
        IngressMethod method = IngressMethod.of(call.method()).orElse(null);
        Client known = client;
        if (known == null) {
            if (method == null || method.when() != When.FIRST) {
                throw new RpcFault(IngressFault.NOT_KNOWN, "say hello first; see docs/ingress.md.");
            }
            introduction.answer(method, call);
            return;
        }
        if (method == null || method.when() != When.READY) {
            throw new RpcFault(RpcFault.NO_METHOD, "there is no such method; docs/ingress.md lists all there are.");
        }
        Scope scope = method.scope();
        if (scope != null && !known.scopes().contains(scope)) {
            desk.refuse(known, method, scope.word());
            throw new RpcFault(
                    IngressFault.NOT_ALLOWED, known.name() + " may not do that: it lacks " + scope.word() + ".");
        }
        await(desk.limits.idle());
        calls.answer(method, call, bytes, known);
    }

    /** Says something now. */
    void say(byte[] line) {
        visit.say(line);
    }

    /** Has something said soon. Any thread. */
    void answerLater(byte[] line) {
        unsaid.add(line);
        visit.wake();
    }

    /** Has news said soon; a client that lets too many lie misses some, and can ask. Any thread. */
    void tell(byte[] line) {
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
            if (!known.equals(desk.registry.client(known.id()))) {
                visit.hangUp();
                return;
            }
        }
        for (byte[] line = unsaid.poll(); line != null; line = unsaid.poll()) {
            visit.say(line);
        }
        news.set(0);
    }

    @Override
    public void late() {
        visit.leave();
    }

    @Override
    public void left() {
        over = true;
        desk.left(this);
    }

    /** For answers that are made on other threads. */
    static Map<String, Object> receipt(Deliveries.Taken taken) {
        Map<String, Object> words = taken.receipt().words();
        words.put("replayed", taken.replayed());
        return words;
    }
}
