package dev.perch.tools;

import dev.perch.model.RuntimeSnapshot;
import dev.perch.runtime.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code perch snapshot}. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        header = {"Shows a state of your own program at the pet, for a while.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the pet has it",
            "1:the companion cannot be reached",
            "2:bad input",
            "6:no companion runs",
            "7:its ingress is off",
            "8:not registered, or not allowed",
            "10:it was refused"
        },
        footer = {"", "Example:", "  perch snapshot --state running --title \"Nightly build\" --for 600"})
final class SnapshotCommand implements Callable<Integer> {
    private static final long MILLIS = 1_000;

    @Option(
            names = "--state",
            required = true,
            paramLabel = "STATE",
            description =
                    "idle, running, waiting, review or failed, or another word that the pet has an animation for.")
    private String state = "";

    @Option(names = "--title", required = true, paramLabel = "TEXT", description = "One line.")
    private String title = "";

    @Option(names = "--body", paramLabel = "TEXT", description = "More text.")
    private @Nullable String body;

    @Option(names = "--session", paramLabel = "NAME", defaultValue = "main", description = "Which of its sessions.")
    private String session = "main";

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Until it counts as stale, 1 to 600 (default: ${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Mixin
    private AsClient client = new AsClient();

    @Override
    public Integer call() throws ProblemException {
        TypedOptions.refuseBeyond("--for", seconds, 1, (int) (RuntimeSnapshot.MOST_TTL_MS / MILLIS));
        Map<String, Object> snapshot = new LinkedHashMap<>();
        snapshot.put("state", state);
        snapshot.put("title", title);
        if (body != null) {
            snapshot.put("body", body);
        }
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("sourceId", session);
        params.put("ttlMs", seconds * MILLIS);
        params.put("snapshot", snapshot);
        return client.call((line, bench) -> {
            boolean applied =
                    Boolean.TRUE.equals(line.call("snapshot/put", params).get("applied"));
            client.say(Map.of("applied", applied), "The pet shows it for " + seconds + " seconds.");
            return 0;
        });
    }
}
