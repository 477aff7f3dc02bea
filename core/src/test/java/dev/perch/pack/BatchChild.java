package dev.perch.pack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * A decode child for campaigns: it decodes many images the way {@link DecodeChild} does, in one process, so that a hundred
 * thousand are feasible. Images come after their length, each is answered by a byte.
 */
final class BatchChild {
    static final byte READ = 1;
    static final byte UNREADABLE = 2;

    /** The verdict of the parent on an image at which the child crashed or hung. */
    static final byte KILLED = 3;

    /** The verdict on a throwable that {@link DecodeChild} would only survive by its catch-all. */
    static final byte UNCHECKED = 4;

    private static final int SECONDS_A_BATCH = 120;

    private BatchChild() {}

    public static void main(String[] args) throws IOException {
        ImageIO.setUseCache(false);
        DataInputStream in = new DataInputStream(System.in);
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            while (true) {
                out.write(verdict(in.readNBytes(in.readInt())));
            }
        } catch (EOFException e) {
            System.exit(0);
        }
    }

    private static byte verdict(byte[] file) {
        try {
            DecodeChild.decode(file, new DataOutputStream(OutputStream.nullOutputStream()));
            return READ;
        } catch (IOException e) {
            return UNREADABLE;
        } catch (RuntimeException | OutOfMemoryError e) {
            return UNCHECKED;
        }
    }

    /** Runs images through as many children as it takes; one verdict for each. */
    static byte[] verdicts(List<byte[]> images, Path folder) throws Exception {
        byte[] all = new byte[images.size()];
        int done = 0;
        while (done < images.size()) {
            byte[] some = run(images.subList(done, images.size()), folder);
            System.arraycopy(some, 0, all, done, some.length);
            done += some.length;
            if (done < images.size()) {
                all[done++] = KILLED;
            }
        }
        return all;
    }

    private static byte[] run(List<byte[]> images, Path folder) throws Exception {
        Path in = folder.resolve("in");
        Path out = folder.resolve("out");
        try (DataOutputStream data = new DataOutputStream(Files.newOutputStream(in))) {
            for (byte[] image : images) {
                data.writeInt(image.length);
                data.write(image);
            }
        }
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        words.addAll(List.of("-Djava.awt.headless=true", "-Djava.io.tmpdir=" + folder, "-cp"));
        words.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")) + ":"
                + String.join(
                        ":",
                        Decoders.setup().classPath().stream()
                                .map(Path::toString)
                                .toList()));
        words.add(BatchChild.class.getName());
        Process child = new ProcessBuilder(words)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            child.waitFor(SECONDS_A_BATCH, TimeUnit.SECONDS);
        } finally {
            child.destroyForcibly().waitFor();
        }
        byte[] said = Files.readAllBytes(out);
        return Arrays.copyOf(said, Math.min(said.length, images.size()));
    }
}
