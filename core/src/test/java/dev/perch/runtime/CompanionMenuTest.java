package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.action.Grant;
import dev.perch.action.GrantBook;
import dev.perch.action.GrantKey;
import dev.perch.activity.ActivityBoard;
import dev.perch.activity.ActivityTuning;
import dev.perch.activity.Part;
import dev.perch.activity.SessionNotifications;
import dev.perch.ecs.Acting;
import dev.perch.model.InputToken;
import dev.perch.model.Interactions;
import dev.perch.model.PanelText;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.model.QuietLevel;
import dev.perch.pack.InteractionBlocks;
import dev.perch.testkit.TestPets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the menu on which the user switches pets and takes back what was permitted. */
final class CompanionMenuTest {
    private static final InputToken CLICK = new InputToken(1, 0);

    private static final long DAY_MILLIS = 24 * 3_600_000L;

    private final List<String> asked = new ArrayList<>();
    private PetPackage pet = TestPets.v1();
    private OptionalInt writers = OptionalInt.empty();

    @Test
    void aPetIsSwitchedByNameToTheNextToThePreviousOrInThePicker() {
        CompanionMenu menu = menu(Acting.ofPetsAlone());
        menu.offer(choices(), () -> window(), () -> asked.add("quit"));
        List<String> keys =
                menu.page("pet").items().stream().map(PanelText.Item::key).toList();
        assertEquals(List.of("pet:pip", "pet:axo", "turn:1", "turn:-1", "pick", "page:"), keys);
        for (String key : keys) {
            menu.choose(key, CLICK, 0);
        }
        assertEquals(List.of("use pip", "use axo", "turn 1", "turn -1", "pick"), asked);
    }

    @Test
    void whatGesturesDoIsSaidInWordsWithWhatIsHeldDown() {
        Interactions declared = ((InteractionBlocks.Verdict.Right)
                        InteractionBlocks.judge("block", """
                {"schema":1,"regions":{"head":[0,0,9,9]},
                 "bindings":[
                  {"on":"click","region":"head","modifiers":["ctrl","shift"],"do":"hi"},
                  {"on":"doubleClick","do":"board"},
                  {"on":"key","key":"k","modifiers":["ctrl"],"do":"build"},
                  {"on":"key","key":"F2","do":"thread"}],
                 "actions":{
                  "hi":{"kind":"pet","do":"say","text":"Hi!"},
                  "board":{"kind":"openUrl","url":"https://example.org/board"},
                  "build":{"kind":"runCommand","name":"build"},
                  "thread":{"kind":"openThread","which":"waiting"}}}
                """.getBytes(StandardCharsets.UTF_8)))
                .interactions();
        pet = pet.withInteractions(declared);
        assertEquals(
                List.of(
                        "Shift + Ctrl + click on the head: say \"Hi!\"",
                        "Double-click: open \"https://example.org/board\"",
                        "Ctrl + K: run your command \"build\"",
                        "F2: show the waiting thread",
                        "‹ Back"),
                menu(Acting.ofPetsAlone()).page("gestures").items().stream()
                        .map(PanelText.Item::label)
                        .toList());
    }

    @Test
    void whileProgramsMayWriteTheMenuSaysSoAndEndsIt() {
        CompanionMenu menu = menu(Acting.ofPetsAlone());
        menu.offer(choices(), () -> window(), () -> {});
        assertEquals(1, menu.page("").lines().size());
        assertEquals(0, ingressItems(menu).size());

        writers = OptionalInt.of(2);
        assertEquals(
                "Programs may write to your agents; 2 are connected",
                menu.page("").lines().get(1).text());
        menu.choose(ingressItems(menu).get(0), CLICK, 0);
        assertEquals(List.of("shut"), asked);
    }

    private static List<String> ingressItems(CompanionMenu menu) {
        return menu.page("").items().stream()
                .map(PanelText.Item::key)
                .filter(key -> key.startsWith("ingress"))
                .toList();
    }

    @Test
    void whatIsPermittedIsShownNewestFirstWithItsTargetAndTermAndWhatIsOverIsNot() {
        Acting acting = Acting.ofPetsAlone(); // its wall clock stands at 0
        List<Grant> grants = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            grants.add(grant("a" + i, 0, DAY_MILLIS * 21 / 2));
        }
        grants.add(grant("over", -DAY_MILLIS, 0));
        acting.desk().gate().setBook(new GrantBook(grants, null));
        CompanionMenu menu = menu(acting);
        List<PanelText.Item> first = menu.page("permissions:0").items();
        assertEquals("Take back: pip may a10", first.get(0).label());
        assertEquals(
                "program: /usr/bin/make, argument 1: all · until 1970-01-11",
                first.get(0).note());
        assertEquals("page:permissions:8", first.get(8).key());
        assertEquals("Take back all 10", first.get(9).label());
        List<PanelText.Item> older = menu.page("permissions:8").items();
        assertEquals("Take back: pip may a1", older.get(1).label());
        menu.choose(older.get(1).key(), CLICK, 0);
        assertEquals(
                List.of("a2"),
                acting.desk().permitted().stream()
                        .skip(8)
                        .map(grant -> grant.key().action())
                        .toList());
    }

    @Test
    void whatWasDoneOfLateIsToldTheNewestFirstAlsoAfterANewStart(@TempDir Path home) throws Exception {
        PerchFolders folders = PerchFolders.of(Map.of(), "Linux", home);
        try (CompanionActions actions = new CompanionActions(folders, () -> DAY_MILLIS, problem -> {})) {
            for (int i = 0; i < 13; i++) {
                actions.auditNow("delivery", Map.of("name", "ci", "method", "turn/start", "state", "a\u202e" + i));
            }
        }
        try (CompanionActions actions = new CompanionActions(folders, () -> 2 * DAY_MILLIS, problem -> {})) {
            actions.auditNow("ingress", Map.of("state", "off"));
            CompanionMenu menu = menu(Acting.ofPetsAlone());
            assertEquals("Nothing yet.", menu.page("activity").lines().get(0).text());
            menu.tellOf(actions::recent);
            List<String> told = menu.page("activity").lines().stream()
                    .map(PanelText.Line::text)
                    .toList();
            assertEquals(12, told.size());
            assertTrue(told.get(0).matches("3 Jan \\d\\d:00  ingress · off"), told.get(0));
            assertTrue(told.get(1).matches("2 Jan \\d\\d:00  delivery · ci · turn/start · a.*12"), told.get(1));
            assertFalse(told.get(1).contains("\u202e"), told.get(1));
        }
        assertTrue(menu(Acting.ofPetsAlone()).page("permissions:0").items().stream()
                .anyMatch(item -> item.key().equals("page:activity")));
    }

    @Test
    void aStoreThatCannotBeBelievedIsCalledThat() {
        Acting acting = Acting.ofPetsAlone();
        Problem fault = Problem.error("grants.json", "is damaged", "revoke all");
        acting.desk().gate().setBook(new GrantBook(List.of(), fault));
        PanelText page = menu(acting).page("permissions:0");
        assertEquals(List.of(new PanelText.Line(fault.sentence(), PanelText.Tone.WARNING)), page.lines());
        assertEquals("revokeAll", page.items().get(0).key());
        assertEquals("Begin anew", page.items().get(0).label());
    }

    private static Grant grant(String action, long from, long until) {
        GrantKey key = new GrantKey("pip", "aa", action, "c", "program: /usr/bin/make\nargument 1: all");
        return new Grant(key, Grant.Ruling.ALLOW, Grant.Scope.DATE, from, until);
    }

    private CompanionMenu menu(Acting acting) {
        return new CompanionMenu(
                acting,
                () -> pet,
                List::of,
                () -> 112,
                () -> asked.add("tuck"),
                new CardPages(
                        new ActivityBoard(ActivityTuning.DEFAULT, new SessionNotifications(), QuietLevel.FULL, 0),
                        Part.ALL,
                        () -> 0));
    }

    private MenuChoices choices() {
        return new MenuChoices() {
            @Override
            public List<String> pets() {
                return List.of("pip", "axo");
            }

            @Override
            public void usePet(String name) {
                asked.add("use " + name);
            }

            @Override
            public void turnPet(int by) {
                asked.add("turn " + by);
            }

            @Override
            public OptionalInt writers() {
                return writers;
            }

            @Override
            public void shutWritersOut() {
                asked.add("shut");
            }
        };
    }

    private WindowCommands window() {
        return new WindowCommands() {
            @Override
            public void pickPet() {
                asked.add("pick");
            }
        };
    }
}
