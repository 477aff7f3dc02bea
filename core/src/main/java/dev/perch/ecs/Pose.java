package dev.perch.ecs;

import com.badlogic.ashley.core.Component;
import dev.perch.anim.GazeTurn;
import dev.perch.anim.PetSituation;
import dev.perch.anim.Track;
import dev.perch.model.FrameRef;
import dev.perch.model.Room;
import dev.perch.model.Sprite;
import org.jspecify.annotations.Nullable;

/** What a pet plays and which of its pictures is on show. */
public final class Pose implements Component {
    public PetSituation situation;

    /** What the track was chosen for: another situation asks for another choice. */
    public PetSituation chosenFor;

    public Track track;
    public FrameRef frame;
    public Sprite sprite;

    /** What was drawn of it last; null: nothing yet. */
    public @Nullable Sprite drawn;

    /** How it turns to what it looks at. */
    public final GazeTurn gaze = new GazeTurn();

    /** The ink of what it plays, in window pixels, from the highest head of all its frames; null until laid out. */
    public @Nullable Room standing;

    /** When the gesture that it acts out is over; 0: when whoever began it says so. */
    public long gestureUntil;

    /** When the news that it last reacted to came. */
    public long newsSeen;

    /** Begins to play what the director of that look chooses. */
    public Pose(Look look, PetSituation situation) {
        this.situation = situation;
        chosenFor = situation;
        newsSeen = situation.stateSince();
        track = look.director.choose(situation);
        frame = track.frameAt(situation.stateSince());
        sprite = look.pet.sprite(frame);
    }
}
