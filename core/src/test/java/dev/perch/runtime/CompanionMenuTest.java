package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.activity.ActivityBoard;
import dev.perch.activity.ActivityTuning;
import dev.perch.activity.Part;
import dev.perch.activity.SessionNotifications;
import dev.perch.ecs.Acting;
import dev.perch.model.InputToken;
import dev.perch.model.PanelText;
import dev.perch.model.QuietLevel;
import dev.perch.testkit.TestPets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of the menu on which the user switches pets. */
final class CompanionMenuTest {
    private static final InputToken CLICK = new InputToken(1, 0);

    private final List<String> asked = new ArrayList<>();

    @Test
    void aPetIsSwitchedByNameToTheNextToThePreviousOrInThePicker() {
        CompanionMenu menu = new CompanionMenu(
                Acting.ofPetsAlone(),
                TestPets::v1,
                List::of,
                () -> 112,
                () -> asked.add("tuck"),
                new CardPages(
                        new ActivityBoard(ActivityTuning.DEFAULT, new SessionNotifications(), QuietLevel.FULL, 0),
                        Part.ALL,
                        () -> 0));
        menu.offer(choices(), () -> window(), () -> asked.add("quit"));
        List<String> keys =
                menu.page("pet").items().stream().map(PanelText.Item::key).toList();
        assertEquals(List.of("pet:pip", "pet:axo", "turn:1", "turn:-1", "pick", "page:"), keys);
        for (String key : keys) {
            menu.choose(key, CLICK, 0);
        }
        assertEquals(List.of("use pip", "use axo", "turn 1", "turn -1", "pick"), asked);
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
