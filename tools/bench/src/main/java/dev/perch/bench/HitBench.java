package dev.perch.bench;

import dev.perch.model.Sprite;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The hit test of one pixel of a sprite, beside a look into an array of as many booleans. */
@State(Scope.Thread)
public class HitBench {
    private static final int PRIME = 7919;

    private final Sprite sprite =
            Opened.pip().pet().clip("idle").frames().get(0).sprite();
    private final boolean[] plain = new boolean[sprite.width() * sprite.height()];
    private int at;

    /** Fills the array. */
    public HitBench() {
        for (int i = 0; i < plain.length; i++) {
            plain[i] = sprite.mask().solid(i % sprite.width(), i / sprite.width());
        }
    }

    /** The mask of the sprite. */
    @Benchmark
    public boolean mask() {
        int i = next();
        return sprite.mask().solid(i % sprite.width(), i / sprite.width());
    }

    /** The partner. */
    @Benchmark
    public boolean baselineArray() {
        int i = next();
        return plain[i / sprite.width() * sprite.width() + i % sprite.width()];
    }

    private int next() {
        at = (at + PRIME) % plain.length;
        return at;
    }
}
