package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the user is told when there is no connection. */
final class LinkNewsTest {
    private final List<String> told = new ArrayList<>();
    private final LinkNews news = new LinkNews("codex app-server", new RuntimeSnapshotEmitter() {
        @Override
        public void emit(RuntimeSnapshot snapshot) {
            told.add(snapshot.title() + ": " + snapshot.body());
        }

        @Override
        public void problem(Problem problem) {
            told.add(problem.sentence());
        }
    });

    @Test
    void aCodexThatIsNotInstalledIsSaidOnceWithWhatToDo() {
        CodexTarget target = new CodexTarget.Child("no-such-codex", Map.of(), null);
        for (int attempt = 0; attempt < 3; attempt++) {
            IOException why = assertThrows(IOException.class, () -> target.dial(new Random(1), WireLimits.DEFAULT));
            news.noServer(why);
        }
        assertEquals(
                List.of(
                        "Codex cannot be started: install codex, or put it on the PATH",
                        "codex app-server: no-such-codex cannot be started; install codex, or put it on the PATH."),
                told);
    }
}
