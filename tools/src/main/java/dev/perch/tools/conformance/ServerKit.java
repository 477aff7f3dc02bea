package dev.perch.tools.conformance;

import dev.perch.client.ClientKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the table against a server. */
public final class ServerKit {
    private ServerKit() {}

    /**
     * Runs one case after the other. Blocks, for some seconds in all.
     *
     * @param key of a client that the server knows; null: only what a stranger sees is looked at
     * @param only the beginning of the ids that are run; empty: all
     * @param told hears of each as it ends
     */
    public static List<Verdict> run(Path socket, @Nullable ClientKey key, String only, Consumer<Verdict> told) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Case one : ServerCases.all()) {
            if (one.id().startsWith(only)) {
                Verdict verdict = verdict(one, socket, key);
                verdicts.add(verdict);
                told.accept(verdict);
            }
        }
        return verdicts;
    }

    private static Verdict verdict(Case one, Path socket, @Nullable ClientKey key) {
        if (one.known() && key == null) {
            return new Verdict(one.id(), one.rule(), Verdict.End.NOT_RUN, "it needs a client's key");
        }
        try (Dialogue dialogue = new Dialogue(socket, key)) {
            if (one.known()) {
                dialogue.introduce();
                Set<String> lacking = new TreeSet<>(one.scopes());
                lacking.removeAll(dialogue.scopes());
                if (!lacking.isEmpty()) {
                    return new Verdict(one.id(), one.rule(), Verdict.End.NOT_RUN, "the client lacks " + lacking);
                }
            }
            for (Case.Step step : one.steps()) {
                step.take(dialogue);
            }
            return new Verdict(one.id(), one.rule(), Verdict.End.PASSED, "");
        } catch (Broken broken) {
            return new Verdict(one.id(), one.rule(), Verdict.End.FAILED, String.valueOf(broken.getMessage()));
        }
    }
}
