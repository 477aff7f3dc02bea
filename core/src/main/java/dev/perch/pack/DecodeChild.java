package dev.perch.pack;

import java.awt.image.BufferedImage;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * The program of the decode child: the only place where an image decoder, native or not, meets a stranger's bytes.
 * Started by {@link DecodeProcess}; never run in Perch's own process. The codecs are found by ImageIO on its class path.
 */
final class DecodeChild {
    private DecodeChild() {}

    /** Runs one mode of {@link ChildProtocol} from standard input to standard output; the exit code is the verdict. */
    public static void main(String[] args) {
        int code;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        ImageIO.setUseCache(false);
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
            code = run(args[0], System.in, out);
        } catch (Throwable e) {
            code = exitCode(e);
        }
        System.exit(code);
    }

    /** ImageIO wraps what a reader throws; libwebp's binding throws this error, wordless, for damaged alpha too. */
    private static int exitCode(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError && cause.getMessage() != null) {
                return ChildProtocol.EXIT_MEMORY;
            }
        }
        return ChildProtocol.EXIT_UNREADABLE;
    }

    private static int run(String mode, InputStream in, OutputStream out) throws IOException {
        switch (mode) {
            case ChildProtocol.DECODE -> decodeAll(new DataInputStream(in), new DataOutputStream(out));
            case ChildProtocol.ENCODE -> encode(new DataInputStream(in), out);
            case ChildProtocol.PROBE -> {}
            default -> throw new IOException("no such mode");
        }
        return 0;
    }

    private static void decodeAll(DataInputStream in, DataOutputStream out) throws IOException {
        for (int first = in.read(); first >= 0; first = in.read()) {
            int rest = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            decode(in.readNBytes(first << 24 | rest), out);
        }
    }

    /** Decodes one image. @throws IOException when it is none */
    static void decode(byte[] file, DataOutputStream out) throws IOException {
        BufferedImage image = read(file);
        out.writeInt(ChildProtocol.MAGIC);
        out.writeInt(image.getWidth());
        out.writeInt(image.getHeight());
        byte[] row = new byte[image.getWidth() * 4];
        for (int y = 0; y < image.getHeight(); y++) {
            row(image, y, row);
            out.write(row);
        }
        out.flush();
    }

    private static BufferedImage read(byte[] file) throws IOException {
        if (GifSheet.isGif(file)) {
            return sheet(file);
        }
        String format = file.length > 0 && file[0] == 'R' ? "webp" : "png";
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IOException("no reader");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, false, true);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** All pictures of a GIF, as {@link GifSheet} has them. */
    private static BufferedImage sheet(byte[] file) throws IOException {
        List<TimedPixels> frames;
        try {
            frames = GifReader.read("", file, PackageLimits.standard());
        } catch (Refusal damaged) {
            throw new IOException(damaged);
        }
        int columns = GifSheet.columns(frames.size());
        int width = frames.get(0).pixels().width();
        int height = frames.get(0).pixels().height();
        BufferedImage sheet =
                new BufferedImage(columns * width, GifSheet.rows(frames.size()) * height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < frames.size(); i++) {
            byte[] rgba = frames.get(i).pixels().rgba();
            for (int y = 0; y < height; y++) {
                int[] row = pixels(rgba, y * width * 4, width);
                sheet.getRaster().setDataElements(i % columns * width, i / columns * height + y, width, 1, row);
            }
        }
        return sheet;
    }

    private static int[] pixels(byte[] rgba, int from, int count) {
        int[] pixels = new int[count];
        for (int x = 0; x < count; x++) {
            int at = from + x * 4;
            pixels[x] = (rgba[at + 3] & 0xff) << 24
                    | (rgba[at] & 0xff) << 16
                    | (rgba[at + 1] & 0xff) << 8
                    | (rgba[at + 2] & 0xff);
        }
        return pixels;
    }

    /* BufferedImage.getRGB would convert grey from linear light, so samples are taken as they stand in the file. */
    private static void row(BufferedImage image, int y, byte[] row) throws IOException {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        if (image.isAlphaPremultiplied()) {
            throw new IOException("premultiplied");
        }
        if (image.getColorModel() instanceof DirectColorModel colors) {
            int[] pixels = (int[]) raster.getDataElements(0, y, width, 1, null);
            for (int x = 0; x < width; x++) {
                put(row, x, colors.hasAlpha() ? pixels[x] : pixels[x] | 0xff000000);
            }
        } else if (image.getColorModel() instanceof IndexColorModel colors) {
            int[] indices = raster.getSamples(0, y, width, 1, 0, (int[]) null);
            for (int x = 0; x < width; x++) {
                put(row, x, colors.getRGB(indices[x]));
            }
        } else {
            samples(raster, y, row);
        }
    }

    private static void samples(Raster raster, int y, byte[] row) {
        int bands = raster.getNumBands();
        int[] samples = raster.getPixels(0, y, raster.getWidth(), 1, (int[]) null);
        boolean wide = raster.getSampleModel().getSampleSize(0) == 16;
        for (int x = 0; x < raster.getWidth(); x++) {
            int at = x * bands;
            int r = eight(samples[at], wide);
            int g = bands < 3 ? r : eight(samples[at + 1], wide);
            int b = bands < 3 ? r : eight(samples[at + 2], wide);
            int a = bands % 2 == 0 ? eight(samples[at + bands - 1], wide) : 255;
            put(row, x, a << 24 | r << 16 | g << 8 | b);
        }
    }

    private static int eight(int sample, boolean wide) {
        return wide ? (sample * 255 + 32_767) / 65_535 : sample;
    }

    private static void put(byte[] row, int x, int argb) {
        row[x * 4] = (byte) (argb >> 16);
        row[x * 4 + 1] = (byte) (argb >> 8);
        row[x * 4 + 2] = (byte) argb;
        row[x * 4 + 3] = (byte) (argb >>> 24);
    }

    private static void encode(DataInputStream in, OutputStream out) throws IOException {
        int width = in.readInt();
        int height = in.readInt();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        byte[] row = new byte[width * 4];
        int[] pixels = new int[width];
        for (int y = 0; y < height; y++) {
            in.readFully(row);
            for (int x = 0; x < width; x++) {
                int a = row[x * 4 + 3] & 0xff;
                int rgb = (row[x * 4] & 0xff) << 16 | (row[x * 4 + 1] & 0xff) << 8 | (row[x * 4 + 2] & 0xff);
                pixels[x] = a == 0 ? 0 : a << 24 | rgb;
            }
            image.getRaster().setDataElements(0, y, width, 1, pixels);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("webp").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType("Lossless");
        exact(how);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        bytes.writeTo(out);
        out.flush();
    }

    /**
     * Without it libwebp gives fully transparent pixels whatever colour is cheapest. Its binding is on the path of this
     * child alone, so Perch is not compiled against it.
     */
    private static void exact(ImageWriteParam how) throws IOException {
        try {
            how.getClass().getMethod("setExact", boolean.class).invoke(how, true);
        } catch (ReflectiveOperationException e) {
            throw new IOException("no exact mode", e);
        }
    }
}
