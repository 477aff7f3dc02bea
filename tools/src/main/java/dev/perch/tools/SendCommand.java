package dev.perch.tools;

import dev.perch.client.ClientLine;
import dev.perch.ingress.DeliveryState;
import dev.perch.json.RpcFault;
import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perch send}. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        header = {"Says something to a Codex thread, through the companion that runs.", ""},
        description = {
            "It prints what became of it, and never more than is known: see docs/ingress.md for the states. What is sent"
                    + " under the same --key is sent once, however often this is called.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is as far as --wait says",
            "1:the companion cannot be reached; whether it took the message is not known",
            "2:bad input",
            "6:no companion runs",
            "7:its ingress is off",
            "8:not registered, or not allowed",
            "9:Codex has no such thing (--append-draft)",
            "10:it was not done: refused, failed, too late or in conflict",
            "11:it was sent, and nobody knows whether it was taken; it is never sent again by itself"
        },
        footer = {
            "",
            "Examples:",
            "  perch send --thread latest --text \"the build is green again\"",
            "  perch send --thread waiting --steer --turn ID --text \"use the other file\"",
            "  perch send --thread ID --interrupt --json"
        })
final class SendCommand implements Callable<Integer> {
    /** The exit code for what Codex has no way to do. */
    static final int NO_DRAFTS = 9;

    private static final int MOST_SECONDS = 600;

    private static final Set<String> WORDS = Set.of("latest", "waiting", "current");

    @Option(
            names = "--thread",
            required = true,
            paramLabel = "THREAD",
            description = "A thread's id, or latest, waiting or current: the one last heard of, or that waits for you.")
    private String thread = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "What to say.")
    private @Nullable String text;

    @ArgGroup
    private @Nullable Way way;

    @Option(names = "--turn", paramLabel = "ID", description = "With --steer or --interrupt: the turn that is meant.")
    private @Nullable String turn;

    @Option(
            names = "--when-busy",
            paramLabel = "WISH",
            defaultValue = "reject",
            description = "With --submit, while a turn runs: reject (default), or queue to wait for its end.")
    private String whenBusy = "reject";

    @Option(
            names = "--wait",
            paramLabel = "STATE",
            defaultValue = "accepted",
            description = "Ends once it is accepted (default), or completed.")
    private String until = "accepted";

    @Option(names = "--key", paramLabel = "KEY", description = "Names this delivery; by default each call has its own.")
    private @Nullable String key;

    @Option(
            names = "--resend",
            description =
                    "With --key and the same words: sends once more what is unknown, after your click at the pet.")
    private boolean resend;

    @Option(
            names = "--expires",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Gives up what still waits after so long, 1 to 600 (default: ${DEFAULT-VALUE}).")
    private int expires = 60;

    @Mixin
    private AsClient client = new AsClient();

    @Spec
    private CommandSpec spec;

    /** What is to be done with it. */
    static final class Way {
        @Option(names = "--submit", description = "Begins a turn (default).")
        private boolean submit;

        @Option(names = "--steer", description = "Says it into the turn that --turn names.")
        private boolean steer;

        @Option(
                names = "--queue",
                description = "Leaves it in Codex's own queue: it begins a turn once the thread rests.")
        private boolean queue;

        @Option(names = "--interrupt", description = "Ends the turn that runs, or that --turn names.")
        private boolean interrupt;

        @Option(names = "--append-draft", description = "Says that Codex has no way to do this.")
        private boolean draft;
    }

    @Override
    public Integer call() throws ProblemException {
        Way chosen = way == null ? new Way() : way;
        if (chosen.draft) {
            Workbench.of(spec)
                    .note(Problem.error(
                            "--append-draft",
                            "Codex has no way for another program to read or write what is typed and not sent",
                            "send it as a message, with --submit or --queue"));
            return NO_DRAFTS;
        }
        if (!until.equals("accepted") && !until.equals("completed")) {
            throw new ProblemException(Problem.error("--wait", "is accepted or completed", "choose one"));
        }
        if (!whenBusy.equals("reject") && !whenBusy.equals("queue")) {
            throw new ProblemException(Problem.error("--when-busy", "is reject or queue", "choose one"));
        }
        TypedOptions.refuseBeyond("--expires", expires, 1, MOST_SECONDS);
        if (text == null && !chosen.interrupt) {
            throw new ProblemException(Problem.error("--text", "is missing", "say what to send"));
        }
        if (chosen.steer && turn == null) {
            throw new ProblemException(Problem.error("--turn", "is missing", "name the turn that may be steered"));
        }
        if (resend && key == null) {
            throw new ProblemException(
                    Problem.error("--resend", "needs the --key of what is unknown", "name it with --key"));
        }
        return client.call((line, bench) -> send(chosen, line, bench));
    }

    private int send(Way chosen, ClientLine line, Workbench bench) throws IOException, RpcFault {
        String id = WORDS.contains(thread)
                ? String.valueOf(
                        line.call("thread/find", Map.of("which", thread)).get("threadId"))
                : thread;
        String named = key == null ? UUID.randomUUID().toString() : key;
        Map<String, Object> delivery = new LinkedHashMap<>();
        delivery.put("key", named);
        delivery.put("expiresInMs", expires * 1_000L);
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("threadId", id);
        if (!chosen.interrupt) {
            params.put("input", List.of(Map.of("type", "text", "text", String.valueOf(text))));
        }
        if (chosen.steer) {
            params.put("expectedTurnId", String.valueOf(turn));
        } else if (chosen.interrupt && turn != null) {
            params.put("turnId", turn);
        } else if (chosen.submit || way == null) {
            delivery.put("whenBusy", whenBusy);
        }
        if (resend) {
            delivery.put("resolveUnknown", "resend");
        }
        params.put("delivery", delivery);
        return told(await(line, line.call(method(chosen), params), named, bench));
    }

    private static String method(Way chosen) {
        if (chosen.steer) {
            return "turn/steer";
        }
        if (chosen.interrupt) {
            return "turn/interrupt";
        }
        return chosen.queue ? "thread/queue/add" : "turn/start";
    }

    /** Waits until the receipt says enough. */
    private Map<?, ?> await(ClientLine line, Map<?, ?> first, String named, Workbench bench) throws IOException {
        Map<?, ?> receipt = first;
        while (!isEnough(receipt)) {
            if (state(receipt) == DeliveryState.AWAITING_APPROVAL) {
                String note = receipt.get("note") instanceof String told ? " (" + told + ")" : "";
                bench.progress("the pet asks you whether this may be sent; click it" + note);
            }
            Map<?, ?> notice = line.next();
            if (notice == null) {
                throw new IOException("the companion hung up; the message is " + receipt.get("state"));
            }
            if (notice.get("params") instanceof Map<?, ?> told && named.equals(told.get("key"))) {
                receipt = told;
            }
        }
        return receipt;
    }

    private boolean isEnough(Map<?, ?> receipt) {
        DeliveryState state = state(receipt);
        boolean queued = state == DeliveryState.QUEUED && "thread/queue/add".equals(receipt.get("method"));
        boolean taken = state == DeliveryState.ACCEPTED || state == DeliveryState.OBSERVED || queued;
        return state.isLast() || state == DeliveryState.UNKNOWN || (until.equals("accepted") && taken);
    }

    private static DeliveryState state(Map<?, ?> receipt) {
        return DeliveryState.of(String.valueOf(receipt.get("state"))).orElse(DeliveryState.UNKNOWN);
    }

    private int told(Map<?, ?> receipt) {
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        receipt.forEach((field, value) -> words.put(String.valueOf(field), value));
        Object note = receipt.get("note");
        Object in = receipt.get("turnId");
        client.say(
                words,
                receipt.get("state") + (note == null ? "" : " (" + note + ")") + ": thread " + receipt.get("threadId")
                        + (in == null ? "" : ", turn " + in) + ", receipt " + receipt.get("receiptId"));
        return switch (state(receipt)) {
            case UNKNOWN -> IngressLine.UNKNOWN;
            case FAILED, EXPIRED, CONFLICT, DENIED -> IngressLine.NOT_DONE;
            case INTERRUPTED -> until.equals("completed") ? IngressLine.NOT_DONE : 0;
            default -> 0;
        };
    }
}
