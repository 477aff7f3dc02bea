package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.ecs.Stage;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.Sprite;
import dev.perch.place.MonitorLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.Companion;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** A companion in a window. */
final class PetContent implements WindowContent {
    private final Companion companion;
    private final IdentityHashMap<Sprite, SolidRegion> regions = new IdentityHashMap<>();
    private final Outline outline = new Outline();
    private @Nullable LoadedPet pet;
    private @Nullable Stage stage;
    private @Nullable PetRuntime runtime;
    private boolean regionChanged;

    PetContent(Companion companion) {
        this.companion = companion;
    }

    @Override
    public WindowSize size(float contentScale) throws ProblemException, IOException {
        pet = companion.openPet(contentScale);
        Stage window = Stage.of(companion.config().petWidth(), contentScale);
        stage = window;
        return new WindowSize(window.width, window.height);
    }

    @Override
    public void start(Textures textures, WindowSize size, float contentScale, WindowControl window) {
        PetRuntime opened = companion.open(stage(), textures, pet());
        opened.sight().setOpen(companion.config().gaze());
        runtime = opened;
        pet = null;
        companion.onArrival(window::wake);
    }

    @Override
    public void monitors(MonitorLayout layout) {
        stage().monitors = layout;
        stage().locate();
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
    public boolean wantsPointer(long nowNanos) {
        return runtime().sight().isDue(nowNanos);
    }

    @Override
    public void pointerAt(int x, int y, int desktopX, int desktopY, long nowNanos) {
        runtime().sight().pointerAt(x, y, desktopX, desktopY, nowNanos);
    }

    @Override
    public boolean step(long nowNanos) {
        boolean changed = runtime().step(nowNanos);
        regionChanged |= changed;
        return changed;
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
