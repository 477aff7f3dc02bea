package dev.perch.runtime;

import dev.perch.model.Clip;
import dev.perch.model.Page;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.Sprite;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * A small moving picture of a pet: its idle frames side by side.
 *
 * @param width of one frame, in pixels
 * @param height of one frame
 * @param millis for how long each is shown
 * @param rgba premultiplied, rows from the top
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record Preview(int width, int height, int[] millis, ByteBuffer rgba) {
    private static final int CHANNELS = 4;

    /** More would not fit side by side on a texture; no Codex row has more. */
    private static final int MOST_FRAMES = 8;

    /**
     * Reads what it needs of a sealed pet's pages, and no more. Not on the render thread.
     *
     * @throws IOException when a page cannot be read
     */
    public static Preview of(PetPackage pet, int width, int height) throws IOException {
        List<Clip.Frame> all = pet.clip(PetAnimationState.IDLE.id()).frames();
        List<Clip.Frame> frames = all.subList(0, Math.min(MOST_FRAMES, all.size()));
        ByteBuffer strip = ByteBuffer.allocateDirect(frames.size() * width * height * CHANNELS);
        int[] millis = new int[frames.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = frames.get(i).millis();
            Sprite sprite = frames.get(i).sprite();
            if (sprite.width() > 0 && sprite.height() > 0) {
                new Scaling(pet, sprite, ink(pet.pages().get(sprite.page()), sprite))
                        .into(strip, i * width, millis.length * width, width, height);
            }
        }
        return new Preview(width, height, millis, strip);
    }

    /** Which frame is on show at that time. */
    public int frameAt(long elapsedMillis, int slowdown) {
        long left = elapsedMillis % (total() * slowdown);
        int frame = 0;
        while (frame < millis.length - 1 && left >= (long) millis[frame] * slowdown) {
            left -= (long) millis[frame] * slowdown;
            frame++;
        }
        return frame;
    }

    /** When that frame gives way to another, in milliseconds from the same moment. */
    public long changeAfter(long elapsedMillis, int slowdown) {
        long pass = total() * slowdown;
        long end = elapsedMillis / pass * pass;
        for (int each : millis) {
            end += (long) each * slowdown;
            if (end > elapsedMillis) {
                return end;
            }
        }
        return end;
    }

    private long total() {
        long total = 0;
        for (int each : millis) {
            total += each;
        }
        return Math.max(1, total);
    }

    private static byte[] ink(Page page, Sprite sprite) throws IOException {
        int row = sprite.width() * CHANNELS;
        byte[] ink = new byte[row * sprite.height()];
        try (FileChannel file = FileChannel.open(page.file())) {
            for (int y = 0; y < sprite.height(); y++) {
                ByteBuffer into = ByteBuffer.wrap(ink, y * row, row);
                long at = ((long) (sprite.y() + y) * page.width() + sprite.x()) * CHANNELS;
                while (into.hasRemaining()) {
                    int got = file.read(into, at);
                    if (got < 0) {
                        throw new IOException(page.file() + " is shorter than its page");
                    }
                    at += got;
                }
            }
        }
        return ink;
    }

    /** One sprite brought to the size of a frame: each pixel is the mean of the area that it covers. */
    private record Scaling(PetPackage pet, Sprite sprite, byte[] ink) {
        void into(ByteBuffer strip, int left, int stripWidth, int width, int height) {
            double stepX = (double) pet.cellWidth() / width;
            double stepY = (double) pet.cellHeight() / height;
            double[] sum = new double[CHANNELS];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    add(sum, x * stepX - sprite.offsetX(), y * stepY - sprite.offsetY(), stepX, stepY);
                    int at = (y * stripWidth + left + x) * CHANNELS;
                    for (int c = 0; c < CHANNELS; c++) {
                        strip.put(at + c, (byte) Math.min(255, Math.round(sum[c] / (stepX * stepY))));
                        sum[c] = 0;
                    }
                }
            }
        }

        private void add(double[] sum, double fromX, double fromY, double wide, double high) {
            int endY = (int) Math.min(sprite.height(), Math.ceil(fromY + high));
            int endX = (int) Math.min(sprite.width(), Math.ceil(fromX + wide));
            for (int y = (int) Math.max(0, Math.floor(fromY)); y < endY; y++) {
                double shareY = Math.min(y + 1, fromY + high) - Math.max(y, fromY);
                for (int x = (int) Math.max(0, Math.floor(fromX)); x < endX; x++) {
                    double share = shareY * (Math.min(x + 1, fromX + wide) - Math.max(x, fromX));
                    int at = (y * sprite.width() + x) * CHANNELS;
                    for (int c = 0; c < CHANNELS; c++) {
                        sum[c] += share * (ink[at + c] & 255);
                    }
                }
            }
        }
    }
}
