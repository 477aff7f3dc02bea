package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.ecs.Stage;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.Room;
import dev.perch.model.Sprite;
import dev.perch.place.MonitorLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.Companion;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetRefit;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.Whereabouts;
import java.io.IOException;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** A companion in a window. */
final class PetContent implements WindowContent {
    private final Companion companion;
    private final Whereabouts where;
    private final IdentityHashMap<Sprite, SolidRegion> regions = new IdentityHashMap<>();
    private final Outline outline = new Outline();
    private @Nullable LoadedPet pet;
    private @Nullable Stage stage;
    private @Nullable PetRuntime runtime;
    private @Nullable PetRefit refit;
    private Runnable wake = () -> {};
    private boolean regionChanged;
    private boolean hidden;

    PetContent(Companion companion) {
        this.companion = companion;
        where = companion.whereabouts();
    }

    @Override
    public Room open(MonitorLayout layout) throws ProblemException, IOException {
        Stage first = where.first(layout);
        pet = companion.openPet(first.cellWidth());
        stage = first;
        return new Room(first.x, first.y, first.width, first.height);
    }

    @Override
    public void start(Textures textures, WindowControl window) {
        runtime = companion.open(stage(), textures, pet());
        refit = companion.refit(window::wake);
        pet = null;
        wake = window::wake;
        companion.onArrival(wake);
    }

    @Override
    public void monitors(MonitorLayout layout) {
        where.monitors(stage(), layout);
    }

    @Override
    public void contentScale(float scale) {
        resize(stage().wishedPetWidth, scale);
    }

    @Override
    public void windowAt(int x, int y) {
        stage().x = x;
        stage().y = y;
        stage().locate();
    }

    @Override
    public void pointer(PointerEvent event) {
        companion.pointer(event);
    }

    @Override
    public boolean step(long nowNanos) {
        LoadedPet fitted = refit == null ? null : refit.take();
        if (fitted != null) {
            regions.clear();
            runtime().replace(fitted);
        }
        resize(stage().wishedPetWidth, stage().contentScale);
        boolean changed = runtime().step(nowNanos);
        where.stepped(stage());
        if (stage().wishedPetWidth != stage().petWidth) {
            wake.run();
        }
        regionChanged |= changed;
        return changed;
    }

    /** Shows what there is at the new size, and what is made for it as soon as that is ready. */
    private void resize(int petWidth, float contentScale) {
        Stage window = stage();
        if (petWidth == window.petWidth && contentScale == window.contentScale) {
            return;
        }
        where.resize(window, petWidth, contentScale);
        runtime().resized();
        if (refit != null) {
            refit.wish(window.cellWidth());
        }
        wake.run();
    }

    @Override
    public long nextWakeNanos() {
        return runtime().nextChange();
    }

    @Override
    public int windowX() {
        return stage().x;
    }

    @Override
    public int windowY() {
        return stage().y;
    }

    @Override
    public int windowWidth() {
        return stage().width;
    }

    @Override
    public int windowHeight() {
        return stage().height;
    }

    @Override
    public void fullscreen(@Nullable Room room) {
        hidden = companion.hidesUnderFullscreen() && room != null && where.covered(stage(), room);
    }

    @Override
    public boolean windowShown() {
        return !hidden;
    }

    @Override
    public boolean inputRegionChanged() {
        return regionChanged;
    }

    @Override
    public void inputRegion(RegionSink sink) {
        outline.sink = sink;
        runtime().tellSolids(outline);
        outline.sink = RegionSink.NOWHERE;
        regionChanged = false;
    }

    @Override
    public void draw(Batch batch) {
        runtime().draw(batch);
    }

    @Override
    public void close() {
        if (refit != null) {
            refit.close();
        }
        runtime().close();
    }

    private LoadedPet pet() {
        if (pet == null) {
            throw new IllegalStateException("the pet is not open");
        }
        return pet;
    }

    private Stage stage() {
        if (stage == null) {
            throw new IllegalStateException("the window has no size yet");
        }
        return stage;
    }

    private PetRuntime runtime() {
        if (runtime == null) {
            throw new IllegalStateException("the window has not started");
        }
        return runtime;
    }

    /** Passes solids on as rectangles; those of a sprite are worked out once. */
    private final class Outline implements PetRuntime.Solids {
        private RegionSink sink = RegionSink.NOWHERE;

        @Override
        public void ink(Sprite sprite, float cellX, float cellY, float scale) {
            SolidRegion region = regions.get(sprite);
            if (region == null) {
                region = SolidRegion.of(sprite.mask());
                regions.put(sprite, region);
            }
            region.tell(sink, cellX + sprite.offsetX() * scale, cellY + sprite.offsetY() * scale, scale);
        }

        @Override
        public void card(int x, int y, int width, int height) {
            sink.add(x, y, width, height);
        }
    }
}
