package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.ecs.Stage;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.WheelEvent;
import dev.perch.model.Sprite;
import dev.perch.place.MonitorLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.Companion;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.WindowCommands;
import java.io.IOException;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** A companion in a window. */
final class PetContent implements WindowContent {
    /** Nothing goes on: the window has its plain title. */
    private static final String CALM = "Idle";

    private final Companion companion;
    private final IdentityHashMap<Sprite, SolidRegion> regions = new IdentityHashMap<>();
    private final Outline outline = new Outline();
    private @Nullable LoadedPet pet;
    private @Nullable Stage stage;
    private @Nullable PetRuntime runtime;
    private boolean regionChanged;
    private String titled = "";
    private String title = DesktopApplication.TITLE;
    private final Commands commands = new Commands();

    PetContent(Companion companion) {
        this.companion = companion;
    }

    @Override
    public WindowSize size(float contentScale) throws ProblemException, IOException {
        pet = companion.openPet(contentScale);
        Stage window = Stage.onDesktop(companion.config().petWidth(), contentScale);
        stage = window;
        return new WindowSize(window.width, window.height, window.aside, window.below);
    }

    @Override
    public void start(Textures textures, WindowSize size, float contentScale, WindowControl window) {
        PetRuntime opened = companion.open(stage(), textures, pet());
        opened.sight().setOpen(companion.config().gaze());
        runtime = opened;
        pet = null;
        commands.closer = window::close;
        companion.onCommand(commands);
        companion.onArrival(window::wake);
    }

    @Override
    public void monitors(MonitorLayout layout) {
        stage().monitors = layout;
        stage().locate();
    }

    @Override
    public void windowAt(int x, int y) {
        commands.firstPlace(x, y);
        stage().x = x;
        stage().y = y;
        stage().locate();
    }

    @Override
    public void pointer(PointerEvent event) {
        companion.pointer(event);
    }

    @Override
    public void wheel(WheelEvent event) {
        companion.tell(step -> step.wheel.add(event));
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
    public String title() {
        String status = runtime().statusText();
        if (!status.equals(titled)) {
            titled = status;
            title = status.isEmpty() || status.equals(CALM)
                    ? DesktopApplication.TITLE
                    : DesktopApplication.TITLE + " — " + status;
        }
        return title;
    }

    @Override
    public boolean onScreen() {
        return !commands.isTucked();
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

    /** Does what the user asks of the window from elsewhere; the window follows the content's wishes. */
    private final class Commands implements WindowCommands {
        private Runnable closer = () -> {};
        private volatile boolean tucked;
        private boolean placed;
        private int firstX;
        private int firstY;

        void firstPlace(int x, int y) {
            if (!placed) {
                placed = true;
                firstX = x;
                firstY = y;
            }
        }

        @Override
        public void tuck() {
            tucked = true;
        }

        @Override
        public void wake() {
            tucked = false;
        }

        @Override
        public void rescue() {
            tucked = false;
            stage().travel.stop();
            stage().x = firstX;
            stage().y = firstY;
        }

        /** While it is dragged the window keeps itself in reach, so to be on the screen is to be in sight. */
        @Override
        public void forward() {
            tucked = false;
        }

        @Override
        public void quit() {
            closer.run();
        }

        @Override
        public boolean isTucked() {
            return tucked;
        }
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
