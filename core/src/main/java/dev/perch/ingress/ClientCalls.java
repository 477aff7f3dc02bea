package dev.perch.ingress;

import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a known client asks. The reception's thread only. */
final class ClientCalls {
    private static final Set<String> WHICH = Set.of("latest", "waiting", "current");

    private final IngressSession session;
    private final IngressDesk desk;

    ClientCalls(IngressSession session, IngressDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    void answer(IngressMethod method, RpcCall call, int bytes, Client client) throws RpcFault {
        switch (method) {
            case PING -> {
                new CallParams(call).end();
                session.say(call.answer(Map.of()));
            }
            case THREAD_FIND -> find(call);
            case DELIVERY_GET -> get(call, client);
            case SNAPSHOT_PUT -> put(call, bytes, client);
            default -> order(method, call, client);
        }
    }

    private void find(RpcCall call) throws RpcFault {
        CallParams params = new CallParams(call);
        String which = params.text("which", 16);
        params.end();
        if (!WHICH.contains(which)) {
            throw CallParams.bad("which is latest, waiting or current.");
        }
        String found = desk.ports
                .threads()
                .find(which)
                .orElseThrow(() -> new RpcFault(IngressFault.NOT_FOUND, "no " + which + " Codex thread is known."));
        session.say(call.answer(Map.of("threadId", found)));
    }

    private void get(RpcCall call, Client client) throws RpcFault {
        CallParams params = new CallParams(call);
        String key = params.id("key");
        params.end();
        boolean room = desk.post()
                .get(
                        client.id(),
                        key,
                        found -> session.answerLater(found.map(receipt -> call.answer(receipt.words()))
                                .orElseGet(() -> call.answer(
                                        new RpcFault(IngressFault.NOT_FOUND, "no delivery of that key is known.")))));
        if (!room) {
            throw overloaded();
        }
    }

    private void order(IngressMethod method, RpcCall call, Client client) throws RpcFault {
        Order order = desk.orders.read(method, call, client);
        if (!client.mayReach(order.call().thread())) {
            desk.refuse(client, method, "thread " + order.call().thread());
            throw new RpcFault(IngressFault.NOT_ALLOWED, client.name() + " may not do that with this thread.");
        }
        ClientRates rates = desk.registry.rates(client.id());
        boolean inTime = method == IngressMethod.TURN_INTERRUPT ? rates.interrupts.take() : rates.turns.take();
        if (!inTime) {
            desk.audit("limited", "clientId", client.id(), "name", client.name(), "method", method.wire());
            throw new RpcFault(IngressFault.TOO_OFTEN, "that client has sent so much of late; try again in a minute.");
        }
        boolean room = desk.post().take(order, new DeliveryPost.Then() {
            @Override
            public void taken(Deliveries.Taken taken) {
                session.answerLater(call.answer(IngressSession.receipt(taken)));
            }

            @Override
            public void refused(RpcFault fault) {
                session.answerLater(call.answer(fault));
            }
        });
        if (!room) {
            throw overloaded();
        }
    }

    private static RpcFault overloaded() {
        return new RpcFault(IngressFault.OVERLOADED, "Server overloaded; retry later.");
    }

    private void put(RpcCall call, int bytes, Client client) throws RpcFault {
        if (bytes > IngressLimits.SNAPSHOT_BYTES) {
            throw CallParams.bad("a snapshot's line has at most " + IngressLimits.SNAPSHOT_BYTES + " bytes.");
        }
        SnapshotReader.Put put = SnapshotReader.read(call, client);
        SnapshotSlots slots = desk.registry.slots(client.id());
        slots.open(put.source());
        if (slots.isStale(put)) {
            session.say(call.answer(Map.of("stale", true, "lastSeq", slots.lastOf(put.source()))));
            return;
        }
        String refusal = desk.ports.snapshots().put(put.snapshot());
        if (refusal != null) {
            throw CallParams.bad(refusal);
        }
        slots.keep(put);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("applied", true);
        if (put.isCounted()) {
            answer.put("lastSeq", put.sequence());
        }
        if (!desk.registry.rates(client.id()).snapshots.take()) {
            answer.put("throttled", true); // it was taken: the pet shows the latest, however many there were
        }
        session.say(call.answer(answer));
    }
}
