package dev.perch.status;

import dev.perch.api.Clock;
import dev.perch.json.JsonTree;
import dev.perch.local.Visit;
import dev.perch.local.Visitor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers requests over loopback HTTP, one a connection. The reception's thread only. */
final class HttpDesk {
    private static final Duration HEAD_PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_COMMENTS = Duration.ofSeconds(15);
    private static final String HOOKS = "/v1/hooks/";

    private final StatusLog log;
    private final Clock clock;
    private final HttpRules rules;
    private final HttpTickets tickets;
    private final boolean detail;
    private final LoopbackServer.HookDoor hooks;
    private int streams;

    HttpDesk(
            StatusLog log,
            Clock clock,
            HttpRules rules,
            HttpTickets tickets,
            boolean detail,
            LoopbackServer.HookDoor hooks) {
        this.log = log;
        this.clock = clock;
        this.rules = rules;
        this.tickets = tickets;
        this.detail = detail;
        this.hooks = hooks;
    }

    Visitor welcome(Visit visit) {
        visit.await(clock.nanos() + HEAD_PATIENCE.toNanos());
        return new Caller(visit);
    }

    private final class Caller implements Visitor {
        private final Visit visit;
        private @Nullable Subscription subscription;
        private @Nullable String reader;
        private boolean answered;

        Caller(Visit visit) {
            this.visit = visit;
        }

        @Override
        public void take(ByteBuffer bytes) {
            if (answered) {
                bytes.position(bytes.limit());
                return;
            }
            try {
                HttpRequest request = HttpRequest.next(bytes);
                if (request != null) {
                    answered = true;
                    answer(request);
                }
            } catch (HttpFault fault) {
                answered = true;
                end(HttpAnswer.fault(fault, reader));
            }
        }

        private void answer(HttpRequest request) throws HttpFault {
            rules.checkSender(request);
            reader = rules.reader(request);
            if (rules.isPreflight(request)) {
                end(HttpAnswer.options(reader));
                return;
            }
            if (!rules.bearsToken(request) && !bearsTicket(request)) {
                throw new HttpFault(401, "every request bears the token: Authorization: Bearer TOKEN.");
            }
            visit.settle();
            switch (request.method()) {
                case "GET", "HEAD" -> read(request);
                case "OPTIONS" -> end(HttpAnswer.options(reader));
                case "POST" -> post(request);
                default -> throw new HttpFault(405, "there are GET, HEAD, OPTIONS and POST.");
            }
        }

        /** Only a stream of events is let in so: what reads it in a browser can send no header. */
        private boolean bearsTicket(HttpRequest request) {
            String ticket = request.word("ticket");
            return ticket != null
                    && request.method().equals("GET")
                    && request.path().equals("/v1/events")
                    && tickets.use(ticket);
        }

        private void read(HttpRequest request) throws HttpFault {
            boolean body = request.method().equals("GET");
            switch (request.path()) {
                case "/v1/health" -> end(HttpAnswer.json(200, Map.of("ok", true), body, reader));
                case "/v1/status" ->
                    end(HttpAnswer.json(200, new StatusWords(log.epoch(), detail).page(log.page()), body, reader));
                case "/v1/events" -> {
                    if (body) {
                        stream(request);
                    } else {
                        end(HttpAnswer.stream(reader));
                    }
                }
                default -> throw nothingHere();
            }
        }

        private void post(HttpRequest request) throws HttpFault {
            if (request.path().equals("/v1/tickets")) {
                end(HttpAnswer.json(200, Map.of("ticket", tickets.issue()), true, reader));
            } else if (request.path().startsWith(HOOKS)) {
                if (!hooks.take(request.path().substring(HOOKS.length()), request.body())) {
                    throw nothingHere();
                }
                end(HttpAnswer.json(200, Map.of(), true, reader));
            } else {
                throw nothingHere();
            }
        }

        private void stream(HttpRequest request) throws HttpFault {
            if (streams >= StatusServer.MOST_SUBSCRIBERS) {
                throw new HttpFault(503, "so many read events already that there is no room; try again later.");
            }
            streams++;
            String after = request.header("last-event-id");
            subscription = new Subscription(
                    log, new StatusWords(log.epoch(), detail), after == null ? request.word("after") : after);
            visit.say(HttpAnswer.stream(reader));
            say("retry: 2000\n\n");
            awaitComment();
        }

        @Override
        public void news() {
            if (subscription != null && visit.isClear()) {
                for (Map<String, @Nullable Object> event : subscription.next()) {
                    say("id: " + event.get("id") + "\nevent: " + event.get("event") + "\ndata: " + JsonTree.line(event)
                            + "\n\n");
                }
            }
        }

        @Override
        public void late() {
            if (subscription == null) {
                visit.hangUp();
            } else {
                if (visit.isClear()) {
                    say(": here\n\n");
                }
                awaitComment();
            }
        }

        @Override
        public void left() {
            if (subscription != null) {
                streams--;
            }
        }

        private void awaitComment() {
            visit.await(clock.nanos() + BETWEEN_COMMENTS.toNanos());
        }

        private void say(String text) {
            visit.say(text.getBytes(StandardCharsets.UTF_8));
        }

        private void end(byte[] answer) {
            visit.await(Long.MAX_VALUE); // from now on it is the reader that is waited for
            visit.say(answer);
            visit.leave();
        }

        private static HttpFault nothingHere() {
            return new HttpFault(404, "there are /v1/health, /v1/status, /v1/events, /v1/tickets and /v1/hooks/AGENT.");
        }
    }
}
