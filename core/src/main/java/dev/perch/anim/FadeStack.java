package dev.perch.anim;

import java.util.ArrayList;
import java.util.List;

/**
 * Pictures that give way to each other: the new one fades in over the old, and only when it is there does the old fade out
 * beneath, so that what both cover never gets see-through. A change in the middle of a fade lays one more on top and leaves
 * the others to go on. Times are nanoseconds and never go back. Allocates nothing while it fades.
 *
 * @param <T> a picture
 */
public final class FadeStack<T> {
    /** As many pictures lie on each other at most; then the next has to wait. */
    public static final int LAYERS = 4;

    private final long halfNanos;
    private final List<T> items = new ArrayList<>(LAYERS);
    private final long[] since = new long[LAYERS];

    /** @param nanos from the first trace of the new picture to the last of the old */
    public FadeStack(long nanos) {
        halfNanos = nanos / 2;
    }

    /** Shows that picture and nothing else, at once. */
    public void show(T item) {
        items.clear();
        items.add(item);
        since[0] = Long.MIN_VALUE / 2;
    }

    /**
     * Begins to fade to another picture.
     *
     * @return whether it did: not while too many are still fading
     */
    public boolean fadeTo(T item, long nowNanos) {
        drop(nowNanos);
        if (items.size() == LAYERS) {
            return false;
        }
        since[items.size()] = nowNanos;
        items.add(item);
        return true;
    }

    /** Forgets pictures that have faded out. */
    public void drop(long nowNanos) {
        while (items.size() > 1 && nowNanos >= since[1] + 2 * halfNanos) {
            items.remove(0);
            System.arraycopy(since, 1, since, 0, LAYERS - 1);
        }
    }

    /** Changes the newest picture itself: it moves on while it fades. */
    public void setTop(T item) {
        items.set(items.size() - 1, item);
    }

    /** The newest picture. */
    public T top() {
        return items.get(items.size() - 1);
    }

    /** How many pictures lie on each other. */
    public int size() {
        return items.size();
    }

    /** A picture, from 0 for the lowest. */
    public T item(int layer) {
        return items.get(layer);
    }

    /** How much of it is to be seen, 0 to 1. */
    public double alpha(int layer, long nowNanos) {
        double in = layer == 0 && since[0] < 0 ? 1 : Ease.smooth(progress(nowNanos - since[layer]));
        boolean newest = layer == items.size() - 1;
        return newest ? in : in * (1 - Ease.smooth(progress(nowNanos - since[layer + 1] - halfNanos)));
    }

    /** Whether one picture is to be seen, whole. */
    public boolean atRest(long nowNanos) {
        drop(nowNanos);
        return items.size() == 1 && alpha(0, nowNanos) == 1;
    }

    private double progress(long nanos) {
        return (double) nanos / halfNanos;
    }
}
