package dev.perch.ecs;

import com.badlogic.ashley.core.Component;
import dev.perch.anim.FadeStack;
import dev.perch.anim.Liveliness;
import dev.perch.anim.SpritePose;
import dev.perch.anim.Track;
import dev.perch.model.FrameRef;
import org.jspecify.annotations.Nullable;

/** How a pet moves between what it shows. */
public final class Tween implements Component {
    /** From one action to another: long enough to be seen as one move, short enough not to be waited for. */
    public static final long FADE_NANOS = 120_000_000;

    /** The pictures that give way to each other; one when nothing fades. */
    public final FadeStack<FrameRef> frames = new FadeStack<>(FADE_NANOS);

    public final Liveliness body = new Liveliness();

    /** How the pictures are drawn. */
    public final SpritePose pose = new SpritePose();

    /** What played at the last step; null before the first, which shows its picture at once. */
    public @Nullable Track track;

    /** When the last step was. */
    public long seen;

    /** Whether anything moved at the last step. */
    public boolean moving;

    /** Nothing moves; that frame is on show. */
    public Tween(FrameRef shown) {
        frames.show(shown);
    }
}
