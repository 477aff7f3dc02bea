package dev.perch.ecs;

import com.badlogic.ashley.core.Component;
import dev.perch.api.OverlayMeasuredElements;
import dev.perch.model.BubbleSide;
import dev.perch.model.BubbleText;
import dev.perch.model.Mood;
import dev.perch.model.Room;
import dev.perch.model.StatusSign;
import dev.perch.render.BubbleLayout;
import dev.perch.render.BubblePose;
import org.jspecify.annotations.Nullable;

/** What a pet says, and where. */
public final class Bubble implements Component {
    /** What it says; null: nothing. */
    public @Nullable BubbleText text;

    /** What it says instead until {@link #sayingUntil}; null: nothing. */
    public @Nullable BubbleText saying;

    /** When it has said that. */
    public long sayingUntil;

    /** The mood in one line of plain text; empty until the first step. */
    public String status = "";

    /** The mood that the text is about. */
    public @Nullable Mood saidOf;

    /** The text as it was last set; null until then. */
    public @Nullable BubbleLayout layout;

    /** Pixels for a design unit that {@link #layout} was set with. */
    public float scale;

    /** Whether the user wants to read the whole of it. */
    public boolean open;

    /** How far the text is scrolled, in window pixels. */
    public int scroll;

    /** Whether a button went down on the card. */
    public boolean pressed;

    /** The card on show, on its way to what follows. */
    final Card card = new Card();

    /** Whether there was a step before. */
    public boolean begun;

    /** Left edge of the card in window pixels. */
    public int x;

    /** Top edge of the card in window pixels. */
    public int y;

    /** Where the tail points, in pixels from the left edge of the card. */
    public int tailX;

    /** What the layout resolver last said; null: not placed yet. */
    public @Nullable OverlayMeasuredElements measured;

    /** On which side of the pet the card is; null: not placed yet. */
    public @Nullable BubbleSide side;

    /** The pet, the work area and the window's place that the card was placed for; null: place it anew. */
    public @Nullable Room placedFor;

    public @Nullable Room placedIn;
    public int stageX;
    public int stageY;

    /** The card on show; null: there is none. */
    public @Nullable BubblePose onShow() {
        return card.said() == null ? null : card.pose;
    }

    /** What the badge on the pet shows; {@link StatusSign#NONE}: there is none. */
    public StatusSign badge = StatusSign.NONE;

    /** Whether the source of that state has gone quiet. */
    public boolean badgeStale;

    /** Left edge of the badge in window pixels. */
    public int badgeX;

    /** Top edge of the badge in window pixels. */
    public int badgeY;

    /** Left edge of the mark that other programs may write, in window pixels. */
    public int markX;

    /** Top edge of that mark in window pixels. */
    public int markY;
}
