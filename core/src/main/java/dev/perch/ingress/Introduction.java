package dev.perch.ingress;

import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a caller becomes known: by the key that it was given, or by the user's word. The reception's thread only. */
final class Introduction {
    private static final int PROTOCOL = 1;
    private static final String NO_KEY = "0".repeat(64);

    private final IngressSession session;
    private final IngressDesk desk;
    private @Nullable Said said;
    private boolean asking;

    /** What was said before the caller proved anything. */
    private record Said(String client, String clientNonce, String serverNonce) {}

    Introduction(IngressSession session, IngressDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    void answer(IngressMethod method, RpcCall call) throws RpcFault {
        if (asking) {
            throw new RpcFault(IngressFault.NOT_KNOWN, "the user is being asked; wait for the answer.");
        }
        switch (method) {
            case HELLO -> hello(call);
            case AUTH -> auth(call);
            case CLIENT_REGISTER -> register(call);
            default -> throw new IllegalArgumentException(method + " is for known clients");
        }
    }

    /** A client that is not known is answered as one that is: which there are is not told. */
    private void hello(RpcCall call) throws RpcFault {
        CallParams params = new CallParams(call);
        List<?> protocols = params.list("protocol", 8);
        String id = params.id("clientId");
        String nonce = params.text("clientNonce", 64);
        params.end();
        if (!protocols.contains(PROTOCOL) || !Handshake.isNonce(nonce) || said != null) {
            throw CallParams.bad("hello is said once, for protocol 1, with a nonce of 64 hexadecimal digits.");
        }
        if (desk.registry.isLockedOut(id)) {
            throw new RpcFault(IngressFault.TOO_OFTEN, "too many wrong proofs for that client; wait half a minute.");
        }
        String serverNonce = Handshake.nonce(desk.random);
        said = new Said(id, nonce, serverNonce);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("protocol", PROTOCOL);
        answer.put("instanceId", desk.instance);
        answer.put("serverNonce", serverNonce);
        answer.put("serverProof", Handshake.serverProof(key(id), desk.instance, serverNonce, nonce));
        session.say(call.answer(answer));
    }

    private void auth(RpcCall call) throws RpcFault {
        CallParams params = new CallParams(call);
        String proof = params.text("clientProof", 64);
        params.end();
        Said first = said;
        if (first == null) {
            throw new RpcFault(IngressFault.NOT_KNOWN, "say hello first.");
        }
        Client known = desk.registry.client(first.client());
        String right =
                Handshake.clientProof(key(first.client()), desk.instance, first.serverNonce(), first.clientNonce());
        if (!Handshake.same(right, proof) || known == null || desk.registry.isLockedOut(first.client())) {
            desk.registry.failed(first.client());
            desk.audit("denied", "clientId", first.client(), "method", "auth");
            throw new RpcFault(IngressFault.NOT_KNOWN, "the proof is wrong, or the client was revoked.");
        }
        if (desk.connections(known.id()) >= IngressLimits.CALLERS_EACH) {
            throw new RpcFault(IngressFault.OVERLOADED, "that client has so many connections that there is no room.");
        }
        session.become(known);
        desk.audit("connected", "clientId", known.id(), "name", known.name());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", known.name());
        answer.put("scopes", known.scopes().stream().map(Scope::word).sorted().toList());
        answer.put("until", known.untilMs());
        answer.put(
                "limits", Map.of("frameBytes", IngressLimits.FRAME_BYTES, "textBytes", IngressLimits.TURN_TEXT_BYTES));
        session.say(call.answer(answer));
    }

    private String key(String id) {
        Client client = desk.registry.client(id);
        return client == null ? NO_KEY : client.key();
    }

    private void register(RpcCall call) throws RpcFault {
        CallParams params = new CallParams(call);
        String name = params.text("name", 24);
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Object word : params.list("scopes", Scope.values().length)) {
            scopes.add(Scope.of(String.valueOf(word)).orElseThrow(() -> CallParams.bad("there is no such scope.")));
        }
        Set<String> threads = params.ids("threads", Client.MOST_THREADS);
        params.end();
        if (!Client.isName(name)) {
            throw CallParams.bad("name begins with a small letter and has up to 24 small letters, digits and hyphens.");
        }
        if (desk.registry.isNameTaken(name)) {
            throw CallParams.bad("a client of that name is registered; revoke it first, or choose another name.");
        }
        asking = true;
        session.await(desk.limits.pairing());
        IngressPorts.Asked asked = new IngressPorts.Asked(name, scopes, threads, PairingCode.next(desk.random));
        session.say(RpcCall.notice("client/code", Map.of("code", asked.code())));
        desk.ports
                .consent()
                .ask(asked, () -> !session.isOver(), yes -> desk.post().turn(() -> answered(call, asked, yes)));
    }

    /** On the thread that may wait for the disk. */
    private void answered(RpcCall call, IngressPorts.Asked asked, boolean yes) {
        desk.auditNow(
                yes ? "registered" : "denied",
                "name",
                asked.name(),
                "scopes",
                words(asked.scopes()),
                "threads",
                String.join(" ", asked.threads().stream().sorted().toList()),
                "by",
                "user");
        if (!yes) {
            session.answerLater(call.answer(new RpcFault(IngressFault.DENIED, "the user did not let it in.")));
            return;
        }
        try {
            Client made = desk.registry.register(asked, desk.random);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("clientId", made.id());
            answer.put("key", made.key());
            answer.put(
                    "scopes", made.scopes().stream().map(Scope::word).sorted().toList());
            answer.put("until", made.untilMs());
            session.answerLater(call.answer(answer));
        } catch (IOException unwritten) {
            session.answerLater(call.answer(new RpcFault(IngressFault.NOT_WRITTEN, "clients.json cannot be written.")));
        }
    }

    private static String words(Set<Scope> scopes) {
        return String.join(" ", scopes.stream().map(Scope::word).sorted().toList());
    }
}
