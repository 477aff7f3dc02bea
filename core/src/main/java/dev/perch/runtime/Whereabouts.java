package dev.perch.runtime;

import dev.perch.api.OverlayViewportDefaults;
import dev.perch.ecs.Stage;
import dev.perch.files.KeptFile;
import dev.perch.model.Room;
import dev.perch.place.Anchor;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import dev.perch.place.PlaceMemory;
import dev.perch.place.Placement;
import dev.perch.place.RememberedPlace;
import dev.perch.place.Spot;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where one pet's window is and how large, from its first place to what is remembered of the last. Render thread only. */
public final class Whereabouts {
    private final OverlayViewportDefaults sizes;
    private final @Nullable KeptFile<PlaceMemory> keeper;
    private final String pet;
    private final Function<Stage, Spot> unplaced;
    private int setWidth;
    private boolean laidOut;

    /** As below, with bubbles of Perch's own size. */
    Whereabouts(RuntimeConfig config, @Nullable KeptFile<PlaceMemory> keeper) {
        this(config, Stage.SIZES, keeper);
    }

    /** Those of the pet that is always there: a corner of the primary monitor is its place where it has none. */
    Whereabouts(RuntimeConfig config, OverlayViewportDefaults sizes, @Nullable KeptFile<PlaceMemory> keeper) {
        this(config, sizes, keeper, "", Whereabouts::corner);
    }

    /**
     * Those of one pet.
     *
     * @param sizes of its bubble
     * @param keeper where places are remembered; null: nowhere
     * @param pet the key under which its are
     * @param unplaced where a window's pet is to stand as long as nobody has put it anywhere
     */
    Whereabouts(
            RuntimeConfig config,
            OverlayViewportDefaults sizes,
            @Nullable KeptFile<PlaceMemory> keeper,
            String pet,
            Function<Stage, Spot> unplaced) {
        setWidth = config.petWidth();
        this.sizes = sizes;
        this.keeper = keeper;
        this.pet = pet;
        this.unplaced = unplaced;
    }

    private static Spot corner(Stage stage) {
        Monitor monitor = stage.monitors.primary();
        if (monitor != null) {
            stage.standInCorner(monitor.workArea());
        }
        return stage.feet();
    }

    /**
     * The window at first: where and as large as the user last had it on these monitors, else where pets stand that nobody
     * has put anywhere. A width that the settings have come to say since counts more than a remembered one.
     */
    public Stage first(MonitorLayout layout) {
        RememberedPlace known = memory().recall(pet, layout);
        Monitor monitor = known == null ? null : layout.find(known.feet().monitor());
        if (monitor == null) {
            monitor = layout.primary();
        }
        Stage stage = Stage.onDesktop(sizes, width(known), monitor == null ? 1 : monitor.scale());
        stage.monitors = layout;
        Spot feet = known == null ? null : known.feet().in(layout);
        stage.standAt(feet == null ? unplaced.apply(stage) : feet);
        return stage;
    }

    private int width(@Nullable RememberedPlace known) {
        return known == null || known.setWidth() != setWidth ? setWidth : RuntimeConfig.inRange(known.petWidth());
    }

    /**
     * The monitors are others, or in other places: puts the pet whole on one of them, at its scale; a tucked one where it comes
     * back.
     */
    public void monitors(Stage stage, MonitorLayout layout) {
        if (layout.equals(stage.monitors)) {
            return;
        }
        goHome(stage);
        Spot feet = stage.feet();
        Anchor anchor = anchor(stage);
        stage.monitors = layout;
        stage.standAt(anchor == null ? feet : memory().feet(pet, layout, anchor, feet));
        Monitor home = monitor(stage);
        if (home != null && home.scale() != stage.contentScale) {
            resize(stage, stage.petWidth, home.scale());
        }
        settle(stage);
    }

    private static void goHome(Stage stage) {
        if (stage.tucked) {
            stage.travel.stop();
            stage.x = stage.homeX;
            stage.y = stage.homeY;
        }
    }

    private static void settle(Stage stage) {
        stage.settle();
        stage.homeX = stage.x;
        stage.homeY = stage.y;
    }

    /** Puts the pet where it stands that nobody has put anywhere, whatever it does. */
    public void rescue(Stage stage) {
        if (stage.monitors.primary() != null) {
            stage.travel.stop();
            stage.standAt(unplaced.apply(stage));
            settle(stage);
            stage.placed = true;
        }
    }

    /** Gives the window another size; the pet's feet stay where they are, as far as it stays whole. */
    public void resize(Stage stage, int petWidth, float contentScale) {
        boolean byUser = petWidth != stage.petWidth;
        stage.resize(petWidth, contentScale);
        stage.placed |= byUser;
        laidOut = false;
    }

    /**
     * Notes what the settings say of the pet's width from now on.
     *
     * @return whether they said otherwise before
     */
    public boolean setWidth(int width) {
        boolean other = width != setWidth;
        setWidth = width;
        return other;
    }

    /**
     * After each step: keeps the pet whole once its ink is known, and remembers where the user put it.
     *
     * @return whether the window is elsewhere than the step left it
     */
    public boolean stepped(Stage stage) {
        int fromX = stage.x;
        int fromY = stage.y;
        if (!laidOut) {
            laidOut = true;
            stage.settle();
        }
        if (stage.placed && !stage.tucked && !stage.travel.moves()) {
            stage.placed = false;
            remember(stage);
        }
        return stage.x != fromX || stage.y != fromY;
    }

    /** Remembers where the window is now. */
    public void remember(Stage stage) {
        Anchor anchor = anchor(stage);
        if (keeper != null && anchor != null) {
            keeper.keep(keeper.value()
                    .with(new RememberedPlace(pet, stage.monitors.identity(), anchor, stage.petWidth, setWidth)));
        }
    }

    /** Whether one of those parts of the desktop takes the whole monitor that the pet is on. */
    public boolean covered(Stage stage, List<Room> rooms) {
        Monitor monitor = rooms.isEmpty() ? null : monitor(stage);
        return monitor != null && rooms.stream().anyMatch(room -> room.contains(monitor.bounds()));
    }

    private @Nullable Monitor monitor(Stage stage) {
        return Placement.monitor(stage.monitors, stage.ink, stage.x, stage.y);
    }

    private @Nullable Anchor anchor(Stage stage) {
        Monitor monitor = monitor(stage);
        return monitor == null ? null : Anchor.of(stage.monitors, monitor, stage.feet());
    }

    private PlaceMemory memory() {
        return keeper == null ? PlaceMemory.NONE : keeper.value();
    }
}
