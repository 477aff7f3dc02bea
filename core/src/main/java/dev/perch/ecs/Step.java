package dev.perch.ecs;

import dev.perch.gesture.Act;
import dev.perch.gesture.DropEvent;
import dev.perch.gesture.Gesture;
import dev.perch.gesture.KeyEvent;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.WheelEvent;
import dev.perch.model.DesktopLook;
import dev.perch.model.StampedSnapshot;
import dev.perch.model.Writers;
import dev.perch.render.FontStack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one step of the schedule reads, and what it leaves for the window. One object, used again for each step. */
public final class Step {
    /** Now, in nanoseconds of the runtime's clock. */
    public long now;

    /** Snapshots that arrived since the last step. */
    public final List<StampedSnapshot> snapshots = new ArrayList<>();

    /** What the pointer did since the last step, in order. */
    public final List<PointerEvent> pointer = new ArrayList<>();

    /** How the wheel was turned since the last step, in order. */
    public final List<WheelEvent> wheel = new ArrayList<>();

    /** Fonts that became ready since the last step; they belong to whoever takes them. */
    public @Nullable FontStack fonts;

    /** What the user wishes from now on; null: as before. */
    public @Nullable Wishes wishes;

    /** Whether pets are to greet the user, who called them. */
    public boolean greeting;

    /** Whether a plugin answered what it was asked: resolvers may say something else now. */
    public boolean answered;

    /** How the desktop looks from now on; null: as before. */
    public @Nullable DesktopLook desktopLook;

    /** Whether other programs may write to agents from now on; null: as before. */
    public @Nullable Writers writers;

    /** What the user did to the pet in this step, in order. */
    public final List<Gesture> gestures = new ArrayList<>();

    /** The same, with the pet, the place and the time of each. */
    public final List<Act> acts = new ArrayList<>();

    /** Keys that were pressed while the pet had the keyboard. */
    public final List<KeyEvent> keys = new ArrayList<>();

    /** What was dropped on the window. */
    public final List<DropEvent> drops = new ArrayList<>();

    /** Whether the user asked what there is to do. */
    public boolean menuAsked;

    /** Whether an agent waits for the user's answer: a click on a pet opens its question. */
    public boolean agentWaits;

    /** Whether the user clicked for that. */
    public boolean answerWished;

    /** Whether the user wants to see the stack of cards. */
    public boolean cardsWished;

    /** Whether the user has taken notice of what the pet tells. */
    public boolean noticed;

    /** What became of effects that left. */
    public final List<Told> told = new ArrayList<>();

    /** Whether a pet shows another frame than at the last step. */
    public boolean frameChanged;

    /** Whether anything else of the picture is another than at the last step. */
    public boolean pictureChanged;

    /** When the next step is due with nothing arriving; {@link Long#MAX_VALUE}: never. */
    public long nextChange;

    /** Clears what the last step left. */
    public void begin(long nowNanos) {
        now = nowNanos;
        snapshots.clear();
        pointer.clear();
        wheel.clear();
        gestures.clear();
        acts.clear();
        keys.clear();
        drops.clear();
        told.clear();
        menuAsked = false;
        agentWaits = false;
        answerWished = false;
        cardsWished = false;
        noticed = false;
        fonts = null;
        greeting = false;
        answered = false;
        wishes = null;
        desktopLook = null;
        writers = null;
        pictureChanged = false;
        frameChanged = false;
        nextChange = Long.MAX_VALUE;
    }

    /** Asks for a step at that time at the latest. */
    public void wakeAt(long nanos) {
        nextChange = Math.min(nextChange, nanos);
    }
}
