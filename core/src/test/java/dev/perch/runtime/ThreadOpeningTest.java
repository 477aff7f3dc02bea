package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.action.ActionOutcome;
import dev.perch.action.Effect;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ThreadOpeningTest {
    private final List<Effect> performed = new ArrayList<>();
    private boolean handler = true;

    @Test
    void aNewThreadHasThePromptAndTheFilesThatWereShown() {
        Effect.BeginThread begin = new Effect.BeginThread(
                "perch", Path.of("/home/me"), "Look & see", List.of(Path.of("/tmp/two words.md")));
        assertEquals(List.of("/home/me", "Look & see", "/tmp/two words.md"), begin.lines());
        opening(List.of()).perform(begin);
        assertEquals(
                List.of(new Effect.OpenLink(
                        "codex://threads/new?prompt=Look%20%26%20see%0A%2Ftmp%2Ftwo%20words.md&path=%2Fhome%2Fme",
                        false)),
                performed);
    }

    @Test
    void aSkillIsNamedInThePromptOfANewThreadJustAsItWasShown() {
        Effect.UseSkill skill = new Effect.UseSkill("tidy", Which.NEW, "Tidy up\nthe tests.");
        assertEquals(List.of("new", "$tidy Tidy up", "the tests."), skill.lines());
        opening(List.of()).perform(skill);
        assertEquals(
                List.of(new Effect.OpenLink("codex://threads/new?prompt=%24tidy%20Tidy%20up%0Athe%20tests.", false)),
                performed);
    }

    @Test
    void aThreadIsOpenedByItsLinkOrElseByTheUsersOpener() {
        opening(List.of("/usr/bin/xterm", "-e", "{threadId}"))
                .perform(new Effect.ShowThread(Which.CURRENT, "t-1", List.of()));
        assertEquals(List.of(new Effect.OpenLink("codex://threads/t-1", false)), performed);
        handler = false;
        opening(List.of("/usr/bin/xterm", "-e", "{threadId}"))
                .perform(new Effect.ShowThread(Which.CURRENT, "t-1", List.of()));
        Effect.Run run = assertInstanceOf(Effect.Run.class, performed.get(2));
        assertEquals(List.of("/usr/bin/xterm", "-e", "t-1"), run.argv());
    }

    @Test
    void withNoThreadOrNoCodexOneSentenceSaysSo() {
        ActionOutcome none = opening(List.of()).perform(new Effect.ShowThread(Which.WAITING, "t-1", List.of()));
        assertEquals(
                "thread: no waiting Codex thread is known; start one in Codex.",
                ((ActionOutcome.Failed) none).why().sentence());
        ActionOutcome skill = opening(List.of()).perform(new Effect.UseSkill("tidy", Which.CURRENT, ""));
        assertEquals(
                "skill tidy: Codex fills a prompt into new threads alone; have the pet's author write \"which\": \"new\".",
                ((ActionOutcome.Failed) skill).why().sentence());
        assertTrue(performed.isEmpty());
    }

    private ThreadOpening opening(List<String> opener) {
        ThreadDoor threads = new ThreadDoor() {
            @Override
            public Optional<String> find(Which which) {
                return which == Which.CURRENT ? Optional.of("t-1") : Optional.empty();
            }
        };
        return new ThreadOpening(
                threads,
                effect -> {
                    performed.add(effect);
                    return handler || effect instanceof Effect.Run
                            ? new ActionOutcome.Done("done")
                            : new ActionOutcome.Failed(Problem.error("link", "has no handler", "set one"));
                },
                opener);
    }
}
