package dev.perch.render;

import com.badlogic.gdx.graphics.GL20;

/** How a drawn row meets the picture under it: OpenGL's blend function, sums in 8 bits as a framebuffer has them. */
final class Blend {
    private boolean enabled = true;
    private int srcColor = GL20.GL_SRC_ALPHA;
    private int dstColor = GL20.GL_ONE_MINUS_SRC_ALPHA;
    private int srcAlpha = GL20.GL_SRC_ALPHA;
    private int dstAlpha = GL20.GL_ONE_MINUS_SRC_ALPHA;

    void enable(boolean on) {
        enabled = on;
    }

    boolean enabled() {
        return enabled;
    }

    void set(int sourceColor, int targetColor, int sourceAlpha, int targetAlpha) {
        srcColor = checked(sourceColor);
        dstColor = checked(targetColor);
        srcAlpha = checked(sourceAlpha);
        dstAlpha = checked(targetAlpha);
    }

    int srcColor() {
        return srcColor;
    }

    int dstColor() {
        return dstColor;
    }

    int srcAlpha() {
        return srcAlpha;
    }

    int dstAlpha() {
        return dstAlpha;
    }

    private static int checked(int factor) {
        if (factor == GL20.GL_ZERO
                || factor == GL20.GL_ONE
                || (factor >= GL20.GL_SRC_COLOR && factor <= GL20.GL_ONE_MINUS_DST_COLOR)) {
            return factor;
        }
        throw new IllegalArgumentException("blend factor 0x" + Integer.toHexString(factor)
                + " is not supported: use zero, one, or one of source and target colour and alpha");
    }

    /** Blends {@code row[0..n)} into {@code target} from {@code at} on. */
    void row(int[] row, int n, int[] target, int at) {
        if (!enabled || is(GL20.GL_ONE, GL20.GL_ZERO)) {
            System.arraycopy(row, 0, target, at, n);
        } else if (is(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA)) {
            premultiplied(row, n, target, at);
        } else {
            any(row, n, target, at);
        }
    }

    private boolean is(int source, int target) {
        return srcColor == source && srcAlpha == source && dstColor == target && dstAlpha == target;
    }

    private static void premultiplied(int[] row, int n, int[] target, int at) {
        for (int i = 0; i < n; i++) {
            int s = row[i];
            if (s >>> 24 == 255) {
                target[at + i] = s;
            } else if (s != 0) {
                target[at + i] = over(s, target[at + i]);
            }
        }
    }

    /** Two channels at a time. */
    private static int over(int s, int d) {
        int rest = 255 - (s >>> 24);
        int even = (s & 0xff00ff) + pairOver255((d & 0xff00ff) * rest);
        int odd = (s >>> 8 & 0xff00ff) + pairOver255((d >>> 8 & 0xff00ff) * rest);
        if (((even | odd) & 0x1000100) != 0) {
            even |= (even >>> 8 & 0x10001) * 255;
            odd |= (odd >>> 8 & 0x10001) * 255;
        }
        return even & 0xff00ff | (odd & 0xff00ff) << 8;
    }

    private static int pairOver255(int products) {
        int t = products + 0x800080;
        return t + (t >>> 8 & 0xff00ff) >>> 8 & 0xff00ff;
    }

    private void any(int[] row, int n, int[] target, int at) {
        for (int i = 0; i < n; i++) {
            int s = row[i];
            int d = target[at + i];
            target[at + i] = channel(s, d, 24, srcAlpha, dstAlpha)
                    | channel(s, d, 16, srcColor, dstColor)
                    | channel(s, d, 8, srcColor, dstColor)
                    | channel(s, d, 0, srcColor, dstColor);
        }
    }

    private static int channel(int s, int d, int shift, int sourceFactor, int targetFactor) {
        int source = Argb.over255((s >>> shift & 255) * factor(sourceFactor, s, d, shift));
        int target = Argb.over255((d >>> shift & 255) * factor(targetFactor, s, d, shift));
        return Math.min(255, source + target) << shift;
    }

    /** 0 to 255. */
    private static int factor(int factor, int s, int d, int shift) {
        return switch (factor) {
            case GL20.GL_ZERO -> 0;
            case GL20.GL_ONE -> 255;
            case GL20.GL_SRC_COLOR -> s >>> shift & 255;
            case GL20.GL_ONE_MINUS_SRC_COLOR -> 255 - (s >>> shift & 255);
            case GL20.GL_SRC_ALPHA -> s >>> 24;
            case GL20.GL_ONE_MINUS_SRC_ALPHA -> 255 - (s >>> 24);
            case GL20.GL_DST_COLOR -> d >>> shift & 255;
            case GL20.GL_ONE_MINUS_DST_COLOR -> 255 - (d >>> shift & 255);
            case GL20.GL_DST_ALPHA -> d >>> 24;
            case GL20.GL_ONE_MINUS_DST_ALPHA -> 255 - (d >>> 24);
            default -> throw new AssertionError(factor);
        };
    }
}
