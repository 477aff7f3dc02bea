package dev.perch.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads still and animated WebP: takes the frames out as stills, which the decode child reads, and lays them together. */
final class WebpFrames {
    private static final int FRAME_HEADER = 16;

    private final String where;
    private final byte[] file;
    private final ByteBuffer in;
    private final PackageLimits limits;

    private WebpFrames(String where, byte[] file, PackageLimits limits) {
        this.where = where;
        this.file = file;
        this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
    }

    /** All pictures of a file. */
    static List<TimedPixels> read(String where, byte[] file, PackageLimits limits, ChildDecoder child)
            throws Refusal, IOException, InterruptedException {
        SheetImage image = SheetCheck.film(where, file, limits);
        if (image.still()) {
            return List.of(new TimedPixels(child.decode(where, image), 0));
        }
        return new WebpFrames(where, file, limits).frames(image, child);
    }

    private List<TimedPixels> frames(SheetImage image, ChildDecoder child)
            throws Refusal, IOException, InterruptedException {
        FrameCanvas canvas = new FrameCanvas(image.width(), image.height());
        List<TimedPixels> frames = new ArrayList<>();
        for (int at = 12; at + 8 <= file.length; ) {
            int length = in.getInt(at + 4);
            if (SheetCheck.tag(file, at).equals("ANMF")) {
                canvas.extent.checkRoom(where, frames.size(), limits);
                frames.add(frame(at + 8, length, canvas, child));
            }
            at += 8 + length + (length & 1);
        }
        return frames;
    }

    private TimedPixels frame(int body, int length, FrameCanvas canvas, ChildDecoder child)
            throws Refusal, IOException, InterruptedException {
        int x = int24(body) * 2;
        int y = int24(body + 3) * 2;
        int width = int24(body + 6) + 1;
        int height = int24(body + 9) + 1;
        int millis = int24(body + 12);
        int flags = file[body + 15];
        SheetImage still = SheetCheck.check(where, still(body, length, width, height), limits);
        if (!canvas.extent.holds(x, y, width, height) || still.width() != width || still.height() != height) {
            throw new Refusal(where, "is an animated WebP with a frame of the wrong size", "save it again");
        }
        FrameCanvas.After after = (flags & 1) != 0 ? FrameCanvas.After.CLEAR : FrameCanvas.After.KEEP;
        return new TimedPixels(canvas.show(child.decode(where, still), x, y, (flags & 2) == 0, after), millis);
    }

    /** A frame as a file of its own. */
    private byte[] still(int body, int length, int width, int height) {
        byte[] data = Arrays.copyOfRange(file, body + FRAME_HEADER, body + length);
        boolean alpha = data.length > 4 && SheetCheck.tag(data, 0).equals("ALPH");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("RIFFsizeWEBP".getBytes(StandardCharsets.US_ASCII));
        if (alpha) {
            ByteBuffer header = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
            header.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x10);
            header.putShort((short) (width - 1)).put((byte) (width - 1 >> 16));
            header.putShort((short) (height - 1)).put((byte) (height - 1 >> 16));
            out.writeBytes(header.array());
        }
        out.writeBytes(data);
        byte[] bytes = out.toByteArray();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
        return bytes;
    }

    private int int24(int at) {
        return (in.getShort(at) & 0xffff) | (file[at + 2] & 0xff) << 16;
    }
}
