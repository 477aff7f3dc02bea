package dev.perch.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.action.Prompt.Choice;
import dev.perch.model.ActionSpec;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.PetId;
import dev.perch.model.Problem;
import dev.perch.model.Trigger;
import dev.perch.testkit.KeptEffects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PermissionGateTest {
    private static final ActionSpec PAGE = new ActionSpec.OpenUrl("https://example.org/board");
    private static final long SECOND = 1_000_000_000L;

    private final InputTokens tokens = new InputTokens();
    private final PermissionGate gate = new PermissionGate(tokens, UserActions.NONE, GrantBook.EMPTY);
    private final KeptEffects port = new KeptEffects();
    private final List<String> lines = new ArrayList<>();
    private final ActionDesk desk = new ActionDesk(
            tokens,
            gate,
            port,
            (kind, fields) -> lines.add(kind + " " + fields.get("decision")),
            () -> 1_000,
            book -> {});
    private String packageHash = "aa";

    @Test
    void nothingIsDoneThatTheUserWasNotAskedFor() {
        submit(PAGE, 0);
        assertEquals(List.of(), port.effects);
        assertNotNull(desk.prompt());
        assertEquals(List.of("decision ask"), lines);
    }

    @Test
    void aYesThatIsArmedLetsItHappenOnceAndNotTwice() {
        submit(PAGE, 0);
        assertTrue(answer(Choice.ONCE, SECOND));
        assertEquals(List.of(new Effect.OpenLink("https://example.org/board", true)), port.effects);
        submit(PAGE, 2 * SECOND);
        assertEquals(1, port.effects.size(), "once is once");
        assertNotNull(desk.prompt());
    }

    @Test
    void aYesBeforeHalfASecondIsNotHeardAndANoIs() {
        submit(PAGE, 0);
        assertFalse(answer(Choice.ONCE, 499_999_999));
        assertNotNull(desk.prompt());
        assertTrue(answer(Choice.DENY, 499_999_999));
        assertNull(desk.prompt());
        assertEquals(List.of(), port.effects);
    }

    @Test
    void theHalfSecondBeginsWhenTheQuestionIsFirstDrawnAndAgainWhenItMoves() {
        Origin origin = new Origin(new PetId("pip"), "Pip", packageHash);
        ActionRequest request = new ActionRequest(origin, "go", PAGE, Trigger.CLICK, tokens.mint(0), Dropped.NOTHING);
        desk.submit(request, 0, outcome -> {});
        desk.arming().disturb(0);
        assertEquals(
                Long.MAX_VALUE, desk.arming().at(), "nobody has seen it, its window's place and focus are no matter");
        assertFalse(answer(Choice.ONCE, 5 * SECOND));
        desk.arming().drawn(5 * SECOND);
        desk.arming().drawn(6 * SECOND);
        assertEquals(5 * SECOND + Arming.NANOS, desk.arming().at(), "the first picture counts");
        assertFalse(answer(Choice.ONCE, 5 * SECOND + Arming.NANOS - 1));
        desk.arming().disturb(7 * SECOND);
        assertFalse(answer(Choice.ONCE, 7 * SECOND + Arming.NANOS - 1));
        assertTrue(answer(Choice.ONCE, 7 * SECOND + Arming.NANOS));
        assertEquals(1, port.effects.size());
    }

    @Test
    void whatIsFreeHasItsTwoLinesInTheAuditToo() {
        submit(new ActionSpec.ShowStatus(), 0);
        assertEquals(List.of("decision allowed", "effect begun"), lines);
    }

    @Test
    void anAnswerWithNoRealClickBehindItIsNone() {
        submit(PAGE, 0);
        var used = tokens.mint(SECOND);
        assertTrue(tokens.redeem(used, SECOND));
        assertFalse(desk.answer(Choice.ONCE, used, SECOND, outcome -> {}));
        assertFalse(desk.answer(Choice.ONCE, new dev.perch.model.InputToken(99, SECOND), SECOND, outcome -> {}));
        assertFalse(desk.answer(Choice.ONCE, tokens.mint(SECOND), 2 * SECOND, outcome -> {}), "it is a second old");
        assertEquals(List.of(), port.effects);
    }

    @Test
    void anAnswerThatWasNotOfferedIsNone() {
        submit(PAGE, 0);
        assertFalse(answer(Choice.EXACT, SECOND));
        assertFalse(answer(Choice.SESSION, SECOND));
        assertEquals(List.of(), port.effects);
    }

    @Test
    void aRememberedYesAsksNoMoreAndAnotherByteOfThePackageAsksAgain() {
        submit(PAGE, 0);
        assertTrue(answer(Choice.REMEMBER, SECOND));
        submit(PAGE, 2 * SECOND);
        assertEquals(2, port.effects.size());
        packageHash = "ab";
        submit(PAGE, 3 * SECOND);
        assertEquals(2, port.effects.size());
        assertNotNull(desk.prompt());
    }

    @Test
    void aGrantForAThreadCountsForLaterThreadsAndNotForAnotherOpener() {
        ActionSpec waiting = new ActionSpec.OpenThread(Which.WAITING);
        port.thread = "t-1";
        submit(waiting, 0);
        port.thread = "t-2";
        assertTrue(answer(Choice.REMEMBER, SECOND));
        submit(waiting, 2 * SECOND);
        assertEquals(
                List.of(
                        new Effect.ShowThread(Which.WAITING, "t-1", List.of()),
                        new Effect.ShowThread(Which.WAITING, "t-2", List.of())),
                port.effects,
                "the one that was shown, then the one of that time");
        gate.setUser(new UserActions(
                Map.of(), Set.of(), UserActions.NONE.links(), Map.of(), List.of("/usr/bin/xterm", "{threadId}")));
        submit(waiting, 3 * SECOND);
        assertNotNull(desk.prompt());
        assertEquals(2, port.effects.size());
    }

    @Test
    void whatIsTakenBackIsTheGrantOfThatKeyWhereverItStandsAndIsWrittenDown() {
        submit(PAGE, 0);
        assertTrue(answer(Choice.REMEMBER, SECOND));
        Grant page = gate.book().grants().get(0);
        Grant other =
                new Grant(new GrantKey("pip", "aa", "b", "c", "t"), Grant.Ruling.ALLOW, Grant.Scope.DATE, 1_000, 2_000);
        gate.setBook(new GrantBook(List.of(other, page), null));
        desk.revoke(page.key().id());
        assertEquals(List.of(other), gate.book().grants());
        desk.revoke(page.key().id());
        desk.revokeAll();
        assertEquals(List.of(), gate.book().grants());
        assertEquals(List.of("grant revoked", "grant revoked"), lines.subList(lines.size() - 2, lines.size()));
        assertEquals(
                1, lines.stream().filter(line -> line.equals("effect begun")).count());
        assertEquals(6, lines.size(), lines::toString);
    }

    @Test
    void aYesToAQuestionFromBeforeTheUsersFilesChangedIsANo() {
        submit(PAGE, 0);
        gate.setUser(UserActions.NONE);
        assertTrue(answer(Choice.REMEMBER, SECOND));
        assertNull(desk.prompt());
        assertEquals(List.of(), port.effects);
        assertEquals(List.of(), gate.book().grants());
        assertEquals("decision denied", lines.get(lines.size() - 1));
    }

    @Test
    void theTermOfAGrantEndsIt() {
        submit(PAGE, 0);
        assertTrue(answer(Choice.REMEMBER, SECOND));
        Grant grant = gate.book().grants().get(0);
        assertEquals(Grant.LONGEST_MILLIS, grant.expiresMillis() - grant.createdMillis());
        assertEquals(Grant.Ruling.ALLOW, gate.book().ruling(grant.key(), grant.expiresMillis() - 1));
        assertNull(gate.book().ruling(grant.key(), grant.expiresMillis()));
        assertNull(
                gate.book().ruling(grant.key(), grant.createdMillis() - 1), "a clock that was set back grants nothing");
    }

    @Test
    void aDenialBeatsAQuestionAndAQuestionBeatsAPermission() {
        GrantKey key = new GrantKey("p", "h", "a", "b", "t");
        Grant allow = new Grant(key, Grant.Ruling.ALLOW, Grant.Scope.DATE, 0, 10);
        Grant ask = new Grant(key, Grant.Ruling.ASK, Grant.Scope.DATE, 0, 10);
        Grant deny = new Grant(key, Grant.Ruling.DENY, Grant.Scope.DATE, 0, 10);
        assertEquals(Grant.Ruling.DENY, new GrantBook(List.of(allow, ask, deny), null).ruling(key, 5));
        assertEquals(Grant.Ruling.ASK, new GrantBook(List.of(allow, ask), null).ruling(key, 5));
        assertEquals(Grant.Ruling.ALLOW, new GrantBook(List.of(allow), null).ruling(key, 5));
    }

    @Test
    void aStoreThatCannotBeReadDeniesAllAndSaysSo() {
        gate.setBook(GrantBook.unreadable(Problem.error("grants.json", "is damaged", "delete it")));
        submit(PAGE, 0);
        assertNull(desk.prompt());
        List<ActionDesk.Outcome> news = new ArrayList<>();
        desk.drain(news::add);
        assertTrue(assertInstanceOf(ActionDesk.Outcome.Refused.class, news.get(0))
                .why()
                .sentence()
                .startsWith("grants.json: is damaged"));
    }

    @Test
    void afterThreeQuestionsInTenMinutesThereIsQuietHoweverThePackageIsEdited() {
        for (long i = 0; i < 3; i++) {
            submit(PAGE, i * 60 * SECOND);
            assertTrue(answer(Choice.DENY, i * 60 * SECOND + SECOND));
            packageHash = "edited " + i;
        }
        submit(PAGE, 599 * SECOND);
        assertNull(desk.prompt());
        desk.drain(news -> assertFalse(news instanceof ActionDesk.Outcome.Refused, "quiet"));
        submit(PAGE, 600 * SECOND);
        assertNotNull(desk.prompt(), "ten minutes after the first");
    }

    @Test
    void hoverMayDoWhatIsFreeAndNothingElse() {
        submit(PAGE, Trigger.HOVER, 0);
        submit(PAGE, Trigger.DRAG, 0);
        submit(PAGE, Trigger.THROW, 0);
        assertNull(desk.prompt());
        submit(new ActionSpec.ShowStatus(), Trigger.HOVER, 0);
        List<ActionDesk.Outcome> news = new ArrayList<>();
        desk.drain(news::add);
        assertEquals(1, news.size());
        assertInstanceOf(ActionDesk.Outcome.Own.class, news.get(0));
    }

    @Test
    void whatTheUsersFilesDoNotNameComesToOneSentenceEach() {
        Map<ActionSpec, String> unfit = Map.of(
                new ActionSpec.RunCommand("rm", Map.of()),
                        "command \"rm\": your commands.json does not have it; write it there if you want it.",
                new ActionSpec.OpenDeepLink("slack://channel"),
                        "link \"slack://channel\": has the scheme slack, which your config does not list;"
                                + " see docs/interactions.md.",
                new ActionSpec.NewThread("work", "Begin."),
                        "workspace \"work\": your actions.json does not name it; add it to \"workspaces\".",
                new ActionSpec.InvokeSkill("tidy", ActionSpec.OpenThread.Which.CURRENT, ""),
                        "skill \"tidy\": your actions.json does not list it; add it to \"skills\".");
        unfit.forEach((spec, sentence) -> {
            submit(spec, 0);
            List<String> said = new ArrayList<>();
            desk.drain(
                    news -> said.add(((ActionDesk.Outcome.Refused) news).why().sentence()));
            assertEquals(List.of(sentence), said);
        });
        assertNull(desk.prompt());
        assertEquals(List.of(), port.effects);
    }

    @Test
    void aDroppedTextIsFilledInJustAsItIsShown() {
        gate.setUser(new UserActions(
                Map.of("perch", Path.of("/home/me")), Set.of(), UserActions.NONE.links(), Map.of(), List.of()));
        ActionSpec begin = new ActionSpec.NewThread("perch", "Look at this:");
        drop(begin, "  Mend\tthe   door.\r\n\r\nSoon,  cafe\u0301", 0);
        Effect asked = desk.prompt().effect();
        assertEquals(List.of("/home/me", "Look at this:", "Mend the door.", "Soon, caf\u00e9"), asked.lines());
        assertTrue(answer(Choice.ONCE, SECOND));
        Effect.BeginThread begun = assertInstanceOf(Effect.BeginThread.class, port.effects.get(0));
        assertEquals("Look at this:\nMend the door.\nSoon, caf\u00e9", begun.filledIn());

        drop(begin, "hidden \u202e text", 2 * SECOND);
        drop(begin, "x".repeat(2_000), 3 * SECOND);
        assertNull(desk.prompt());
        List<String> said = new ArrayList<>();
        desk.drain(news -> {
            if (news instanceof ActionDesk.Outcome.Refused refused) {
                said.add(refused.why().sentence());
            }
        });
        assertEquals(2, said.size());
        assertTrue(said.get(0).contains("the dropped text has the character U+202E"), said.get(0));
        assertTrue(said.get(1).contains("dropped text: is too long"), said.get(1));
    }

    private void drop(ActionSpec spec, String text, long now) {
        Origin origin = new Origin(new PetId("pip"), "Pip", packageHash);
        Dropped dropped = new Dropped(List.of(), text);
        desk.submit(new ActionRequest(origin, "go", spec, Trigger.DROP, tokens.mint(now), dropped), now, done -> {});
        desk.arming().drawn(now);
    }

    @Test
    void aQuestionThatNobodyAnswersIsDenied() {
        submit(PAGE, 0);
        assertEquals(ActionDesk.PATIENCE_NANOS, desk.expire(SECOND));
        desk.expire(ActionDesk.PATIENCE_NANOS);
        assertNull(desk.prompt());
        assertEquals(List.of("decision ask", "decision denied"), lines);
    }

    private void submit(ActionSpec spec, long now) {
        submit(spec, Trigger.CLICK, now);
    }

    private void submit(ActionSpec spec, Trigger on, long now) {
        Origin origin = new Origin(new PetId("pip"), "Pip", packageHash);
        desk.submit(new ActionRequest(origin, "go", spec, on, tokens.mint(now), Dropped.NOTHING), now, outcome -> {});
        desk.arming().drawn(now);
    }

    private boolean answer(Choice choice, long now) {
        return desk.answer(choice, tokens.mint(now), now, outcome -> {});
    }
}
