package dev.perch.render;

import java.nio.ByteBuffer;

/** A small picture in the making: premultiplied RGBA, rows from the top; one is used again and again. */
final class Ink {
    private ByteBuffer rgba = ByteBuffer.allocateDirect(64 * 64 * 4);
    private int width;
    private int height;

    /** Starts a clear picture of that size. */
    void clear(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        int bytes = newWidth * newHeight * 4;
        if (rgba.capacity() < bytes) {
            rgba = ByteBuffer.allocateDirect(bytes);
        }
        rgba.clear().limit(bytes);
        for (int i = 0; i < bytes; i += 4) {
            rgba.putInt(i, 0);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The pixels, from position 0. */
    ByteBuffer rgba() {
        return rgba;
    }

    /** A white pixel of that coverage, 0 to 255, to be tinted when drawn. */
    void white(int x, int y, int coverage) {
        rgba.putInt((y * width + x) * 4, coverage * 0x01010101);
    }

    /** A pixel of that colour, {@code 0xRRGGBBAA}, premultiplied. */
    void set(int x, int y, int colour) {
        this.rgba.putInt((y * width + x) * 4, colour);
    }

    /** Lays a colour over the pixel; {@code coverage} is 0 to 1. */
    void over(int x, int y, int colour, float coverage) {
        float alpha = coverage * (colour & 255) / 255;
        if (alpha <= 0) {
            return;
        }
        int at = (y * width + x) * 4;
        if (alpha >= 1) {
            rgba.putInt(at, colour);
            return;
        }
        for (int channel = 0; channel < 4; channel++) {
            float above = channel == 3 ? 255 : colour >>> (24 - 8 * channel) & 255;
            float below = rgba.get(at + channel) & 255;
            rgba.put(at + channel, (byte) Math.round(above * alpha + below * (1 - alpha)));
        }
    }
}
