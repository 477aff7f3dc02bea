package dev.perch.tools;

import dev.perch.json.JsonTree;
import dev.perch.local.LocalFault;
import dev.perch.model.Problem;
import dev.perch.status.StatusClient;
import dev.perch.text.VisibleText;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perch events}. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        header = {"Tells what happens in your agents' sessions, a line an event, until Ctrl-C.", ""},
        description = {
            "First it tells how all sessions stand. The events and their fields are in docs/status-api.md.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:as many lines as --count, or Ctrl-C",
            "1:the companion cannot be read",
            "2:bad input",
            "6:no companion runs, or it has ended"
        })
final class EventsCommand implements Callable<Integer> {
    private static final int MOST_POINTS = 120;

    @Option(
            names = "--after",
            paramLabel = "ID",
            description = "Goes on after that event; where that is too long ago, it tells how all stands instead.")
    private @Nullable String after;

    @Option(names = "--count", paramLabel = "N", description = "Ends after so many lines.")
    private long count = Long.MAX_VALUE;

    @Option(names = "--json", description = "A JSON object a line, for scripts.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Workbench bench = Workbench.of(spec);
        try {
            Optional<StatusClient> client = StatusClient.connect(RunningCompanion.folder(bench), new SecureRandom());
            if (client.isEmpty()) {
                bench.note(RunningCompanion.nobody());
                return RunningCompanion.NOBODY;
            }
            try (StatusClient open = client.get()) {
                bench.onQuit(() -> end(open));
                return tell(open, bench);
            }
        } catch (LocalFault fault) {
            bench.note(fault.problem());
            return 1;
        } catch (ClosedChannelException ended) {
            return 0;
        } catch (IOException broken) {
            bench.note(Problem.error("status", "it cannot be read (" + broken.getMessage() + ")", "try again"));
            return 1;
        }
    }

    private int tell(StatusClient client, Workbench bench) throws IOException {
        client.subscribe(after);
        for (long told = 0; told < count; told++) {
            Map<?, ?> event = client.next();
            if (event == null) {
                bench.note(Problem.warning("events", "the companion has ended", "start it again with ./perch"));
                return RunningCompanion.NOBODY;
            }
            bench.say(json ? line(event) : words(event));
        }
        return 0;
    }

    private static void end(StatusClient client) {
        try {
            client.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    private static String line(Map<?, ?> event) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        event.forEach((key, value) -> object.put(String.valueOf(key), value));
        return JsonTree.line(object);
    }

    private static String words(Map<?, ?> event) {
        StringBuilder words = new StringBuilder();
        words.append(plain(event.get("at"))).append("  ").append(plain(event.get("event")));
        List<?> threads = event.get("threads") instanceof List<?> list
                ? list
                : event.get("thread") instanceof Map<?, ?> one ? List.of(one) : List.of();
        for (Object thread : threads) {
            if (thread instanceof Map<?, ?> map) {
                words.append(threads.size() > 1 ? "\n    " : "  ").append(thread(map));
            }
        }
        return words.toString();
    }

    private static String thread(Map<?, ?> thread) {
        String words = plain(thread.get("threadRef")) + " " + plain(thread.get("state"));
        if (thread.get("category") != null) {
            words += " (" + plain(thread.get("category")) + ")";
        }
        if (Boolean.TRUE.equals(thread.get("stale"))) {
            words += ", stale";
        }
        return thread.get("title") == null ? words : words + ": " + plain(thread.get("title"));
    }

    private static String plain(@Nullable Object text) {
        return VisibleText.shown(String.valueOf(text), MOST_POINTS);
    }
}
