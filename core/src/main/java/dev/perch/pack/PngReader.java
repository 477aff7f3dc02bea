package dev.perch.pack;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads PNG and APNG in plain Java, after {@link PngWalk} has checked the chunks. */
final class PngReader {
    private static final String SAVE = "save the picture again as PNG";
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private final String where;
    private final byte[] file;
    private final List<Part> parts = new ArrayList<>();
    private PngForm form = new PngForm(0, 0, 8, 6, false, new byte[0], new byte[0]);

    /** A picture of the file; {@code control} is where its fcTL chunk's body begins, or -1 for none. */
    private record Part(int control, List<int[]> data) {}

    private PngReader(String where, byte[] file) {
        this.where = where;
        this.file = file;
    }

    /** All pictures of the file: one for a still. */
    static List<TimedPixels> read(String where, byte[] file, PackageLimits limits) throws Refusal {
        new PngWalk(where, file, limits).parse();
        PngReader reader = new PngReader(where, file);
        reader.collect();
        return reader.pictures(limits);
    }

    private void collect() {
        ByteBuffer in = ByteBuffer.wrap(file);
        List<int[]> still = new ArrayList<>();
        boolean animated = false;
        Part part = null;
        for (int at = 8; at + 12 <= file.length; ) {
            int length = in.getInt(at);
            int body = at + 8;
            switch (SheetCheck.tag(file, at + 4)) {
                case "IHDR" -> header(in, body);
                case "PLTE" -> form = form(copy(body, length), form.alphas());
                case "tRNS" -> form = form(form.palette(), copy(body, length));
                case "acTL" -> animated = true;
                case "fcTL" -> {
                    part = length == 26 && animated ? new Part(body, new ArrayList<>()) : null;
                    if (part != null) {
                        parts.add(part);
                    }
                }
                case "IDAT" -> (part == null ? still : part.data).add(new int[] {body, length});
                case "fdAT" -> {
                    if (part != null && length > 4) {
                        part.data.add(new int[] {body + 4, length - 4});
                    }
                }
                default -> {}
            }
            at = body + length + 4;
        }
        if (parts.isEmpty()) {
            parts.add(new Part(-1, still));
        }
    }

    private void header(ByteBuffer in, int body) {
        form = new PngForm(
                in.getInt(body),
                in.getInt(body + 4),
                file[body + 8],
                file[body + 9],
                file[body + 12] == 1,
                new byte[0],
                new byte[0]);
    }

    private PngForm form(byte[] palette, byte[] alphas) {
        return new PngForm(form.width(), form.height(), form.bits(), form.color(), form.interlaced(), palette, alphas);
    }

    private byte[] copy(int body, int length) {
        return Arrays.copyOfRange(file, body, body + length);
    }

    private List<TimedPixels> pictures(PackageLimits limits) throws Refusal {
        if (parts.size() == 1 && parts.get(0).control < 0) {
            return List.of(new TimedPixels(decode(parts.get(0), form.width(), form.height()), 0));
        }
        FrameCanvas canvas = new FrameCanvas(form.width(), form.height());
        List<TimedPixels> out = new ArrayList<>();
        for (Part part : parts) {
            canvas.extent.checkRoom(where, out.size(), limits);
            out.add(frame(part, canvas));
        }
        return out;
    }

    private TimedPixels frame(Part part, FrameCanvas canvas) throws Refusal {
        ByteBuffer control = ByteBuffer.wrap(file, part.control, 26).slice();
        int width = control.getInt(4);
        int height = control.getInt(8);
        int x = control.getInt(12);
        int y = control.getInt(16);
        if (!canvas.extent.holds(x, y, width, height)) {
            throw new Refusal(where, "is an APNG with a frame outside of its canvas", SAVE);
        }
        int parts = control.getShort(22) & 0xffff;
        int denominator = parts == 0 ? 100 : parts;
        int millis = ((control.getShort(20) & 0xffff) * 1000 + denominator / 2) / denominator;
        FrameCanvas.After after = switch (control.get(24)) {
            case 1 -> FrameCanvas.After.CLEAR;
            case 2 -> FrameCanvas.After.RESTORE;
            default -> FrameCanvas.After.KEEP;
        };
        Pixels shown = canvas.show(decode(part, width, height), x, y, control.get(25) == 1, after);
        return new TimedPixels(shown, millis);
    }

    private Pixels decode(Part part, int width, int height) throws Refusal {
        byte[] out = new byte[width * height * 4];
        int[][] passes = form.interlaced() ? ADAM7 : new int[][] {{0, 0, 1, 1}};
        long size = 0;
        for (int[] pass : passes) {
            size += pass(pass, width, height);
        }
        byte[] raw = inflate(part.data, (int) Math.min(size, Integer.MAX_VALUE - 8));
        int from = 0;
        for (int[] pass : passes) {
            rows(raw, from, pass, width, height, out);
            from += (int) pass(pass, width, height);
        }
        return new Pixels(width, height, out);
    }

    private long pass(int[] pass, int width, int height) {
        int columns = columns(pass, width);
        int rows = (height - pass[1] + pass[3] - 1) / pass[3];
        return columns <= 0 || rows <= 0 ? 0 : (long) rows * (1 + form.rowBytes(columns));
    }

    private static int columns(int[] pass, int width) {
        return (width - pass[0] + pass[2] - 1) / pass[2];
    }

    private byte[] inflate(List<int[]> data, int size) throws Refusal {
        byte[] raw = new byte[size];
        int filled = 0;
        Inflater inflater = new Inflater();
        try {
            for (int[] part : data) {
                inflater.setInput(file, part[0], part[1]);
                int n = filled < size ? inflater.inflate(raw, filled, size - filled) : 0;
                filled += n;
            }
        } catch (DataFormatException e) {
            throw new Refusal(where, "is a PNG with data that cannot be inflated", SAVE);
        } finally {
            inflater.end();
        }
        if (filled < size) {
            throw new Refusal(where, "is a PNG that ends in the middle", "copy the picture again");
        }
        return raw;
    }

    private void rows(byte[] raw, int from, int[] pass, int width, int height, byte[] out) throws Refusal {
        int columns = columns(pass, width);
        int length = columns <= 0 ? 0 : form.rowBytes(columns);
        int at = from;
        for (int y = pass[1]; y < height && length > 0; y += pass[3]) {
            int filter = raw[at];
            if (filter < 0 || filter > 4) {
                throw new Refusal(where, "is a PNG with a filter that PNG does not have", SAVE);
            }
            unfilter(raw, at + 1, length, filter, y == pass[1]);
            form.row(raw, at + 1, columns, out, (y * width + pass[0]) * 4, pass[2]);
            at += length + 1;
        }
    }

    /* The row above has been unfiltered already; it lies length + 1 bytes before. */
    private void unfilter(byte[] raw, int at, int length, int filter, boolean first) {
        int step = form.step();
        int above = first ? -1 : at - length - 1;
        switch (filter) {
            case 1 -> {
                for (int i = step; i < length; i++) {
                    raw[at + i] += raw[at + i - step];
                }
            }
            case 2 -> {
                for (int i = 0; i < length && !first; i++) {
                    raw[at + i] += raw[above + i];
                }
            }
            case 3 -> {
                for (int i = 0; i < length; i++) {
                    int left = i < step ? 0 : raw[at + i - step] & 0xff;
                    int up = first ? 0 : raw[above + i] & 0xff;
                    raw[at + i] += (byte) (left + up >> 1);
                }
            }
            case 4 -> {
                for (int i = 0; i < length; i++) {
                    int left = i < step ? 0 : raw[at + i - step] & 0xff;
                    int up = first ? 0 : raw[above + i] & 0xff;
                    int corner = first || i < step ? 0 : raw[above + i - step] & 0xff;
                    raw[at + i] += (byte) paeth(left, up, corner);
                }
            }
            default -> {}
        }
    }

    /* The first two cases are the rule's own for flat ground, which most of a cell is, said sooner. */
    private static int paeth(int left, int up, int corner) {
        if (up == corner) {
            return left;
        }
        if (left == corner) {
            return up;
        }
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
