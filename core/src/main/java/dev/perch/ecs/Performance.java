package dev.perch.ecs;

import dev.perch.model.BubbleText;
import dev.perch.model.Clip;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.StatusSign;
import dev.perch.model.Trigger;

/** What a pet does for a moment, and then goes on with what it did: a clip once, a line. */
final class Performance {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Three passes of Codex's waving row, 700 ms each. */
    private static final long GREETING_NANOS = 2_100_000_000L;

    /** Long enough for a line to be read: a second, and a fifteenth for each letter. */
    private static final long READING_NANOS = 1_500_000_000L;

    private static final long LETTER_NANOS = 66_000_000L;

    private Performance() {}

    /** Plays a clip once, if the pet has it. Its state is still told, by its bubble or its badge. */
    static void play(PetPackage pet, Pose pose, PetAnimationState clip, Step step) {
        Clip played = pet.clips().get(clip.id());
        if (played == null) {
            return;
        }
        long millis = played.frames().stream().mapToLong(Clip.Frame::millis).sum();
        pose.situation = pose.situation.withGesture(clip, step.now);
        pose.gestureUntil = step.now + Math.max(200, millis) * NANOS_PER_MILLI;
        step.wakeAt(pose.gestureUntil);
    }

    /** Plays what the pet declares for coming back; else it waves, unless it is to be still. */
    static void greet(PetPackage pet, Pose pose, boolean still, Step step) {
        PetAnimationState own = pet.interactions().reactions().get(Trigger.WAKE);
        if (own != null) {
            play(pet, pose, own, step);
        }
        if (own != null || still) {
            return;
        }
        pose.situation = pose.situation.withGesture(PetAnimationState.WAVING, step.now);
        pose.gestureUntil = step.now + GREETING_NANOS;
        step.wakeAt(pose.gestureUntil);
    }

    /** Says a line. */
    static void say(Bubble bubble, StatusSign sign, String title, Step step) {
        bubble.saying = BubbleText.of(sign, title, null);
        bubble.sayingUntil = step.now + READING_NANOS + title.length() * LETTER_NANOS;
        step.wakeAt(bubble.sayingUntil);
    }
}
