package dev.perch.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One checked image at a time through the decode child, by way of a private folder. */
final class ChildDecoder {
    private static final int MIB = 1024 * 1024;

    private final DecodeProcess decoder;
    private final PackageLimits limits;
    private final Path work;

    /** @param work a folder that only this user can read */
    ChildDecoder(DecodeProcess decoder, PackageLimits limits, Path work) {
        this.decoder = decoder;
        this.limits = limits;
        this.work = work;
    }

    /** What is done with the child's output. */
    interface Use<R> {
        R of(RawSheet raw) throws IOException;
    }

    /** All pixels of an image. */
    Pixels decode(String file, SheetImage image) throws Refusal, IOException, InterruptedException {
        return decode(file, image, raw -> {
            byte[] rgba = new byte[image.width() * image.height() * 4];
            raw.read(rgba, image.height());
            return new Pixels(image.width(), image.height(), rgba);
        });
    }

    /** Decodes an image, hands its rows over, and leaves nothing behind. */
    <R> R decode(String file, SheetImage image, Use<R> use) throws Refusal, IOException, InterruptedException {
        Path in = Files.write(work.resolve("image"), image.clean());
        Path out = work.resolve("raster");
        DecodeProcess.Outcome outcome =
                decoder.run(ChildProtocol.DECODE, in, out, RawSheet.bytes(image), heapMiB(image));
        if (outcome != DecodeProcess.Outcome.DONE) {
            throw unreadable(file, outcome);
        }
        try (RawSheet raw = RawSheet.open(out, image, file)) {
            return use.of(raw);
        } finally {
            Files.delete(out);
            Files.delete(in);
        }
    }

    private int heapMiB(SheetImage image) {
        long needed =
                (long) image.width() * image.height() * image.decoderBytes() + 3L * image.clean().length + 32L * MIB;
        return needed <= (long) limits.childHeapMiB() * MIB ? limits.childHeapMiB() : limits.childLargeHeapMiB();
    }

    private Refusal unreadable(String file, DecodeProcess.Outcome outcome) {
        String why = switch (outcome) {
            case TIMED_OUT -> " (it took more than " + limits.childMillis() / 1000 + " s)";
            case OUT_OF_MEMORY -> " (it took too much memory)";
            case CRASHED, TOO_MUCH_OUTPUT -> " (its reader failed)";
            default -> "";
        };
        if (outcome == DecodeProcess.Outcome.NOT_STARTED) {
            return new Refusal(file, "cannot be decoded, for the decoder did not start", "install Perch again");
        }
        return new Refusal(file, "this pet's image could not be read" + why, "save the picture again as WebP or PNG");
    }
}
