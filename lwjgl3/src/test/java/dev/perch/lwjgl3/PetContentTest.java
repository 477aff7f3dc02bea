package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlCommand;
import dev.perch.model.FullscreenChoice;
import dev.perch.model.PanelText;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.model.QuietLevel;
import dev.perch.model.Room;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.Companion;
import dev.perch.runtime.CompanionControl;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PanelDesk;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.SystemClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window asks of a companion, with no window. */
final class PetContentTest {
    private static final Room SCREEN = new Room(0, 0, 1280, 800);
    private static final MonitorLayout DESK = new MonitorLayout(List.of(new Monitor("A", SCREEN, SCREEN, 1)));
    private static final long MILLI = 1_000_000;

    @TempDir
    static Path store;

    private final List<Problem> notes = new ArrayList<>();
    private final RuntimeConfig config = CompanionProgram.config(false);
    private final Companion companion = new Companion(config, this::open, new SystemClock(), notes::add);
    private final PetContent content = new PetContent(companion);
    private long now;
    private boolean closed;

    @AfterEach
    synchronized void close() {
        closed = true;
        content.close();
        companion.close();
        assertEquals(List.of(), notes);
    }

    @Test
    void underAWindowThatFillsItsScreenItIsHiddenAndWantsNothing() throws Exception {
        start();
        assertTrue(content.wantsPointer(now), "it looks");
        content.fullscreen(List.of(SCREEN));
        step();
        assertFalse(content.onScreen());
        assertEquals(Long.MAX_VALUE, content.nextWakeNanos());
        assertFalse(content.wantsPointer(now));
        content.fullscreen(List.of());
        step();
        assertTrue(content.onScreen());
        step();
        assertTrue(content.wantsPointer(now));
    }

    @Test
    void aWindowThatFillsAnotherScreenIsNothingToIt() throws Exception {
        start();
        content.fullscreen(List.of(new Room(1280, 0, 1280, 800)));
        step();
        assertTrue(content.onScreen());
    }

    @Test
    void asleepItHoldsStillAndShowsLaterWhatChanged() throws Exception {
        start();
        companion.wish(config.withFullscreen(FullscreenChoice.SLEEP).wishes());
        step();
        content.fullscreen(List.of(SCREEN));
        for (int i = 0; i < 20; i++) {
            now += 300 * MILLI;
            assertFalse(step(), "it breathes in its sleep");
        }
        assertTrue(content.onScreen());
        assertEquals(Long.MAX_VALUE, content.nextWakeNanos());
        assertFalse(content.wantsPointer(now));
        content.fullscreen(List.of());
        assertTrue(step());
    }

    @Test
    void toldToStayItGoesOnUnderAWindowThatFillsItsScreen() throws Exception {
        start();
        companion.wish(config.withFullscreen(FullscreenChoice.STAY).wishes());
        content.fullscreen(List.of(SCREEN));
        step();
        assertTrue(content.onScreen());
        assertTrue(content.nextWakeNanos() < Long.MAX_VALUE);
    }

    @Test
    void aNewWidthInTheSettingsShowsAtOnceAndTheWheelGoesOnFromThere() throws Exception {
        start();
        int height = content.windowHeight();
        companion.wish(config.withPetWidth(160).wishes());
        assertTrue(step());
        int larger = content.windowHeight();
        assertEquals(height + (160 - 112) * 208 / 192, larger);
        content.zoom(-6);
        assertEquals(height, content.windowHeight());
        companion.wish(config.withPetWidth(160).withQuiet(QuietLevel.TITLE).wishes());
        step();
        assertEquals(height, content.windowHeight(), "the same setting as before leaves it alone");
        content.zoom(1000);
        content.zoom(0.5);
        content.zoom(-1000);
        content.zoom(4);
        assertEquals(height, content.windowHeight());
    }

    @Test
    void theMenusSizeCountsAfterTheWheelThoughTheSettingsSayItAlready() throws Exception {
        start();
        int height = content.windowHeight();
        content.zoom(6);
        assertEquals(List.of(160), ticked(), "what the wheel made of it");
        choose("112 pixels");
        assertEquals(height, content.windowHeight());
        assertEquals(List.of(112), ticked());
        content.zoom(1);
        assertEquals(List.of(), ticked());
    }

    @Test
    void aTuckedPetLeavesTheScreenInItsOwnTimeLooksAtNothingAndComesBack() throws Exception {
        start();
        int x = content.windowX();
        CompanionControl control = new CompanionControl(companion, "test");
        CompletableFuture<ControlAnswer> tuck = control.handle(ControlCommand.TUCK);
        step();
        assertTrue(tuck.isDone() && content.onScreen(), "it is on its way");
        while (content.nextWakeNanos() < Long.MAX_VALUE) {
            step();
        }
        assertFalse(content.onScreen());
        assertTrue(content.windowX() > x, "it went to the edge");
        assertFalse(content.wantsPointer(now));
        CompletableFuture<ControlAnswer> rescue = control.handle(ControlCommand.RESCUE);
        for (int i = 0; i < 200; i++) {
            step();
        }
        assertTrue(rescue.isDone() && content.onScreen());
        assertEquals(x, content.windowX());
    }

    @Test
    void whatMayBeReadFollowsTheSettings() throws Exception {
        start();
        RuntimeSnapshot told = RuntimeSnapshot.of(PetAnimationState.WAITING, "May I?");
        companion.tell(step -> step.snapshots.add(new StampedSnapshot(
                new SourceId("test"), SourceRank.CONFIGURED, SessionId.MAIN, 1, step.now, told.ttlNanos(), told)));
        step();
        assertEquals("Perch — Needs input: May I?", content.title());
        companion.wish(config.withQuiet(QuietLevel.STATE).wishes());
        step();
        assertEquals("Perch — Needs input", content.title());
    }

    /** A pet of another size is opened on a thread of its own, which must not write into a store that is being removed. */
    private synchronized LoadedPet open(int cellWidth) throws IOException, ProblemException {
        if (closed) {
            throw new IOException("the test is over");
        }
        return CompanionProgram.open("pip", store, cellWidth);
    }

    /** Which widths the menu says that the pet has. */
    private List<Integer> ticked() {
        return sizes().items().stream()
                .filter(PanelText.Item::checked)
                .map(item -> Integer.valueOf(item.label().replace(" pixels", "")))
                .toList();
    }

    private void choose(String size) {
        List<PanelText.Item> items = sizes().items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).label().equals(size)) {
                content.panels().desk().choose(i, now, now);
            }
        }
    }

    private PanelText sizes() {
        PanelDesk menu = content.panels().desk();
        menu.openMenu();
        List<PanelText.Item> front = menu.text().items();
        for (int i = 0; i < front.size(); i++) {
            if (front.get(i).label().equals("Size ›")) {
                menu.choose(i, now, now);
            }
        }
        return menu.text();
    }

    private void start() throws Exception {
        content.open(DESK);
        content.start(new RasterTextures(), new WakeLatch(companion.clock(), () -> {}));
        content.monitors(DESK);
        now = companion.clock().nanos();
        step();
        step();
    }

    private boolean step() {
        now += 10 * MILLI;
        return content.step(now);
    }
}
