package dev.perch.lwjgl3;

import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Screen;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.AlphaMask;
import dev.perch.model.FrameRef;
import dev.perch.model.Room;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.place.Spot;
import dev.perch.render.RasterImage;
import dev.perch.runtime.HeadlessPet;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.UiFonts;
import dev.perch.source.SnapshotTimeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The screen against a picture of the CPU renderer, composited over the desktop. */
final class OnScreen {
    /** All frames of a state and of what follows it have come by then. */
    private static final long FRAMES_MILLIS = 12_000;

    private OnScreen() {}

    /** A pet at rest that was told that, in a window there on an empty desktop of 800x600. */
    static RasterImage pet(String pet, Path store, RuntimeSnapshot told, int width, float scale, int left, int top)
            throws IOException, ProblemException {
        return pet(pet, store, told, width, scale, new Spot(left, top), new Room(0, 0, 800, 600));
    }

    /** As above, on a monitor with that room. */
    static RasterImage pet(String pet, Path store, RuntimeSnapshot told, int width, float scale, Spot at, Room room)
            throws IOException, ProblemException {
        try (HeadlessPet headless = headless(pet, store, told, width, scale, at, room, true)) {
            headless.advanceTo(0);
            return headless.picture();
        }
    }

    /** What a pet of 112 pixels shows, in a window there, from a second after it was told that until it has shown each frame. */
    static List<RasterImage> frames(String pet, Path store, RuntimeSnapshot told, int left, int top)
            throws IOException, ProblemException {
        List<RasterImage> frames = new ArrayList<>();
        Set<FrameRef> shown = new HashSet<>();
        Spot at = new Spot(left, top);
        try (HeadlessPet headless = headless(pet, store, told, 112, 1, at, new Room(0, 0, 800, 600), false)) {
            for (long now = 0; now < FRAMES_MILLIS; now = headless.nextChangeMillis()) {
                headless.advanceTo(now);
                if (now >= 1_000 && shown.add(headless.runtime().framesOnShow().get(0))) {
                    frames.add(headless.picture().copy());
                }
            }
        }
        return frames;
    }

    private static HeadlessPet headless(
            String pet,
            Path store,
            RuntimeSnapshot told,
            int width,
            float scale,
            Spot at,
            Room room,
            boolean reducedMotion)
            throws IOException, ProblemException {
        Stage stage = Stage.onDesktop(width, scale);
        stage.x = at.x();
        stage.y = at.y();
        stage.room = room;
        SnapshotTimeline timeline = new SnapshotTimeline(
                List.of(new SnapshotTimeline.Entry(0, new SourceId("test"), SessionId.MAIN, told)));
        return new HeadlessPet(
                CompanionProgram.config(reducedMotion),
                stage,
                CompanionProgram.open(pet, store, Math.round(width * scale)),
                UiFonts.bundled(),
                timeline);
    }

    /** The largest difference of a channel. */
    static int worst(XDesktop desktop, RasterImage picture, int left, int top) {
        return worst(desktop, picture, left, top, OnScreen::difference);
    }

    /**
     * The largest difference of a channel with no compositor: what is fainter than ink is cut away, the rest is drawn on black.
     * A pixel on the border of the two may be either.
     */
    static int worstCut(XDesktop desktop, RasterImage picture, int left, int top) {
        return worst(desktop, picture, left, top, (drawn, below, shown) -> {
            int alpha = drawn >>> 24;
            int cut = difference(0, below, shown);
            int ink = difference(drawn | 0xff000000, 0, shown);
            boolean border = Math.abs(alpha - AlphaMask.SOLID_ALPHA) <= 2;
            return border ? Math.min(cut, ink) : alpha < AlphaMask.SOLID_ALPHA ? cut : ink;
        });
    }

    /** How far a pixel of the screen is off. */
    private interface Judge {
        int difference(int premultiplied, int below, int shown);
    }

    /** The same of one look at the screen against each of the pictures. */
    static List<Integer> worst(XDesktop desktop, List<RasterImage> pictures, int left, int top) {
        Screen screen = desktop.screen();
        return pictures.stream()
                .map(picture -> worst(desktop, screen, picture, left, top, OnScreen::difference))
                .toList();
    }

    private static int worst(XDesktop desktop, RasterImage picture, int left, int top, Judge judge) {
        return worst(desktop, desktop.screen(), picture, left, top, judge);
    }

    private static int worst(XDesktop desktop, Screen screen, RasterImage picture, int left, int top, Judge judge) {
        int worst = 0;
        for (int y = Math.max(0, -top); y < Math.min(picture.height(), screen.height() - top); y++) {
            for (int x = Math.max(0, -left); x < Math.min(picture.width(), screen.width() - left); x++) {
                int below = desktop.below(left + x, top + y);
                worst = Math.max(worst, judge.difference(picture.pixel(x, y), below, screen.at(left + x, top + y)));
            }
        }
        return worst;
    }

    private static int difference(int premultiplied, int below, int shown) {
        int rest = 255 - (premultiplied >>> 24);
        int worst = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double expected = (premultiplied >>> shift & 255) + (below >>> shift & 255) * rest / 255.0;
            worst = Math.max(worst, (int) Math.ceil(Math.abs(expected - (shown >>> shift & 255)) - 0.5));
        }
        return worst;
    }
}
