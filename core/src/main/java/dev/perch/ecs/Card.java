package dev.perch.ecs;

import dev.perch.anim.Fade;
import dev.perch.anim.Morph;
import dev.perch.anim.Spring;
import dev.perch.model.BubbleSide;
import dev.perch.render.BubbleLayout;
import dev.perch.render.BubblePose;
import dev.perch.render.BubbleTail;
import org.jspecify.annotations.Nullable;

/**
 * The card on show, which follows the one that a pet wishes for: it comes and goes softly, its words give way to others, it
 * grows and shrinks with them, and on another side of the pet it comes anew. Places are counted from the pet's cell, which a
 * window that changes its size moves.
 */
final class Card {
    /** A new card is there after a sixth of a second: soon enough to be read, slow enough to be noticed. */
    private static final long IN_NANOS = 160_000_000;

    private static final long OUT_NANOS = 120_000_000;
    private static final long WORDS_IN_NANOS = 110_000_000;
    private static final long WORDS_OUT_NANOS = 70_000_000;

    /** How far a card rises out of the pet's head, in logical pixels. */
    private static final float RISE = 8;

    /** How it is drawn; written by {@link #pose}. */
    final BubblePose pose = new BubblePose();

    private final Fade presence = new Fade(IN_NANOS, OUT_NANOS);
    private final Fade words = new Fade(WORDS_IN_NANOS, WORDS_OUT_NANOS);
    private final Morph morph = new Morph();
    private final Spring scroll = new Spring(24, 1, 0.4);

    /** Whose words are on show; null: no card is. */
    private @Nullable BubbleLayout said;

    /** Whose shape it takes. */
    private @Nullable BubbleLayout shape;

    private @Nullable BubbleSide side;
    private @Nullable BubbleLayout wanted;
    private @Nullable BubbleSide wantedSide;
    private int wantedLeft;
    private int wantedTop;
    private int wantedTip;
    private int left;
    private int top;
    private int tip;

    /** What is drawn, or null. */
    @Nullable
    BubbleLayout said() {
        return said;
    }

    /** Whether it changes by itself. */
    boolean moves(long now) {
        return !(presence.atRest(now) && words.atRest(now) && morph.atRest(now) && scroll.atRest(now));
    }

    /** Brings it to that time, with the wishes of the last step. */
    void advance(long now) {
        if (said != null && !presence.in() && presence.atRest(now)) {
            said = null;
            appear(presence.endNanos());
        } else if (said != null && !words.in() && words.atRest(now)) {
            said = shape;
            words.turn(words.endNanos(), true);
        }
    }

    /** Takes in what is wished for from now on. */
    void wish(Bubble bubble, Position pet, long now) {
        wanted = bubble.layout;
        wantedSide = bubble.side;
        wantedLeft = bubble.x - pet.x;
        wantedTop = bubble.y - pet.y;
        wantedTip = wantedLeft + bubble.tailX;
        if (said == null) {
            appear(now);
        } else if (wanted == null || wantedSide != side) {
            presence.turn(now, false);
        } else {
            presence.turn(now, true);
            turn(wanted, now);
            follow();
        }
        scroll.retarget(now, bubble.scroll);
    }

    /** Is what is wished for, at once. */
    void still(Bubble bubble, Position pet) {
        said = null;
        wish(bubble, pet, 0);
        presence.rest(said != null);
        scroll.rest(bubble.scroll);
    }

    private void appear(long at) {
        said = wanted;
        shape = wanted;
        side = wantedSide;
        presence.rest(false);
        presence.turn(at, wanted != null);
        words.rest(true);
        morph.still();
        follow();
    }

    private void turn(BubbleLayout next, long now) {
        BubbleLayout before = shape;
        if (before == null || next == before) {
            return;
        }
        shape = next;
        boolean sameWords = before.text().equals(next.text()) && before.open() == next.open();
        if (sameWords && said == before) {
            said = next;
        } else {
            words.turn(now, false);
        }
        morph.shift(
                now,
                wantedLeft - left,
                wantedTop - top,
                next.width() - before.width(),
                next.height() - before.height());
    }

    private void follow() {
        left = wantedLeft;
        top = wantedTop;
        tip = wantedTip;
    }

    /**
     * Writes how it is drawn.
     *
     * @return whether that is another picture than before
     */
    boolean pose(Position pet, float contentScale, long now) {
        BubbleLayout target = shape;
        if (said == null || target == null) {
            return false;
        }
        double shown = presence.value(now);
        double rise = (1 - shown) * RISE * contentScale;
        int x = (int) Math.round(pet.x + left + morph.left(now) + rise * riseX());
        int y = (int) Math.round(pet.y + top + morph.top(now) + rise * riseY());
        int width = (int) Math.round(target.width() + morph.width(now));
        int height = (int) Math.round(target.height() + morph.height(now));
        int scrolled = (int) Math.round(scroll.value(now));
        int tailX = pet.x + tip - x;
        float alpha = (float) shown;
        float saying = (float) words.value(now);
        boolean other = pose.x != x
                || pose.y != y
                || pose.width != width
                || pose.height != height
                || pose.scroll != scrolled
                || pose.tailX != tailX
                || pose.alpha != alpha
                || pose.words != saying;
        pose.x = x;
        pose.y = y;
        pose.width = width;
        pose.height = height;
        pose.scroll = scrolled;
        pose.tail = tail();
        pose.tailX = tailX;
        pose.alpha = alpha;
        pose.words = saying;
        return other;
    }

    private int riseX() {
        return side == BubbleSide.RIGHT ? -1 : side == BubbleSide.LEFT ? 1 : 0;
    }

    private int riseY() {
        return side == BubbleSide.ABOVE ? 1 : side == BubbleSide.BELOW ? -1 : 0;
    }

    private BubbleTail tail() {
        return side == BubbleSide.ABOVE ? BubbleTail.DOWN : side == BubbleSide.BELOW ? BubbleTail.UP : BubbleTail.NONE;
    }
}
