package dev.perch.status;

import dev.perch.client.Client;
import dev.perch.client.ClientFault;
import dev.perch.client.Guest;
import dev.perch.client.GuestBook;
import dev.perch.client.Scope;
import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.local.Visit;
import dev.perch.local.Visitor;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers the clients of the status socket. The reception's thread only. */
final class StatusDesk {
    private final StatusLog log;
    private final GuestBook guests;
    private int subscribers;

    StatusDesk(StatusLog log, GuestBook guests) {
        this.log = log;
        this.guests = guests;
    }

    Visitor welcome(Visit visit) {
        return guests.welcome(visit, Reader::new);
    }

    private final class Reader implements Guest.Service {
        private final Guest guest;
        private @Nullable Subscription subscription;

        Reader(Guest guest) {
            this.guest = guest;
        }

        @Override
        public Map<String, ?> greeting(Client client) {
            return Map.of("epoch", log.epoch().name(), "lastSeq", log.page().sequence());
        }

        @Override
        public void answer(RpcCall call, int bytes, Client client) throws RpcFault {
            switch (call.method()) {
                case "status/get" -> {
                    may(client, call);
                    only(call, Set.of());
                    guest.say(call.answer(words(client).page(log.page())));
                }
                case "events/subscribe" -> {
                    may(client, call);
                    only(call, Set.of("after"));
                    subscribe(call, words(client));
                }
                default ->
                    throw new RpcFault(RpcFault.NO_METHOD, "there are status/get and events/subscribe, and no more.");
            }
        }

        private void may(Client client, RpcCall call) throws RpcFault {
            if (!client.scopes().contains(Scope.STATUS_READ)) {
                String lacks = Scope.STATUS_READ.word();
                guests.audit(
                        "refused",
                        "clientId",
                        client.id(),
                        "name",
                        client.name(),
                        "method",
                        call.method(),
                        "scope",
                        lacks);
                throw new RpcFault(
                        ClientFault.NOT_ALLOWED, client.name() + " may not do that: it lacks " + lacks + ".");
            }
        }

        /** Where a client is bound to threads or workspaces, others are not told of. */
        private StatusWords words(Client client) {
            return new StatusWords(
                    log.epoch(),
                    client.scopes().contains(Scope.STATUS_DETAIL),
                    thread -> client.rights()
                            .mayReach(
                                    Objects.requireNonNullElse(thread.id(), ""),
                                    Objects.requireNonNullElse(thread.folder(), "")));
        }

        private void subscribe(RpcCall call, StatusWords words) throws RpcFault {
            Object after = call.params().get("after");
            if (after != null && !(after instanceof String)) {
                throw new RpcFault(RpcFault.BAD_PARAMS, "after is the id of an event, in quotes.");
            }
            if (subscription != null) {
                throw new RpcFault(RpcFault.BAD_PARAMS, "this connection is told events already; open another.");
            }
            if (subscribers >= StatusServer.MOST_SUBSCRIBERS) {
                throw new RpcFault(
                        ClientFault.OVERLOADED,
                        "so many are told events already that there is no room; try again later.");
            }
            subscribers++;
            subscription = new Subscription(log, words, (String) after);
            guest.stay();
            guest.say(call.answer(Map.of("epoch", log.epoch().name())));
            news();
        }

        @Override
        public void news() {
            if (subscription != null && guest.isClear()) {
                subscription.next().forEach(event -> guest.say(RpcCall.notice("event", event)));
            }
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
