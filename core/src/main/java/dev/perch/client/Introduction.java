package dev.perch.client;

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

    private final Guest guest;
    private final GuestBook book;
    private @Nullable Said said;
    private boolean asking;

    /** What was said before the caller proved anything. */
    private record Said(String client, String clientNonce, String serverNonce) {}

    Introduction(Guest guest, GuestBook book) {
        this.guest = guest;
        this.book = book;
    }

    void answer(RpcCall call) throws RpcFault {
        if (asking) {
            throw new RpcFault(ClientFault.NOT_KNOWN, "the user is being asked; wait for the answer.");
        }
        switch (call.method()) {
            case "hello" -> hello(call);
            case "auth" -> auth(call);
            case "client/register" -> register(call);
            default -> throw new RpcFault(ClientFault.NOT_KNOWN, "say hello first; see docs/ingress.md.");
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
        if (book.registry.isLockedOut(id)) {
            throw new RpcFault(ClientFault.TOO_OFTEN, "too many wrong proofs for that client; wait half a minute.");
        }
        String serverNonce = Handshake.nonce(book.random);
        said = new Said(id, nonce, serverNonce);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("protocol", PROTOCOL);
        answer.put("instanceId", book.instance);
        answer.put("serverNonce", serverNonce);
        answer.put("serverProof", Handshake.serverProof(key(id), book.instance, serverNonce, nonce));
        guest.say(call.answer(answer));
    }

    private void auth(RpcCall call) throws RpcFault {
        CallParams params = new CallParams(call);
        String proof = params.text("clientProof", 64);
        params.end();
        Said first = said;
        if (first == null) {
            throw new RpcFault(ClientFault.NOT_KNOWN, "say hello first.");
        }
        Client known = book.client(first.client());
        String right =
                Handshake.clientProof(key(first.client()), book.instance, first.serverNonce(), first.clientNonce());
        if (!Handshake.same(right, proof) || known == null || book.registry.isLockedOut(first.client())) {
            book.registry.failed(first.client());
            book.audit("denied", "clientId", first.client(), "method", "auth");
            throw new RpcFault(ClientFault.NOT_KNOWN, "the proof is wrong, or the client was revoked.");
        }
        if (book.isFull(known)) {
            throw new RpcFault(ClientFault.OVERLOADED, "that client has so many connections that there is no room.");
        }
        Map<String, ?> greeting = guest.become(known);
        book.audit("connected", "clientId", known.id(), "name", known.name());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", known.name());
        answer.put("scopes", sorted(known.scopes()));
        answer.put("until", known.untilMs());
        answer.put("limits", book.terms.limits());
        answer.putAll(greeting);
        guest.say(call.answer(answer));
    }

    private String key(String id) {
        Client client = book.client(id);
        return client == null ? NO_KEY : client.key();
    }

    private void register(RpcCall call) throws RpcFault {
        CallParams params = new CallParams(call);
        String name = params.text("name", 24);
        Set<Scope> scopes = scopes(params, "scopes");
        Rights rights = new Rights(
                scopes,
                params.has("ask") ? scopes(params, "ask") : Scope.TURNS,
                params.ids("threads", Rights.MOST_NAMES),
                params.paths("folders", Rights.MOST_NAMES),
                params.ids("sources", Rights.MOST_NAMES));
        int most = ClientRegistry.MOST_DAYS;
        boolean session = params.has("session");
        int days = session ? Consent.SESSION : (int) params.whole("days", 1, most, most);
        if (session && !Boolean.TRUE.equals(params.take("session"))) {
            throw CallParams.bad("session is true, or left out.");
        }
        params.end();
        if (!Client.isName(name)) {
            throw CallParams.bad("name begins with a small letter and has up to 24 small letters, digits and hyphens.");
        }
        if (book.registry.isNameTaken(name)) {
            throw CallParams.bad("a client of that name is registered; revoke it first, or choose another name.");
        }
        Consent.Asked asked = new Consent.Asked(name, rights, days, PairingCode.next(book.random));
        if (!book.consent.ask(asked, () -> !guest.isOver(), yes -> book.onDisk(() -> answered(call, asked, yes)))) {
            throw new RpcFault(
                    ClientFault.OVERLOADED,
                    "the user was not asked, since so many questions wait already; try again when they are answered.");
        }
        asking = true;
        guest.await(book.terms.pairing());
        guest.say(RpcCall.notice("client/code", Map.of("code", asked.code())));
    }

    private Set<Scope> scopes(CallParams params, String name) throws RpcFault {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Object word : params.list(name, Scope.values().length)) {
            scopes.add(Scope.of(String.valueOf(word))
                    .filter(book.terms.scopes()::contains)
                    .orElseThrow(() ->
                            CallParams.bad("there is no such scope here; there are " + sorted(book.terms.scopes()))));
        }
        return scopes;
    }

    /** On the thread that may wait for the disk. */
    private void answered(RpcCall call, Consent.Asked asked, boolean yes) {
        book.auditNow(
                yes ? "registered" : "denied",
                "name",
                asked.name(),
                "scopes",
                String.join(" ", sorted(asked.rights().scopes())),
                "asks",
                String.join(" ", sorted(asked.rights().asks())),
                "only",
                String.join(", ", asked.rights().places()),
                "sources",
                String.join(" ", asked.rights().sources().stream().sorted().toList()),
                "term",
                asked.term(),
                "by",
                "user");
        if (!yes) {
            guest.answerLater(call.answer(new RpcFault(ClientFault.DENIED, "the user did not let it in.")));
            return;
        }
        try {
            Client made = book.registry.register(asked, book.random);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("clientId", made.id());
            answer.put("key", made.key());
            answer.put("scopes", sorted(made.scopes()));
            answer.put("until", made.untilMs());
            guest.answerLater(call.answer(answer));
        } catch (IOException unwritten) {
            guest.answerLater(call.answer(new RpcFault(ClientFault.NOT_WRITTEN, "clients.json cannot be written.")));
        }
    }

    private static List<String> sorted(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().toList();
    }
}
