package dev.perch.ingress;

import dev.perch.api.Clock;
import dev.perch.json.RpcCall;
import dev.perch.local.Endpoint;
import dev.perch.local.Visit;
import dev.perch.local.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** What all callers of the ingress share. */
final class IngressDesk {
    final IngressPorts ports;
    final IngressLimits limits;
    final ClientRegistry registry;
    final Clock clock;
    final RandomGenerator random;
    final OrderReader orders;
    final String instance;
    private final DeliveryPost post;
    private final List<IngressSession> sessions = new CopyOnWriteArrayList<>();

    IngressDesk(
            IngressPorts ports,
            IngressLimits limits,
            ClientRegistry registry,
            Clock clock,
            LongSupplier wallMs,
            RandomGenerator random,
            Path journal)
            throws IOException {
        this.ports = ports;
        this.limits = limits;
        this.registry = registry;
        this.clock = clock;
        this.random = random;
        instance = Endpoint.ofThisProcess().instance();
        orders = new OrderReader(ports.folders(), wallMs);
        post = new DeliveryPost(journal, ports, wallMs, random, this::tell);
    }

    DeliveryPost post() {
        return post;
    }

    Visitor welcome(Visit visit) {
        IngressSession session = new IngressSession(visit, this);
        sessions.add(session);
        return session;
    }

    void left(IngressSession session) {
        sessions.remove(session);
    }

    /** How many connections of registered programs there are. Any thread. */
    int connected() {
        return (int)
                sessions.stream().filter(session -> session.client() != null).count();
    }

    /** Whether there are so many callers that nobody knows that one more is too many. */
    boolean isCrowded() {
        return sessions.stream().filter(session -> session.client() == null).count() > IngressLimits.CALLERS_UNKNOWN;
    }

    long connections(String client) {
        return sessions.stream().filter(session -> session.isOf(client)).count();
    }

    /** Clients have been let in or shut out: those that are shut out are hung up on. Any thread. */
    void clientsChanged() {
        post.shutOut(client -> registry.client(client) == null);
        sessions.forEach(IngressSession::checkAgain);
    }

    private void tell(Receipt receipt) {
        byte[] line = RpcCall.notice("delivery/updated", receipt.words());
        for (IngressSession session : sessions) {
            if (session.isOf(receipt.client())) {
                session.tell(line);
            }
        }
        Client client = registry.client(receipt.client());
        boolean left = receipt.state() == DeliveryState.QUEUED && receipt.isInCodex();
        if ((receipt.state() == DeliveryState.ACCEPTED || left) && client != null) {
            ports.spoken().accept(new IngressPorts.Spoken(client.name(), receipt.thread(), receipt.method()));
        }
    }

    /** Has it written down that a client lacks something for what it wanted. */
    void refuse(Client client, IngressMethod method, String lacks) {
        audit("refused", "clientId", client.id(), "name", client.name(), "method", method.wire(), "scope", lacks);
    }

    /** Has something written down soon: no caller waits for the disk because of another, unless much is waiting already. */
    void audit(String kind, String... pairs) {
        if (!post.later(() -> auditNow(kind, pairs))) {
            auditNow(kind, pairs);
        }
    }

    /** Blocks until it is on the disk. */
    void auditNow(String kind, String... pairs) {
        Map<String, String> line = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            line.put(pairs[i], pairs[i + 1]);
        }
        try {
            ports.audit().write(kind, line);
        } catch (IOException unwritten) {
            // whoever writes the audit has told the user
        }
    }

    void close() {
        post.close();
    }
}
