package dev.perch.ingress;

import dev.perch.api.Clock;
import dev.perch.client.Client;
import dev.perch.client.Guest;
import dev.perch.client.GuestBook;
import dev.perch.json.RpcCall;
import dev.perch.local.Visit;
import dev.perch.local.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What all callers of the ingress share. */
final class IngressDesk {
    private static final int EPOCH_BYTES = 6;

    final IngressPorts ports;
    final GuestBook guests;
    final OrderReader orders;

    /** Names the time for which counts are remembered: another one, and all have begun anew. */
    final String epoch;

    private final IngressLimits limits;
    private final Clock clock;
    private final DeliveryPost post;
    private final Map<String, ClientRates> rates = new HashMap<>();
    private final Map<String, SnapshotSlots> slots = new HashMap<>();

    IngressDesk(IngressPorts ports, IngressLimits limits, GuestBook guests, GuestBook.Place place, Path journal)
            throws IOException {
        this.ports = ports;
        this.limits = limits;
        this.guests = guests;
        clock = place.clock();
        byte[] name = new byte[EPOCH_BYTES];
        place.random().nextBytes(name);
        epoch = HexFormat.of().formatHex(name);
        orders = new OrderReader(ports.folders(), place.wallMs());
        post = new DeliveryPost(journal, ports.upstream(), this::ask, place, this::isOut, this::tell);
    }

    DeliveryPost post() {
        return post;
    }

    Visitor welcome(Visit visit) {
        return guests.welcome(visit, guest -> new ClientCalls(guest, this));
    }

    /** What a client may still do. The reception's thread. */
    ClientRates rates(String client) {
        return rates.computeIfAbsent(client, id -> new ClientRates(clock, limits));
    }

    /** How far a client's sources have counted. The reception's thread. */
    SnapshotSlots slots(String client) {
        return slots.computeIfAbsent(client, id -> new SnapshotSlots(clock));
    }

    /** Clients have been let in or shut out: what the latter have waiting is not sent. Any thread. */
    void clientsChanged() {
        post.shutOut(this::isOut);
    }

    private boolean isOut(String client) {
        return guests.client(client) == null;
    }

    private boolean ask(IngressPorts.Wish wish, BooleanSupplier open, Consumer<Boolean> answer) {
        return ports.assent().ask(wish, open, yes -> {
            String decision = yes ? "yes" : "no";
            guests.audit(
                    "consent",
                    "name",
                    wish.sender(),
                    "method",
                    wish.method(),
                    "threadId",
                    wish.thread(),
                    "decision",
                    decision,
                    "by",
                    "user");
            answer.accept(yes);
        });
    }

    /** On the deliveries' thread: the audit is on the disk before anybody is told. */
    private void tell(Receipt receipt) {
        Client client = guests.client(receipt.client());
        guests.auditNow(
                "delivery",
                "clientId",
                receipt.client(),
                "name",
                client == null ? "" : client.name(),
                "receiptId",
                receipt.id(),
                "key",
                receipt.key(),
                "method",
                receipt.method(),
                "bodySha256",
                receipt.hash(),
                "threadId",
                receipt.thread(),
                "turnId",
                receipt.turn(),
                "state",
                receipt.state().word(),
                "note",
                receipt.note());
        byte[] line = RpcCall.notice("delivery/updated", receipt.words());
        for (Guest guest : guests.guests()) {
            if (guest.isOf(receipt.client())) {
                guest.tell(line);
            }
        }
        boolean left = receipt.state() == DeliveryState.QUEUED && receipt.isInCodex();
        if ((receipt.state() == DeliveryState.ACCEPTED || left) && client != null) {
            ports.spoken().accept(new IngressPorts.Spoken(client.name(), receipt.thread(), receipt.method()));
        }
    }

    /** Has it written down that a client lacks something for what it wanted. */
    void refuse(Client client, IngressMethod method, String lacks) {
        guests.audit(
                "refused", "clientId", client.id(), "name", client.name(), "method", method.wire(), "scope", lacks);
    }

    void close() {
        post.close();
        guests.close();
    }
}
