package dev.perch.status;

import dev.perch.api.Clock;
import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.local.Lines;
import dev.perch.local.Visit;
import dev.perch.local.Visitor;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers the callers of the status socket. The reception's thread only. */
final class StatusDesk {
    private final StatusLog log;
    private final Clock clock;
    private final boolean detail;
    private int subscribers;

    StatusDesk(StatusLog log, Clock clock, boolean detail) {
        this.log = log;
        this.clock = clock;
        this.detail = detail;
    }

    Visitor welcome(Visit visit) {
        return new Reader(visit);
    }

    private final class Reader implements Visitor {
        private final Visit visit;
        private @Nullable Subscription subscription;

        Reader(Visit visit) {
            this.visit = visit;
            awaitNext();
        }

        private void awaitNext() {
            visit.await(clock.nanos() + StatusServer.IDLE.toNanos());
        }

        @Override
        public void take(ByteBuffer bytes) {
            for (byte[] line = Lines.next(bytes); line != null; line = Lines.next(bytes)) {
                take(line);
            }
        }

        private void take(byte[] line) {
            RpcCall call;
            try {
                call = RpcCall.read(line, StatusServer.STRICT);
            } catch (RpcFault bad) {
                visit.say(RpcCall.refusal(null, bad));
                visit.leave();
                return;
            }
            try {
                answer(call);
            } catch (RpcFault fault) {
                visit.say(call.answer(fault));
            }
        }

        private void answer(RpcCall call) throws RpcFault {
            switch (call.method()) {
                case "status/get" -> {
                    only(call, Set.of());
                    visit.say(call.answer(new StatusWords(log.epoch(), detail).page(log.page())));
                    if (subscription == null) {
                        awaitNext();
                    }
                }
                case "events/subscribe" -> {
                    only(call, Set.of("after"));
                    subscribe(call);
                }
                default ->
                    throw new RpcFault(RpcFault.NO_METHOD, "there are status/get and events/subscribe, and no more.");
            }
        }

        private void subscribe(RpcCall call) throws RpcFault {
            Object after = call.params().get("after");
            if (after != null && !(after instanceof String)) {
                throw new RpcFault(RpcFault.BAD_PARAMS, "after is the id of an event, in quotes.");
            }
            if (subscription != null) {
                throw new RpcFault(RpcFault.BAD_PARAMS, "this connection is told events already; open another.");
            }
            if (subscribers >= StatusServer.MOST_SUBSCRIBERS) {
                throw new RpcFault(-32_001, "so many are told events already that there is no room; try again later.");
            }
            subscribers++;
            subscription = new Subscription(log, detail, (String) after);
            visit.settle();
            visit.await(Long.MAX_VALUE);
            visit.say(call.answer(Map.of("epoch", log.epoch().name())));
            news();
        }

        @Override
        public void news() {
            if (subscription != null && visit.isClear()) {
                subscription.next().forEach(event -> visit.say(RpcCall.notice("event", event)));
            }
        }

        @Override
        public void late() {
            visit.leave();
        }

        @Override
        public void left() {
            if (subscription != null) {
                subscribers--;
            }
        }

        private static void only(RpcCall call, Set<String> keys) throws RpcFault {
            if (!keys.containsAll(call.params().keySet())) {
                throw new RpcFault(RpcFault.BAD_PARAMS, call.method() + " takes no such parameter.");
            }
        }
    }
}
