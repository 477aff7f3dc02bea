package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.g2d.Batch;
import com.badlogic.gdx.math.Rectangle;
import dev.perch.ecs.Stage;
import dev.perch.ecs.Wishes;
import dev.perch.gesture.DropEvent;
import dev.perch.gesture.KeyEvent;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.WheelEvent;
import dev.perch.model.KeyStroke;
import dev.perch.model.Room;
import dev.perch.place.MonitorLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.Companion;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.PetSeat;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.Whereabouts;
import dev.perch.runtime.WindowCommands;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A companion in a window. */
final class PetContent implements WindowContent {
    private final Companion companion;
    private final PetSeat seat;
    private final PetCompany company;
    private final Whereabouts where;
    private final Outline outline = new Outline();
    private @Nullable LoadedPet pet;
    private @Nullable Stage stage;
    private @Nullable PetRuntime runtime;
    private @Nullable PetSize size;
    private @Nullable PetPanels panels;
    private @Nullable PickerContent picker;
    private Runnable wake = () -> {};
    private boolean regionChanged;
    private final WindowTitle title = new WindowTitle();
    private final Commands commands = new Commands();
    private final Cover cover;
    private boolean leaving;
    private boolean looks;
    private boolean mayLook;

    /** The pet that is always there, and those that come and go. */
    PetContent(Companion companion) {
        this(companion, companion.home());
    }

    /** The pet of one seat. */
    PetContent(Companion companion, PetSeat seat) {
        this.companion = companion;
        this.seat = seat;
        company = new PetCompany(companion);
        where = seat.whereabouts();
        cover = new Cover(companion.config().fullscreen());
        mayLook = companion.config().gaze();
    }

    @Override
    public Room open(MonitorLayout layout) throws ProblemException, IOException {
        Stage first = place(layout);
        load();
        return new Room(first.x, first.y, first.width, first.height);
    }

    /** Says where the window is to be, and how large. Render thread. */
    Stage place(MonitorLayout layout) {
        Stage first = where.first(layout);
        stage = first;
        seat.standsOn(first);
        return first;
    }

    /** Opens the pet. Blocks; on any one thread, after {@link #place}. */
    void load() throws ProblemException, IOException {
        pet = seat.openPet(stage().cellWidth());
    }

    @Override
    public void start(Textures textures, WindowControl window) {
        PetRuntime opened = seat.open(stage(), textures, pet());
        runtime = opened;
        outline.expect(pet().pet());
        pet = null;
        wake = window::wake;
        size = new PetSize(stage(), where, opened, seat.refit(wake), outline, wake);
        panels = new PetPanels(opened, stage(), this::key);
        commands.closer = window::close;
        seat.onCommand(commands);
        if (seat == companion.home()) {
            companion.onArrival(wake);
        }
    }

    @Override
    public void monitors(MonitorLayout layout) {
        size().monitors(layout);
    }

    @Override
    public void contentScale(float scale) {
        if (size != null) { // else the first step tells it with the monitors
            size.setScale(scale);
        }
    }

    @Override
    public void windowAt(int x, int y) {
        stage().x = x;
        stage().y = y;
        stage().locate();
    }

    @Override
    public void pointer(PointerEvent event) {
        seat.pointer(event);
    }

    @Override
    public void wheel(WheelEvent event) {
        seat.tell(step -> step.wheel.add(event));
    }

    @Override
    public void zoom(double notches) {
        size().zoom(notches);
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
        size().follow();
        boolean changed = runtime().step(nowNanos);
        seat.onScreen(onScreen());
        commands.tucked = stage().tucked;
        if (where.stepped(stage())) {
            wake.run();
        }
        cover.follow(stage(), where);
        lookOut();
        boolean news = cover.isNews(changed);
        regionChanged |= news;
        return news;
    }

    /** A pet that cannot be seen, or sleeps, looks at nothing. */
    private void lookOut() {
        boolean open = mayLook && onScreen() && !cover.sleeps();
        if (open != looks) {
            looks = open;
            runtime().sight().setOpen(open);
            wake.run();
        }
    }

    @Override
    public long nextWakeNanos() {
        return cover.sleeps() || !onScreen() ? runtime().nextNews() : runtime().nextChange();
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
    public void fullscreen(List<Room> rooms) {
        cover.windows(rooms);
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
        return title.of(runtime().statusText());
    }

    @Override
    public Set<KeyStroke> keysHeard() {
        return stage().keysHeard;
    }

    @Override
    public void key(KeyEvent event) {
        seat.tell(step -> step.keys.add(event));
    }

    @Override
    public void dropped(DropEvent event) {
        seat.tell(step -> step.drops.add(event));
    }

    @Override
    public @Nullable PanelSource panels() {
        return panels;
    }

    @Override
    public boolean onScreen() {
        boolean away = stage().tucked && stage().shown == 0;
        return !away && !cover.hides() && (seat.isWanted() || leaving || isAlone());
    }

    @Override
    public List<? extends WindowContent> others() {
        return seat == companion.home() ? company.follow(stage().monitors, wake) : List.of();
    }

    /** The first pet stays until the first of the others is there. */
    private boolean isAlone() {
        return seat == companion.home() && !company.isThere();
    }

    /** Whether its window has started. */
    boolean isThere() {
        return runtime != null;
    }

    /** Has the pet go out of sight for good. */
    void leave() {
        if (!leaving) {
            leaving = true;
            if (runtime != null) {
                runtime.tuck();
            }
            wake.run();
        }
    }

    /** Whether it is out of sight for good. */
    boolean isGone() {
        return leaving && (runtime == null || stage().shown == 0);
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
    public boolean damage(Rectangle part) {
        return runtime().damage(part);
    }

    @Override
    public void draw(Batch batch, Rectangle part) {
        runtime().draw(batch, part);
    }

    @Override
    public void close() {
        company.close();
        size().close();
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

    private PetSize size() {
        if (size == null) {
            throw new IllegalStateException("the window has not started");
        }
        return size;
    }

    PetRuntime runtime() {
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
        public void setPetWidth(int petWidth) {
            size().setWidth(petWidth);
        }

        @Override
        public void changePet() {
            size().renew();
        }

        @Override
        public void follow(Wishes wishes) {
            mayLook = wishes.gaze();
            cover.choose(wishes.fullscreen());
            if (where.setWidth(wishes.petWidth())) {
                size().setWidth(wishes.petWidth());
            }
        }

        @Override
        public void menu() {
            wake();
            runtime().panels().openMenu();
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
