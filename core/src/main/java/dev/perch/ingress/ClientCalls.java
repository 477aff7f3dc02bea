package dev.perch.ingress;

import dev.perch.client.CallParams;
import dev.perch.client.Client;
import dev.perch.client.ClientFault;
import dev.perch.client.Guest;
import dev.perch.client.Scope;
import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.model.TurnCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a known client asks. The reception's thread only. */
final class ClientCalls implements Guest.Service {
    private static final Set<String> WHICH = Set.of("latest", "waiting", "current");

    private final Guest guest;
    private final IngressDesk desk;

    ClientCalls(Guest guest, IngressDesk desk) {
        this.guest = guest;
        this.desk = desk;
    }

    @Override
    public Map<String, ?> greeting(Client client) {
        return Map.of("epoch", desk.epoch, "lastSeq", desk.slots(client.id()).counts());
    }

    @Override
    public void answer(RpcCall call, int bytes, Client client) throws RpcFault {
        IngressMethod method = IngressMethod.of(call.method())
                .orElseThrow(() -> new RpcFault(
                        RpcFault.NO_METHOD, "there is no such method; docs/ingress.md lists all there are."));
        Scope scope = method.scope();
        if (scope != null && !client.scopes().contains(scope)) {
            desk.refuse(client, method, scope.word());
            throw new RpcFault(
                    ClientFault.NOT_ALLOWED, client.name() + " may not do that: it lacks " + scope.word() + ".");
        }
        switch (method) {
            case PING -> {
                new CallParams(call).end();
                guest.say(call.answer(Map.of()));
            }
            case THREAD_FIND -> find(call, client);
            case DELIVERY_GET -> get(call, client);
            case SNAPSHOT_PUT -> put(call, bytes, client);
            default -> order(method, call, client);
        }
    }

    @Override
    public boolean isAwaited(Client client) {
        return desk.post().isUnderWay(client.id());
    }

    private void find(RpcCall call, Client client) throws RpcFault {
        CallParams params = new CallParams(call);
        String which = params.text("which", 16);
        params.end();
        if (!WHICH.contains(which)) {
            throw CallParams.bad("which is latest, waiting or current.");
        }
        String found = desk.ports
                .threads()
                .find(which, client.rights())
                .orElseThrow(() -> new RpcFault(ClientFault.NOT_FOUND, "no " + which + " Codex thread is known."));
        guest.say(call.answer(Map.of("threadId", found)));
    }

    private void get(RpcCall call, Client client) throws RpcFault {
        CallParams params = new CallParams(call);
        String key = params.id("key");
        params.end();
        boolean room = desk.post()
                .get(
                        client.id(),
                        key,
                        found -> guest.answerLater(found.map(receipt -> call.answer(receipt.words()))
                                .orElseGet(() -> call.answer(
                                        new RpcFault(ClientFault.NOT_FOUND, "no delivery of that key is known.")))));
        if (!room) {
            throw overloaded();
        }
    }

    private void order(IngressMethod method, RpcCall call, Client client) throws RpcFault {
        Order order = desk.orders.read(method, call, client);
        String folder = order.call() instanceof TurnCall.Begin begin
                ? begin.folder()
                : desk.ports.threads().folder(order.call().thread()).orElse("");
        if (!client.rights().mayReach(order.call().thread(), folder)) {
            desk.refuse(client, method, "thread " + order.call().thread());
            throw new RpcFault(ClientFault.NOT_ALLOWED, client.name() + " may not do that with this thread.");
        }
        ClientRates rates = desk.rates(client.id());
        boolean inTime = method == IngressMethod.TURN_INTERRUPT ? rates.interrupts.take() : rates.turns.take();
        if (!inTime) {
            desk.guests.audit("limited", "clientId", client.id(), "name", client.name(), "method", method.wire());
            throw new RpcFault(ClientFault.TOO_OFTEN, "that client has sent so much of late; try again in a minute.");
        }
        boolean room = desk.post().take(order, new DeliveryPost.Then() {
            @Override
            public void taken(Deliveries.Taken taken) {
                guest.answerLater(call.answer(receipt(taken)));
            }

            @Override
            public void refused(RpcFault fault) {
                guest.answerLater(call.answer(fault));
            }
        });
        if (!room) {
            throw overloaded();
        }
    }

    /** For answers that are made on other threads. */
    private static Map<String, Object> receipt(Deliveries.Taken taken) {
        Map<String, Object> words = taken.receipt().words();
        words.put("replayed", taken.replayed());
        return words;
    }

    private static RpcFault overloaded() {
        return new RpcFault(ClientFault.OVERLOADED, "Server overloaded; retry later.");
    }

    private void put(RpcCall call, int bytes, Client client) throws RpcFault {
        if (bytes > IngressLimits.SNAPSHOT_BYTES) {
            throw CallParams.bad("a snapshot's line has at most " + IngressLimits.SNAPSHOT_BYTES + " bytes.");
        }
        SnapshotReader.Put put = SnapshotReader.read(call, client);
        if (!client.rights().mayShow(put.source())) {
            desk.refuse(client, IngressMethod.SNAPSHOT_PUT, "source " + put.source());
            throw new RpcFault(ClientFault.NOT_ALLOWED, client.name() + " may not speak for that source.");
        }
        SnapshotSlots slots = desk.slots(client.id());
        slots.open(put.source());
        if (slots.isStale(put)) {
            guest.say(call.answer(Map.of("stale", true, "lastSeq", slots.lastOf(put.source()))));
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
        if (!desk.rates(client.id()).snapshots.take()) {
            answer.put("throttled", true); // it was taken: the pet shows the latest, however many there were
        }
        guest.say(call.answer(answer));
    }
}
