package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.ecs.Stage;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.WheelEvent;
import dev.perch.model.Room;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.Companion;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetRefit;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.Whereabouts;
import dev.perch.runtime.WindowCommands;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A companion in a window. */
final class PetContent implements WindowContent {
    /** Nothing goes on: the window has its plain title. */
    private static final String CALM = "Idle";

    private final Companion companion;
    private final Whereabouts where;
    private final Outline outline = new Outline();
    private @Nullable LoadedPet pet;
    private @Nullable Stage stage;
    private @Nullable PetRuntime runtime;
    private @Nullable PetRefit refit;
    private @Nullable PickerContent picker;
    private Runnable wake = () -> {};
    private boolean regionChanged;
    private String titled = "";
    private String title = DesktopApplication.TITLE;
    private final Commands commands = new Commands();
    private boolean covered;

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
        PetRuntime opened = companion.open(stage(), textures, pet());
        opened.sight().setOpen(companion.config().gaze());
        runtime = opened;
        refit = companion.refit(window::wake);
        pet = null;
        wake = window::wake;
        commands.closer = window::close;
        companion.onCommand(commands);
        companion.onArrival(wake);
    }

    @Override
    public void monitors(MonitorLayout layout) {
        where.monitors(stage(), layout);
        Monitor monitor = where.monitor(stage());
        if (monitor != null) {
            contentScale(monitor.scale());
        }
    }

    @Override
    public void contentScale(float scale) {
        resize(stage().petWidth, scale);
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
        LoadedPet fitted = refit == null ? null : refit.take();
        if (fitted != null) {
            outline.forget();
            runtime().replace(fitted);
        }
        boolean changed = runtime().step(nowNanos);
        commands.tucked = stage().tucked;
        if (where.stepped(stage())) {
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
        covered = room != null && where.covered(stage(), room);
    }

    @Override
    public @Nullable PopupContent popup() {
        return picker;
    }

    @Override
    public void popupGone() {
        picker = null;
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
        boolean away = stage().tucked && stage().shown == 0;
        return !away && !(covered && companion.hidesUnderFullscreen());
    }

    @Override
    public boolean inputRegionChanged() {
        return regionChanged;
    }

    @Override
    public void inputRegion(RegionSink sink) {
        outline.tell(runtime(), sink);
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

    /** Does what the user asks of the window from elsewhere; the window follows the content's wishes. */
    private final class Commands implements WindowCommands {
        private Runnable closer = () -> {};
        private volatile boolean tucked;

        @Override
        public void tuck() {
            tucked = true;
            runtime().tuck();
        }

        @Override
        public void wake() {
            tucked = false;
            runtime().wakeUp();
        }

        @Override
        public void rescue() {
            wake();
            where.rescue(stage());
        }

        @Override
        public void forward() {
            wake();
            if (!stage().travel.moves()) {
                stage().settle();
            }
        }

        @Override
        public void pickPet() {
            picker = picker == null ? new PickerContent(companion, stage(), () -> picker = null, wake) : null;
            wake.run();
        }

        @Override
        public void changePet() {
            if (refit != null) {
                refit.renew(stage().cellWidth());
            }
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
}
