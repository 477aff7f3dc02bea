package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.action.ActionDesk;
import dev.perch.action.ActionRequest;
import dev.perch.action.Dropped;
import dev.perch.action.GrantBook;
import dev.perch.action.GrantFile;
import dev.perch.action.Origin;
import dev.perch.action.Prompt;
import dev.perch.ecs.Acting;
import dev.perch.files.AtomicFile;
import dev.perch.model.Interactions;
import dev.perch.model.Problem;
import dev.perch.model.Trigger;
import dev.perch.pack.InteractionBlocks;
import dev.perch.testkit.TestPets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code perch permissions} changes on the disk while a companion runs. The test's thread is the render thread. */
final class CompanionActionsTest {
    private static final String BLOCK = """
            {"schema":1,"actions":{
              "one":{"kind":"openUrl","url":"https://example.org/1"},
              "two":{"kind":"openUrl","url":"https://example.org/2"},
              "skill":{"kind":"invokeSkill","skill":"tidy","which":"new"},
              "build":{"kind":"runCommand","name":"build"}}}
            """;

    /** Longer than a pet is quiet after three questions. */
    private static final long PATIENT_NANOS = 700_000_000_000L;

    @TempDir
    Path home;

    private final BlockingQueue<Runnable> toDo = new LinkedBlockingQueue<>();
    private final BlockingQueue<Problem> notes = new LinkedBlockingQueue<>();
    private CompanionActions actions;
    private Acting acting;
    private GrantFile file;
    private long now;

    @BeforeEach
    void begin() throws IOException {
        PerchFolders folders = PerchFolders.of(Map.of(), "Linux", home);
        Files.createDirectories(folders.config());
        Files.writeString(folders.config().resolve("actions.json"), "{\"skills\":[\"tidy\"]}");
        file = new GrantFile(folders.state());
        actions = new CompanionActions(folders, () -> 1_000, notes::add);
        acting = actions.acting(ThreadDoor.NONE, told -> {});
        actions.watch(toDo::add);
    }

    @AfterEach
    void end() {
        actions.close();
    }

    @Test
    void aGrantThatIsRevokedOnTheDiskIsAskedForAgain() throws Exception {
        grant("one", Prompt.Choice.REMEMBER);
        awaitStored(1);
        file.save(file.load().without(0));
        await(() -> book().grants().isEmpty());
        assertNotNull(ask("one"));
    }

    @Test
    void aLaterGrantDoesNotWriteTheRevokedOneBackThoughNothingWasHeardOfItYet() throws Exception {
        grant("one", Prompt.Choice.REMEMBER);
        awaitStored(1);
        file.save(file.load().without(0));
        grant("two", Prompt.Choice.REMEMBER);
        await(() ->
                actions(file.load()).equals(List.of("two")) && actions(book()).equals(List.of("two")));
    }

    @Test
    void revokingAllTakesTheGrantsOfTheSessionToo() throws Exception {
        grant("skill", Prompt.Choice.SESSION);
        grant("one", Prompt.Choice.REMEMBER);
        grant("two", Prompt.Choice.REMEMBER);
        awaitStored(2);
        file.save(file.load().without(0));
        await(() -> actions(book()).equals(List.of("skill", "two")));
        file.save(GrantBook.EMPTY);
        await(() -> book().grants().isEmpty());
        assertNull(book().fault());
    }

    @Test
    void aFileThatIsSpoiltMeanwhileDeniesAllUntilItIsTakenAway() throws Exception {
        grant("one", Prompt.Choice.REMEMBER);
        awaitStored(1);
        String forged = "{\"schema\":1,\"sha256\":\"0\",\"grants\":[]}";
        new AtomicFile(file.path()).write(forged.getBytes(StandardCharsets.UTF_8));
        await(() -> book().fault() != null);
        assertNull(ask("one"), "it is denied, not asked");
        assertTrue(notes.stream().anyMatch(note -> note.what().contains("changed by something")), notes::toString);
        file.save(GrantBook.EMPTY);
        await(() -> book().fault() == null);
        assertNotNull(ask("one"));
    }

    @Test
    void grantsThatSomethingElseWritesAreNotBelievedWhileItRuns() throws Exception {
        grant("one", Prompt.Choice.REMEMBER);
        awaitStored(1);
        GrantBook both = file.load();
        file.save(GrantBook.EMPTY);
        await(() -> book().grants().isEmpty());
        file.save(both);
        grant("two", Prompt.Choice.REMEMBER);
        await(() -> actions(file.load()).equals(List.of("two")));
        assertEquals(List.of("two"), actions(book()));
    }

    @Test
    void aCommandThatIsTakenOutOfTheUsersFileIsDeniedThoughItWasPermittedAndOneThatIsPutInIsAskedFor()
            throws Exception {
        Path commands = home.resolve(".config/perch/commands.json");
        AtomicFile written = new AtomicFile(commands);
        assertNull(ask("build"), "there is none");
        String one = "{\"commands\":[{\"name\":\"build\",\"exe\":\"/usr/bin/true\"}]}";
        written.write(one.getBytes(StandardCharsets.UTF_8));
        await(() -> asks("build"));
        drawn();
        assertTrue(acting.answer(Prompt.Choice.EXACT, acting.desk().tokens().mint(now), now));
        assertNotNull(ask("one"));
        Files.delete(commands);
        await(() -> acting.desk().expire(now) == Long.MAX_VALUE);
        await(() -> refusal("build").contains("your commands.json does not have it"));
    }

    /** Why an action is refused now; empty when it is not. */
    private String refusal(String action) {
        acting.desk().drain(old -> {});
        asks(action);
        List<ActionDesk.Outcome> news = new ArrayList<>();
        acting.desk().drain(news::add);
        return news.get(0) instanceof ActionDesk.Outcome.Refused refused
                ? refused.why().sentence()
                : "";
    }

    private boolean asks(String action) {
        try {
            return ask(action) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GrantBook book() {
        return acting.desk().gate().book();
    }

    private static List<String> actions(GrantBook book) {
        return book.grants().stream().map(grant -> grant.key().action()).toList();
    }

    private Prompt ask(String action) throws IOException {
        now += PATIENT_NANOS;
        Interactions declared = ((InteractionBlocks.Verdict.Right)
                        InteractionBlocks.judge("block", BLOCK.getBytes(StandardCharsets.UTF_8)))
                .interactions();
        acting.submit(
                new ActionRequest(
                        Origin.of(TestPets.v1()),
                        action,
                        declared.actions().get(action),
                        Trigger.CLICK,
                        acting.desk().tokens().mint(now),
                        Dropped.NOTHING),
                now);
        return acting.desk().prompt();
    }

    private void grant(String action, Prompt.Choice choice) throws IOException {
        assertNotNull(ask(action));
        drawn();
        assertTrue(acting.answer(choice, acting.desk().tokens().mint(now), now));
    }

    /** The question is on the screen, and the user has read it. */
    private void drawn() {
        acting.desk().arming().drawn(now);
        now += 1_000_000_000;
    }

    private void awaitStored(int count) throws InterruptedException {
        await(() -> file.load().grants().size() == count);
    }

    /** Does what the render thread is given until that holds. */
    private void await(BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 1_000 && !holds.getAsBoolean(); i++) {
            Runnable work = toDo.poll(20, TimeUnit.MILLISECONDS);
            if (work != null) {
                work.run();
            }
        }
        assertTrue(holds.getAsBoolean());
    }
}
