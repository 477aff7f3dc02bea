package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.gesture.PointerEvent.Kind;
import dev.perch.model.FrameRef;
import dev.perch.model.Room;
import dev.perch.place.Spot;
import dev.perch.render.RasterImage;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.OpenPets;
import dev.perch.testkit.PetOnStage;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Throw, tuck, wake, hover and gaze as film strips for the eye ({@code target/strips}), and each with reduced motion. */
final class MotionFilmTest {
    private static final Room ROOM = new Room(0, 0, 900, 500);
    private static final long MILLI = 1_000_000;

    @TempDir
    private static Path store;

    @Test
    void aThrownPetFliesOnAndReducedItStaysWhereTheHandLeftIt() throws Exception {
        assertTrue(thrown(false).size() > 8, "it flies through places of its own");
        assertEquals(1, thrown(true).size());
    }

    @Test
    void aPetThatWakesSlidesInAndGreetsAndReducedItIsThereAtOnce() throws Exception {
        assertTrue(woken(false).size() > 5, "it slides through places of its own");
        assertEquals(1, woken(true).size());
    }

    @Test
    void aPetThatIsTuckedAwaySlidesToTheNearestEdgeAndFadesAndReducedItIsGoneAtOnce() throws Exception {
        Set<Spot> way = tucked(false);
        assertTrue(way.size() > 5 && last(way).y() > 200, () -> "down, where it is nearest: " + way);
        assertEquals(1, tucked(true).size());
    }

    @Test
    void aPetThatThePointerComesToJumpsAndReducedItHoldsStill() throws Exception {
        Set<String> seen = hovered(false);
        assertTrue(seen.stream().filter(frame -> frame.startsWith("jumping")).count() > 2, seen::toString);
        assertEquals(Set.of("jumping[0]"), hovered(true));
    }

    @Test
    void thePetLooksAroundAtAPointerThatGoesAroundItAndReducedItLooksAtNothing() throws Exception {
        Set<String> seen = looks(false);
        assertTrue(seen.size() > 10 && seen.stream().anyMatch(frame -> frame.startsWith("look")), seen::toString);
        assertEquals(Set.of("idle[0]"), looks(true));
    }

    private Set<Spot> thrown(boolean reduced) throws Exception {
        Set<Spot> way = new LinkedHashSet<>();
        try (PetOnStage pet = open(reduced, 200, 100)) {
            int x = 200 + 150;
            int y = 100 + 235;
            pet.pointer(Kind.DOWN, x, y, 1_000);
            for (int i = 1; i <= 8; i++) {
                pet.pointer(Kind.MOVE, x + 18 * i, y - 6 * i, 1_000 + 10 * i);
            }
            pet.pointer(Kind.UP, x + 18 * 8, y - 6 * 8, 1_085);
            RasterImage desktop = new RasterImage(ROOM.width(), ROOM.height());
            for (int at = 1_090; at <= 3_000; at += 70) {
                pet.run(at);
                way.add(new Spot(pet.stage().x, pet.stage().y));
                paste(pet, desktop);
            }
            FilmStrip strip = new FilmStrip();
            strip.add(desktop);
            strip.save(named("throw", reduced));
        }
        return way;
    }

    private Set<Spot> woken(boolean reduced) throws Exception {
        Set<Spot> way = new LinkedHashSet<>();
        FilmStrip film = new FilmStrip();
        try (PetOnStage pet = open(reduced, 400, 100)) {
            pet.runtime().tuck();
            pet.run(3_000);
            pet.runtime().wakeUp();
            for (int at = 3_010; at <= 4_000; at += 60) {
                pet.run(at);
                way.add(new Spot(pet.stage().x, pet.stage().y));
                film.add(pet.petAlone(136, 130));
            }
            film.save(named("wake", reduced));
            assertEquals(400, pet.stage().x);
        }
        return way;
    }

    private Set<Spot> tucked(boolean reduced) throws Exception {
        Set<Spot> way = new LinkedHashSet<>();
        FilmStrip film = new FilmStrip();
        try (PetOnStage pet = open(reduced, 400, 100)) {
            pet.run(1_000);
            pet.runtime().tuck();
            for (int at = 1_010; at <= 1_600; at += 40) {
                pet.run(at);
                way.add(new Spot(pet.stage().x, pet.stage().y));
                film.add(pet.petAlone(136, 130));
            }
            film.save(named("tuck", reduced));
        }
        return way;
    }

    private static Spot last(Set<Spot> way) {
        return List.copyOf(way).get(way.size() - 1);
    }

    private Set<String> hovered(boolean reduced) throws Exception {
        Set<String> frames = new LinkedHashSet<>();
        FilmStrip film = new FilmStrip();
        try (PetOnStage pet = open(reduced, 400, 100)) {
            pet.run(900);
            pet.pointer(Kind.MOVE, 400 + 150, 100 + 235, 1_000);
            for (int at = 1_010; at <= 2_200; at += 60) {
                pet.run(at);
                film.add(pet.petAlone(136, 150));
                frames.add(pet.runtime().framesOnShow().get(0).toString());
            }
            film.save(named("hover", reduced));
        }
        return frames;
    }

    private Set<String> looks(boolean reduced) throws Exception {
        Set<String> frames = new LinkedHashSet<>();
        FilmStrip film = new FilmStrip();
        try (PetOnStage pet = open(reduced, 400, 100)) {
            pet.runtime().sight().setOpen(true);
            pet.runtime().sight().pointerAt(0, 0, 400, 100, 0);
            for (int i = 0; i <= 16; i++) {
                int at = 1_000 + 250 * i;
                int dx = (int) (300 * Math.sin(i * Math.PI / 8));
                int dy = (int) (-300 * Math.cos(i * Math.PI / 8));
                int x = pet.stage().width / 2 + dx;
                int y = pet.stage().height - 60 + dy;
                for (int look = at; look <= at + 200; look += 10) {
                    pet.runtime().sight().pointerAt(x, y, 400 + x, 100 + y, look * MILLI);
                    pet.runtime().step(look * MILLI);
                }
                film.add(pet.petAlone(120, 130));
                FrameRef frame = pet.runtime().framesOnShow().get(0);
                frames.add(frame.toString());
            }
            film.save(named("gaze", reduced));
        }
        return frames;
    }

    /** Puts the pet where it is on the desktop, over what is there. */
    private static void paste(PetOnStage pet, RasterImage desktop) {
        RasterImage picture = pet.picture();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int toX = pet.stage().x + x;
                int toY = pet.stage().y + y;
                boolean inside = toX >= 0 && toY >= 0 && toX < desktop.width() && toY < desktop.height();
                if (inside && picture.pixel(x, y) >>> 24 > 128) {
                    desktop.pixels()[toY * desktop.width() + toX] = picture.pixel(x, y);
                }
            }
        }
    }

    private static String named(String name, boolean reduced) {
        return name + "-pip" + (reduced ? "-reduced" : "");
    }

    private static PetOnStage open(boolean reduced, int x, int y) throws Exception {
        return new PetOnStage(OpenPets.open("pip", store, 112), reduced, x, y, ROOM);
    }
}
