package dev.perch.pack;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checked images through the decode child, by way of a private folder. */
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
        R of(RawSheet raw) throws Refusal, IOException;
    }

    /** All pixels of an image. */
    Pixels decode(String file, SheetImage image) throws Refusal, IOException, InterruptedException {
        return decode(List.of(new Artwork.Chosen(file, image)), raw -> {
            byte[] rgba = new byte[image.width() * image.height() * 4];
            raw.next(image, file);
            raw.row(rgba);
            return new Pixels(image.width(), image.height(), rgba);
        });
    }

    /** Decodes images in one run, hands their rows over in their order, and leaves nothing behind. */
    <R> R decode(List<Artwork.Chosen> files, Use<R> use) throws Refusal, IOException, InterruptedException {
        Path in = work.resolve("images");
        Path out = work.resolve("rasters");
        try (DataOutputStream images =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(in), 1 << 16))) {
            for (Artwork.Chosen file : files) {
                images.writeInt(file.image().clean().length);
                images.write(file.image().clean());
            }
        }
        List<SheetImage> sizes = files.stream().map(Artwork.Chosen::image).toList();
        DecodeProcess.Outcome outcome =
                decoder.run(ChildProtocol.DECODE, in, out, RawSheet.bytes(sizes), heapMiB(sizes));
        if (outcome != DecodeProcess.Outcome.DONE) {
            throw unreadable(files.get(RawSheet.whole(out, sizes)).file(), outcome);
        }
        try (RawSheet raw = RawSheet.open(out, sizes, files.get(0).file())) {
            return use.of(raw);
        } finally {
            Files.delete(out);
            Files.delete(in);
        }
    }

    private int heapMiB(List<SheetImage> images) {
        long needed = images.stream()
                .mapToLong(image ->
                        (long) image.width() * image.height() * image.decoderBytes() + 3L * image.clean().length)
                .max()
                .orElse(0);
        return needed + 32L * MIB <= (long) limits.childHeapMiB() * MIB
                ? limits.childHeapMiB()
                : limits.childLargeHeapMiB();
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
