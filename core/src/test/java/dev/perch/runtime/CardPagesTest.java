package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.math.Matrix4;
import dev.perch.activity.ActivityBoard;
import dev.perch.activity.ActivityTuning;
import dev.perch.activity.Part;
import dev.perch.activity.SessionNotifications;
import dev.perch.ecs.Acting;
import dev.perch.model.InputToken;
import dev.perch.model.PanelText;
import dev.perch.model.PetAnimationState;
import dev.perch.model.QuietLevel;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.render.BubbleTheme;
import dev.perch.render.Canvas;
import dev.perch.render.FontStack;
import dev.perch.render.PanelLayout;
import dev.perch.render.PanelPainter;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.testkit.FilmStrip;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CardPagesTest {
    private static final long SECOND = 1_000_000_000;

    private final ActivityBoard board =
            new ActivityBoard(ActivityTuning.DEFAULT, new SessionNotifications(), QuietLevel.FULL, 0);
    private final CardPages cards = new CardPages(board, Part.ALL, () -> this.now);
    private long now = 130 * SECOND;
    private long sequence;

    @Test
    void aCardTellsHowItStandsSinceWhenWhereAndAtWhat() throws IOException {
        tell("t1", PetAnimationState.RUNNING, "Port the tests to JUnit 6", "mvn -q -pl core test", "progress", "2/5");
        tell("t2", PetAnimationState.WAITING, "Tidy up the house", "rm -rf build", "workspace", "/home/ada/perch");
        tell(
                "t3",
                PetAnimationState.FAILED,
                "Write the release notes",
                "The usage limit has been reached",
                "model",
                "gpt-5.5");
        tell("t4", PetAnimationState.REVIEW, "Find the leak", "It was the cache. ".repeat(40), "effort", "high");
        board.focus(100 * SECOND);
        PanelText stack = cards.page(CardPages.FIRST);
        assertEquals(
                List.of("Tidy up the house", "Write the release notes", "Find the leak", "Port the tests to JUnit 6"),
                stack.items().stream().limit(4).map(PanelText.Item::label).toList());
        assertEquals(
                "Needs input · 2 min · perch\nrm -rf build",
                stack.items().get(0).note());
        assertEquals(
                "Running · 2 min · 2/5 steps\nmvn -q -pl core test",
                stack.items().get(3).note());

        String leak = stack.items().get(2).key().substring("page:".length());
        StringBuilder read = new StringBuilder();
        PanelText open = cards.page(leak);
        while (open.items().get(0).label().equals("Read on ›")) {
            open.lines().forEach(line -> read.append(line.text()));
            open = cards.page(open.items().get(0).key().substring("page:".length()));
        }
        open.lines().forEach(line -> read.append(line.text()));
        assertEquals(
                40,
                read.toString().replace('\u00A0', ' ').split("It was the cache", -1).length - 1,
                "all of it is read");

        FilmStrip light = new FilmStrip();
        FilmStrip dark = new FilmStrip();
        for (String page : List.of(CardPages.FIRST, leak)) {
            light.add(picture(cards.page(page), BubbleTheme.LIGHT));
            dark.add(picture(cards.page(page), BubbleTheme.DARK));
        }
        light.save("cards-light");
        dark.save("cards-dark");
    }

    @Test
    void manyCardsAreGoneThroughAndNoneIsLost() {
        for (int i = 0; i < 20; i++) {
            tell("t" + i, PetAnimationState.RUNNING, "Thread " + i, "", "model", "m");
        }
        board.focus(SECOND);
        int cardsSeen = 0;
        String page = CardPages.FIRST;
        while (!page.isEmpty()) {
            String next = "";
            for (PanelText.Item item : cards.page(page).items()) {
                cardsSeen += item.sign() == null ? 0 : 1;
                next = item.label().endsWith("more ›") ? item.key().substring("page:".length()) : next;
            }
            page = next;
        }
        assertEquals(20, cardsSeen);
    }

    @Test
    void openCardsTellTheTimeAsItPassesAndOnlyThen() {
        now = 12 * SECOND;
        tell("t1", PetAnimationState.RUNNING, "Busy", "", "model", "m");
        tell("t2", PetAnimationState.RUNNING, "Busy too", "", "model", "m");
        board.focus(now);
        PanelDesk desk = openDesk();
        assertEquals("Running · 2 s", desk.text().items().get(0).note());
        desk.move(1);
        desk.lookAgain(now);
        PanelText before = desk.text();
        assertEquals(now + SECOND, desk.nextChange(now));
        now += SECOND / 2;
        desk.lookAgain(now);
        assertSame(before, desk.text(), "not before a second is over");
        now += SECOND / 2;
        desk.lookAgain(now);
        assertEquals("Running · 3 s", desk.text().items().get(0).note());
        assertEquals(1, desk.focus(), "the same card has the keyboard");
        now += 600 * SECOND;
        desk.lookAgain(now);
        before = desk.text();
        now += SECOND;
        desk.lookAgain(now);
        assertSame(before, desk.text(), "10 min reads the same a second later");
        desk.close();
        assertEquals(Long.MAX_VALUE, desk.nextChange(now), "nothing wakes the pet for cards that nobody sees");
    }

    @Test
    void cardsThatHaveJustComeAreNotOthersAtOnce() {
        tell("t1", PetAnimationState.RUNNING, "Busy", "", "model", "m");
        board.focus(now);
        PanelDesk desk = openDesk();
        PanelText first = desk.text();
        tell("t2", PetAnimationState.RUNNING, "Busy too", "", "model", "m");
        board.focus(now);
        desk.lookAgain(now);
        assertSame(first, desk.text(), "its window is still to come");
        desk.lookAgain(now + SECOND);
        assertNotEquals(first, desk.text());
        desk.toggleCards();
        desk.toggleCards();
        first = desk.text();
        tell("t3", PetAnimationState.RUNNING, "Busy as well", "", "model", "m");
        board.focus(now);
        desk.lookAgain(now + 9 * SECOND);
        assertSame(first, desk.text(), "opened again they have just come, too");
    }

    @Test
    void theWheelGoesThroughAllCardsAndAllOfACard() {
        for (int i = 0; i < 13; i++) {
            tell("t" + i, PetAnimationState.RUNNING, "Thread " + i, "It was the cache. ".repeat(40), "model", "m");
        }
        board.focus(SECOND);
        PanelDesk desk = openDesk();
        PanelText first = desk.text();
        desk.turn(-1);
        assertSame(first, desk.text(), "there is nothing before the first");
        desk.turn(1);
        desk.turn(1);
        PanelText last = desk.text();
        assertEquals("Thread 12", last.items().get(0).label());
        desk.turn(1);
        assertSame(last, desk.text(), "there is nothing behind the last");
        desk.turn(-1);
        desk.turn(-1);
        assertEquals(first, desk.text());
        desk.choose(0, SECOND, SECOND);
        PanelText card = desk.text();
        desk.turn(1);
        assertNotEquals(card.lines(), desk.text().lines());
        desk.turn(-1);
        assertEquals(card, desk.text());
    }

    private PanelDesk openDesk() {
        PanelDesk desk = new PanelDesk(Acting.ofPetsAlone(), new HouseMenu() {
            @Override
            public PanelText page(String key) {
                return cards.page(key);
            }

            @Override
            public void choose(String key, InputToken token, long nowNanos) {}
        });
        desk.toggleCards();
        return desk;
    }

    @Test
    void theUserPutsACardAwayPinsAndMutesIt() {
        tell("t1", PetAnimationState.REVIEW, "Done", "", "model", "m");
        tell("t2", PetAnimationState.RUNNING, "Busy", "", "model", "m");
        board.focus(SECOND);
        choose("pin", "t2");
        choose("mute", "t2");
        assertEquals(
                "Running · 2 min · pinned · muted",
                cards.page(CardPages.FIRST).items().get(0).note());
        choose("seen", "t1");
        assertEquals(1, cards.count());
        assertEquals("Sessions", cards.page("card:0:codex/t1").title(), "what is gone leads back to the stack");
        assertTrue(board.notifications().notifications().isEmpty());
    }

    @Test
    void aQuietPetNamesNoWords() {
        tell("t1", PetAnimationState.WAITING, "Secret plan", "rm -rf /", "workspace", "/secret");
        board.setQuiet(QuietLevel.STATE);
        board.focus(SECOND);
        String all = cards.page(CardPages.FIRST) + "" + cards.page("card:0:codex/t1");
        assertTrue(!all.contains("ecret") && !all.contains("rm -rf"), all);
        board.setQuiet(QuietLevel.TITLE);
        board.focus(SECOND);
        all = cards.page(CardPages.FIRST) + "" + cards.page("card:0:codex/t1");
        assertTrue(all.contains("Secret plan") && !all.contains("rm -rf"), all);
    }

    private void choose(String word, String thread) {
        cards.choose("card:" + word + ":codex/" + thread, InputToken.NONE, Acting.ofPetsAlone(), SECOND);
        board.focus(2 * SECOND);
    }

    private void tell(String thread, PetAnimationState state, String title, String body, String fact, Object value) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(fact, value);
        board.tell(new StampedSnapshot(
                new SourceId("codex"),
                SourceRank.APP_SERVER,
                new SessionId(thread),
                ++sequence,
                10 * SECOND,
                Long.MAX_VALUE,
                new RuntimeSnapshot(state, title, body.isEmpty() ? null : body, facts)));
    }

    private static RasterImage picture(PanelText panel, BubbleTheme theme) {
        FontStack fonts = UiFonts.bundled();
        PanelPainter painter = new PanelPainter(new RasterTextures(), fonts, theme, 1);
        PanelLayout layout = painter.measure(panel, 400, Integer.MAX_VALUE);
        assertTrue(layout.whole(), () -> "cut: " + panel);
        RasterImage image = new RasterImage(460, 560);
        RasterBatch batch = new RasterBatch(image);
        batch.setProjectionMatrix(new Matrix4().setToOrtho2D(0, 0, 460, 560));
        batch.setBlendFunction(1, 0x0303);
        batch.begin();
        painter.draw(new Canvas(batch, 560), layout, 24, 24, 0, -1, true);
        batch.end();
        painter.dispose();
        fonts.dispose();
        return image;
    }
}
