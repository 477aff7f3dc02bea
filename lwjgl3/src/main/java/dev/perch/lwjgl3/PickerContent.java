package dev.perch.lwjgl3;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.ecs.Stage;
import dev.perch.library.PickerKey;
import dev.perch.model.Room;
import dev.perch.render.PickerLayout;
import dev.perch.render.Textures;
import dev.perch.runtime.Companion;
import dev.perch.runtime.PetPicker;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The picker of pets in a window of its own, in the middle of the pet's work area. */
final class PickerContent implements PopupContent {
    private static final Map<Integer, PickerKey> KEYS = Map.ofEntries(
            Map.entry(Keys.LEFT, PickerKey.LEFT),
            Map.entry(Keys.RIGHT, PickerKey.RIGHT),
            Map.entry(Keys.UP, PickerKey.UP),
            Map.entry(Keys.DOWN, PickerKey.DOWN),
            Map.entry(Keys.PAGE_UP, PickerKey.PAGE_UP),
            Map.entry(Keys.PAGE_DOWN, PickerKey.PAGE_DOWN),
            Map.entry(Keys.HOME, PickerKey.FIRST),
            Map.entry(Keys.END, PickerKey.LAST),
            Map.entry(Keys.ENTER, PickerKey.CHOOSE),
            Map.entry(Keys.NUMPAD_ENTER, PickerKey.CHOOSE),
            Map.entry(Keys.F, PickerKey.FAVOURITE),
            Map.entry(Keys.ESCAPE, PickerKey.CLOSE));

    private final Companion companion;
    private final Stage stage;
    private final PickerLayout layout;
    private final Runnable close;
    private final Runnable wake;
    private @Nullable PetPicker picker;

    /**
     * A picker over the window of that stage.
     *
     * @param close called when it is to go
     * @param wake called on any thread when there is something new
     */
    PickerContent(Companion companion, Stage stage, Runnable close, Runnable wake) {
        this.companion = companion;
        this.stage = stage;
        this.close = close;
        this.wake = wake;
        layout = PickerLayout.within(stage.room.width(), stage.room.height(), stage.contentScale);
    }

    @Override
    public Room place() {
        int left = stage.room.left() + (stage.room.width() - layout.width()) / 2;
        int top = stage.room.top() + (stage.room.height() - layout.height()) / 2;
        return new Room(left, top, layout.width(), layout.height());
    }

    @Override
    public String title() {
        return DesktopApplication.TITLE + ": choose a pet";
    }

    @Override
    public void start(long window, Textures textures) {
        Optional<PetPicker> opened = companion.picker(layout, stage.desktopLook, textures, close, wake);
        if (opened.isEmpty()) {
            close.run();
            return;
        }
        picker = opened.get();
        Gdx.input.setInputProcessor(new Hands(opened.get()));
    }

    @Override
    public boolean step(long nowNanos) {
        return picker != null && picker.step(nowNanos);
    }

    @Override
    public long nextWakeNanos() {
        return picker == null ? Long.MAX_VALUE : picker.nextChangeNanos();
    }

    @Override
    public void draw(Batch batch) {
        if (picker != null) {
            picker.draw(batch);
        }
    }

    @Override
    public void close() {
        if (picker != null) {
            picker.close();
            picker = null;
        }
    }

    private final class Hands extends InputAdapter {
        private final PetPicker told;

        Hands(PetPicker told) {
            this.told = told;
        }

        @Override
        public boolean keyDown(int code) {
            PickerKey key = KEYS.get(code);
            if (key != null) {
                told.key(key);
                wake.run();
            }
            return key != null;
        }

        @Override
        public boolean mouseMoved(int x, int y) {
            told.pointerAt(x, y);
            wake.run();
            return true;
        }

        @Override
        public boolean touchDown(int x, int y, int pointer, int button) {
            told.press(x, y);
            wake.run();
            return true;
        }

        @Override
        public boolean scrolled(float x, float y) {
            told.wheel(Math.round(y));
            wake.run();
            return true;
        }
    }
}
