package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.GL20;
import dev.perch.model.AlphaMask;
import java.nio.ByteBuffer;

/**
 * What is drawn of a picture, read back from it: a window that no compositor blends is cut to that, since its other pixels
 * would be black. Whatever is drawn is in it, be it tilted, squashed or half faded; what is fainter than ink, such as a
 * shadow, is not. Render thread only; needed on such desktops alone.
 */
final class DrawnRegion {
    private static final int BYTES = 4;
    private static final int ALPHA = 3;

    private final Rectangles region = new Rectangles();
    private ByteBuffer pixels = ByteBuffer.allocateDirect(0);
    private byte[] row = new byte[0];

    /** Reads the picture under way, which is that large. The region is good until the next call. */
    Rectangles read(GL20 gl, int width, int height) {
        if (pixels.capacity() < width * height * BYTES) {
            pixels = ByteBuffer.allocateDirect(width * height * BYTES);
        }
        if (row.length < width * BYTES) {
            row = new byte[width * BYTES];
        }
        pixels.clear();
        gl.glReadPixels(0, 0, width, height, GL20.GL_RGBA, GL20.GL_UNSIGNED_BYTE, pixels);
        region.clear();
        for (int y = 0; y < height; y++) {
            pixels.get((height - 1 - y) * width * BYTES, row, 0, width * BYTES);
            addRow(y, width);
        }
        return region;
    }

    private void addRow(int y, int width) {
        int from = 0;
        for (int x = 0; x <= width; x++) {
            boolean ink = x < width && (row[x * BYTES + ALPHA] & 0xff) >= AlphaMask.SOLID_ALPHA;
            if (!ink) {
                region.add(from, y, x - from, 1);
                from = x + 1;
            }
        }
    }
}
