package dev.perch.tools.conformance;

import static dev.perch.tools.conformance.Case.client;
import static dev.perch.tools.conformance.Case.stranger;
import static dev.perch.tools.conformance.Steps.again;
import static dev.perch.tools.conformance.Steps.answers;
import static dev.perch.tools.conformance.Steps.bytes;
import static dev.perch.tools.conformance.Steps.call;
import static dev.perch.tools.conformance.Steps.callInPieces;
import static dev.perch.tools.conformance.Steps.counted;
import static dev.perch.tools.conformance.Steps.goesOn;
import static dev.perch.tools.conformance.Steps.hangsUp;
import static dev.perch.tools.conformance.Steps.has;
import static dev.perch.tools.conformance.Steps.hello;
import static dev.perch.tools.conformance.Steps.introduces;
import static dev.perch.tools.conformance.Steps.keeps;
import static dev.perch.tools.conformance.Steps.letters;
import static dev.perch.tools.conformance.Steps.like;
import static dev.perch.tools.conformance.Steps.line;
import static dev.perch.tools.conformance.Steps.makesProof;
import static dev.perch.tools.conformance.Steps.pongs;
import static dev.perch.tools.conformance.Steps.refuses;
import static dev.perch.tools.conformance.Steps.refusesUnread;
import static dev.perch.tools.conformance.Steps.refusesWhatIsNotAllowed;
import static dev.perch.tools.conformance.Steps.settles;
import static dev.perch.tools.conformance.Steps.sometimeRefuses;
import static dev.perch.tools.conformance.Steps.times;
import static dev.perch.tools.conformance.Steps.word;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What every server has to do, by docs/ingress.md. Deliveries are about a thread that nobody has, so nothing is said to any agent;
 * a snapshot is shown for a second.
 */
final class ServerCases {
    static final int NOT_ALLOWED = -32_003;

    private static final int NO_JSON = -32_700;
    private static final int NO_REQUEST = -32_600;
    private static final int NO_METHOD = -32_601;
    private static final int BAD_PARAMS = -32_602;
    private static final int OVERLOADED = -32_001;
    private static final int NOT_KNOWN = -32_002;
    private static final int TOO_OFTEN = -32_005;
    private static final int NOT_FOUND = -32_006;
    private static final int OTHER_BODY = -32_009;

    private static final Set<String> STATES = Set.of(
            "received",
            "awaitingApproval",
            "queued",
            "dispatched",
            "accepted",
            "observed",
            "completed",
            "interrupted",
            "failed",
            "conflict",
            "expired",
            "denied",
            "unknown");
    private static final Map<String, String> SCOPES = new TreeMap<>(Map.of(
            "snapshot/put", "snapshot.write",
            "turn/start", "turn.start",
            "thread/queue/add", "turn.start",
            "turn/steer", "turn.steer",
            "turn/interrupt", "turn.interrupt",
            "thread/start", "thread.open",
            "thread/resume", "thread.open",
            "thread/fork", "thread.open"));
    private static final List<String> AFTER_AUTH = List.of("ping", "thread/find", "delivery/get");
    private static final List<String> NOT_THERE = List.of(
            "no/such",
            "initialize",
            "command/exec",
            "process/spawn",
            "fs/writeFile",
            "config/batchWrite",
            "turn/Start");

    private static final String HELLO = "{'protocol':[1],'clientId':'$stranger$','clientNonce':'$nonce$'}";
    private static final String INPUT = "'input':[{'type':'text','text':'hello'}]";
    private static final String DELIVERY = "'delivery':{'key':'$key$','expiresInMs':1000}";
    private static final String INTERRUPT = "{'threadId':'$thread$'," + DELIVERY + "}";

    private ServerCases() {}

    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        framing(all);
        handshake(all);
        methods(all);
        params(all);
        deliveries(all);
        snapshots(all);
        limits(all);
        return List.copyOf(all);
    }

    private static void framing(List<Case> all) {
        unread(all, "no-json", "Words that are no JSON", "hello", NO_JSON);
        unread(all, "blank", "An empty line", "", NO_JSON);
        unread(all, "batch", "A batch", "[{'jsonrpc':'2.0','id':1,'method':'ping'}]", NO_JSON);
        unread(all, "notification", "A call without an id", "{'jsonrpc':'2.0','method':'ping'}", NO_REQUEST);
        unread(all, "null-id", "An id that is null", "{'jsonrpc':'2.0','id':null,'method':'ping'}", NO_REQUEST);
        unread(all, "version", "Another version than 2.0", "{'jsonrpc':'1.0','id':1,'method':'ping'}", NO_REQUEST);
        unread(all, "no-method", "A call of no method", "{'jsonrpc':'2.0','id':1}", NO_REQUEST);
        unread(all, "fifth-key", "A key beside the four", "{'jsonrpc':'2.0','id':1,'method':'ping','a':1}", NO_REQUEST);
        unread(
                all,
                "list-params",
                "Params that are a list",
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':[]}",
                NO_REQUEST);
        unread(all, "key-twice", "A key that comes twice", "{'jsonrpc':'2.0','id':1,'id':2,'method':'ping'}", NO_JSON);
        unread(all, "two-objects", "Two objects in a line", "{'jsonrpc':'2.0','id':1,'method':'ping'}{}", NO_JSON);
        unread(
                all,
                "deep",
                "More than 16 levels",
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':{'a':" + "[".repeat(20) + "]".repeat(20) + "}}",
                NO_JSON);
        all.add(stranger(
                "frame.no-utf8",
                "Bytes that are no UTF-8 are refused with -32700, and it hangs up.",
                bytes('{', '"', 0xC3, 0x28, '"', ':', '1', '}', '\n'),
                refusesUnread(NO_JSON),
                hangsUp()));
        all.add(stranger("frame.pieces", "A line may come in pieces.", callInPieces("hello", HELLO), answers()));
        all.add(stranger(
                "frame.stranger-long",
                "Before the handshake a line has at most 4 KiB; it hangs up on a longer one.",
                letters(4_200),
                hangsUp()));
        all.add(stranger(
                "frame.stranger-silent",
                "Who does not show in two seconds who it is, is hung up on.",
                hangsUp(Duration.ofSeconds(5))));
        all.add(client(
                "frame.two-at-once",
                "Two calls in one write are answered in their order, whatever their ids are.",
                line("{'jsonrpc':'2.0','id':'a-\\u00e4','method':'ping'}\n"
                        + "{'jsonrpc':'2.0','id':9007199254740993,'method':'ping','params':{}}"),
                pongs("a-\u00e4"),
                pongs(9007199254740993L)));
        all.add(client(
                "frame.long", "A line has at most 256 KiB; it hangs up on a longer one.", letters(300_000), hangsUp()));
        all.add(client(
                "frame.client-no-json",
                "What is no JSON ends the connection of a known client too.",
                line("nothing"),
                refusesUnread(NO_JSON),
                hangsUp()));
    }

    private static void unread(List<Case> all, String word, String what, String line, int code) {
        all.add(stranger(
                "frame." + word,
                what + " is refused with " + code + " and no id, and it hangs up.",
                line(line),
                refusesUnread(code),
                hangsUp()));
    }

    private static void handshake(List<Case> all) {
        List<String> shut = new ArrayList<>(AFTER_AUTH);
        shut.addAll(SCOPES.keySet());
        shut.add("no/such");
        for (String method : shut) {
            all.add(stranger(
                    "first." + method,
                    "Before the handshake " + method + " is refused with -32002, and it hangs up.",
                    call(method, "{}"),
                    refuses(NOT_KNOWN),
                    hangsUp()));
        }
        all.add(stranger(
                "hello.shape",
                "hello is answered for protocol 1 with a name of the run, a nonce and a proof, also for a client that is none.",
                call("hello", HELLO),
                answers(),
                has("protocol", 1),
                like("instanceId", ".{1,64}"),
                like("serverNonce", "[0-9a-f]{64}"),
                like("serverProof", "[0-9a-f]{64}"),
                keeps("serverNonce", "first"),
                again(),
                call("hello", HELLO),
                answers(),
                keeps("serverNonce", "first")));
        refusedHello(all, "protocol", "another protocol", HELLO.replace("[1]", "[2]"));
        refusedHello(all, "nonce", "a short nonce", HELLO.replace("$nonce$", "abc"));
        refusedHello(all, "more", "a parameter besides", HELLO.replace("}", ",'a':1}"));
        refusedHello(all, "client", "a client's name that cannot be one", HELLO.replace("$stranger$", "a b"));
        all.add(stranger(
                "hello.twice",
                "hello is said once.",
                call("hello", HELLO),
                answers(),
                call("hello", HELLO),
                refuses(BAD_PARAMS, NOT_KNOWN),
                hangsUp()));
        all.add(stranger(
                "auth.first",
                "auth before hello is refused with -32002.",
                call("auth", "{'clientProof':'$nonce$'}"),
                refuses(NOT_KNOWN),
                hangsUp()));
        all.add(stranger(
                "auth.stranger",
                "A client that is none is refused by auth, not by hello; after five wrong proofs it is shut out.",
                times(
                        5,
                        again(),
                        call("hello", HELLO),
                        answers(),
                        call("auth", "{'clientProof':'$nonce$'}"),
                        refuses(NOT_KNOWN),
                        hangsUp()),
                again(),
                call("hello", HELLO),
                refuses(TOO_OFTEN)));
        for (String params : List.of("{'name':'A b','scopes':[]}", "{'name':'kit','scopes':['all.of.it']}")) {
            all.add(stranger(
                    params.contains("A b") ? "register.name" : "register.scope",
                    "Who asks for a name or a scope that cannot be is refused with -32602; the user is not asked.",
                    call("client/register", params),
                    refuses(BAD_PARAMS),
                    hangsUp()));
        }
        all.add(client("auth.proofs", "Both sides prove that they know the key.", goesOn()));
        all.add(client(
                "auth.replay",
                "A proof of one connection is refused on another.",
                makesProof(),
                again(),
                hello(),
                call("auth", "{'clientProof':'$proof$'}"),
                refuses(NOT_KNOWN),
                hangsUp()));
        all.add(client(
                "auth.again",
                "After the handshake there is no other.",
                call("hello", HELLO),
                refuses(NO_METHOD),
                goesOn()));
    }

    private static void refusedHello(List<Case> all, String word, String what, String params) {
        all.add(stranger(
                "hello." + word,
                "hello with " + what + " is refused with -32602, and it hangs up.",
                call("hello", params),
                refuses(BAD_PARAMS),
                hangsUp()));
    }

    private static void methods(List<Case> all) {
        for (String method : NOT_THERE) {
            all.add(client(
                    "method." + method,
                    "There is no " + method + ": -32601, and the line stays open.",
                    call(method, "{}"),
                    refuses(NO_METHOD),
                    goesOn()));
        }
        all.add(client(
                "method.scopes",
                "What the client is not let do is refused with -32003, before its parameters are looked at.",
                refusesWhatIsNotAllowed(SCOPES),
                goesOn()));
        all.add(client("method.ping", "ping takes nothing.", call("ping", "{'a':1}"), refuses(BAD_PARAMS), goesOn()));
        all.add(client(
                "method.find",
                "thread/find knows three words.",
                call("thread/find", "{'which':'oldest'}"),
                refuses(BAD_PARAMS)));
    }

    private static void params(List<Case> all) {
        String start = "{'threadId':'$thread$'," + INPUT + "," + DELIVERY + "}";
        badStart(all, "model", "a setting of Codex", start.replace("'input'", "'model':'x','input'"));
        badStart(all, "image", "input that is no text", start.replace("'type':'text'", "'type':'localImage'"));
        badStart(all, "hidden", "a character that turns the text around", start.replace("hello", "a\\u202eb"));
        badStart(all, "blank", "nothing to say", start.replace("hello", "  "));
        badStart(all, "no-key", "no key of its delivery", start.replace("'key':'$key$',", ""));
        badStart(all, "key", "a key with a blank", start.replace("$key$", "a b"));
        badStart(all, "thread", "a thread's name that cannot be one", start.replace("$thread$", "../x"));
        badStart(all, "soon", "a time of less than a second", start.replace("1000", "999"));
        badStart(all, "late", "a time of more than ten minutes", start.replace("1000", "600001"));
        badStart(all, "fraction", "a time that is no whole number", start.replace("1000", "1000.5"));
        badStart(all, "busy", "a wish that there is not", start.replace("1000", "1000,'whenBusy':'push'"));
        badStart(
                all,
                "again",
                "a wish for what is unknown that there is not",
                start.replace("1000", "1000,'resolveUnknown':'now'"));
        badStart(all, "steer", "a wish to steer no turn", start.replace("1000", "1000,'whenBusy':'steer'"));
        String half = "{'type':'text','text':'" + "x".repeat(70_000) + "'}";
        badStart(all, "long", "more than 128 KiB of text", start.replace(INPUT, "'input':[" + half + "," + half + "]"));
        all.add(client(
                        "param.folder",
                        "A thread does not begin in a folder that the user did not name.",
                        call("thread/start", "{'cwd':'/conformance-none'," + DELIVERY + "}"),
                        refuses(NOT_ALLOWED),
                        goesOn())
                .needs("thread.open"));
    }

    private static void badStart(List<Case> all, String word, String what, String params) {
        all.add(client(
                        "param." + word,
                        "turn/start with " + what + " is refused with -32602, and the line stays open.",
                        call("turn/start", params),
                        refuses(BAD_PARAMS),
                        goesOn())
                .needs("turn.start"));
    }

    private static void deliveries(List<Case> all) {
        all.add(client(
                        "delivery.receipt",
                        "An order is answered with a receipt, and ends in a state that is known.",
                        call("turn/interrupt", INTERRUPT),
                        answers(),
                        like("receiptId", ".{1,64}"),
                        has("key", "$key$"),
                        has("method", "turn/interrupt"),
                        has("replayed", false),
                        settles(STATES))
                .needs("turn.interrupt"));
        all.add(client(
                        "delivery.replay",
                        "The same key with the same parameters, in whatever order, is the same delivery.",
                        call("turn/interrupt", INTERRUPT),
                        answers(),
                        keeps("receiptId", "receipt"),
                        call("turn/interrupt", "{'delivery':{'expiresInMs':1000,'key':'$key$'},'threadId':'$thread$'}"),
                        answers(),
                        has("receiptId", "$receipt$"),
                        has("replayed", true))
                .needs("turn.interrupt"));
        all.add(client(
                        "delivery.other-body",
                        "The same key with other parameters is refused with -32009.",
                        call("turn/interrupt", INTERRUPT),
                        answers(),
                        call("turn/interrupt", INTERRUPT.replace("1000", "2000")),
                        refuses(OTHER_BODY),
                        call("turn/interrupt", INTERRUPT.replace("$thread$", "conformance-other")),
                        refuses(OTHER_BODY),
                        goesOn())
                .needs("turn.interrupt"));
        all.add(client(
                        "delivery.get",
                        "delivery/get gives the receipt, over another connection too.",
                        call("turn/interrupt", INTERRUPT),
                        answers(),
                        keeps("receiptId", "receipt"),
                        again(),
                        introduces(),
                        call("delivery/get", "{'key':'$key$'}"),
                        answers(),
                        has("receiptId", "$receipt$"),
                        has("key", "$key$"))
                .needs("turn.interrupt"));
        all.add(client(
                        "delivery.again",
                        "What was never sent cannot be sent once more: -32006.",
                        call("turn/interrupt", INTERRUPT.replace("1000", "1000,'resolveUnknown':'resend'")),
                        refuses(NOT_FOUND),
                        goesOn())
                .needs("turn.interrupt"));
        all.add(client(
                "delivery.none",
                "delivery/get of a key that was never said is refused with -32006.",
                call("delivery/get", "{'key':'$key$'}"),
                refuses(NOT_FOUND),
                goesOn()));
    }

    private static void snapshots(List<Case> all) {
        String put = "{'sourceId':'conformance','epoch':'$key$','seq':5,'ttlMs':1000,"
                + "'snapshot':{'state':'idle','title':'conformance'}}";
        all.add(client(
                        "snapshot.order",
                        "A snapshot that is not later than the last of its epoch changes nothing.",
                        call("snapshot/put", put),
                        answers(),
                        has("applied", true),
                        has("lastSeq", 5),
                        call("snapshot/put", put),
                        answers(),
                        has("stale", true),
                        has("lastSeq", 5),
                        call("snapshot/put", put.replace("'seq':5", "'seq':4")),
                        answers(),
                        has("stale", true),
                        call("snapshot/put", put.replace("'seq':5", "'seq':6")),
                        answers(),
                        has("applied", true),
                        word("key", "other"),
                        call("snapshot/put", put),
                        answers(),
                        has("applied", true))
                .needs("snapshot.write"));
        all.add(client(
                        "snapshot.counts",
                        "Who comes back is told of the same run, and how far each of its sources has counted.",
                        keeps("epoch", "run"),
                        call("snapshot/put", put),
                        answers(),
                        again(),
                        introduces(),
                        has("epoch", "$run$"),
                        counted("conformance", "$key$", 5))
                .needs("snapshot.write"));
        badSnapshot(all, "state", "a state that is no word", put.replace("'idle'", "'Not A Word'"));
        badSnapshot(all, "title", "no title", put.replace(",'title':'conformance'", ""));
        badSnapshot(all, "ttl", "less than a second to live", put.replace("'ttlMs':1000", "'ttlMs':999"));
        badSnapshot(
                all,
                "source",
                "a source's name that cannot be one",
                put.replace("'conformance','epoch'", "'A b','epoch'"));
        badSnapshot(all, "more", "a field besides", put.replace("'title'", "'a':1,'title'"));
        badSnapshot(
                all,
                "long",
                "more than 16 KiB",
                put.replace("'title'", "'metadata':{'a':'" + "x".repeat(17_000) + "'},'title'"));
    }

    private static void badSnapshot(List<Case> all, String word, String what, String params) {
        all.add(client(
                        "snapshot." + word,
                        "A snapshot with " + what + " is refused with -32602, and the line stays open.",
                        call("snapshot/put", params),
                        refuses(BAD_PARAMS),
                        goesOn())
                .needs("snapshot.write"));
    }

    private static void limits(List<Case> all) {
        all.add(client(
                        "limit.messages",
                        "A client that sends too many messages at once is told so with -32005, and goes on.",
                        sometimeRefuses(
                                TOO_OFTEN,
                                10,
                                "turn/start",
                                "{'threadId':'$thread$'," + INPUT
                                        + ",'delivery':{'key':'$key$-$i$','expiresInMs':1000}}"),
                        goesOn())
                .needs("turn.start"));
        all.add(client(
                "limit.connections",
                "A client has at most four connections at once; the fifth is refused with -32001.",
                times(3, again(), introduces()),
                again(),
                hello(),
                makesProof(),
                call("auth", "{'clientProof':'$proof$'}"),
                refuses(OVERLOADED),
                hangsUp()));
    }
}
