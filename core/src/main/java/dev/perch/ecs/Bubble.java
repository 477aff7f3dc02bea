package dev.perch.ecs;

import com.badlogic.ashley.core.Component;
import dev.perch.model.BubbleText;
import dev.perch.model.Mood;
import dev.perch.render.BubbleLayout;
import org.jspecify.annotations.Nullable;

/** What a pet says, and where. */
public final class Bubble implements Component {
    /** What it says; null: nothing. */
    public @Nullable BubbleText text;

    /** The mood that the text is about. */
    public @Nullable Mood saidOf;

    /** When a stale text is to be said anew, since it names the minutes. */
    public long noteDue;

    /** The text as it was last set; null until then. */
    public @Nullable BubbleLayout layout;

    /** The content scale at which it was set. */
    public float scale;

    /** Left edge of the card in window pixels. */
    public int x;

    /** Top edge of the card in window pixels. */
    public int y;

    /** Where the tail points, in pixels from the left edge of the card. */
    public int tailX;
}
