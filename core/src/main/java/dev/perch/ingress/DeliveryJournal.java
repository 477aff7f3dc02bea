package dev.perch.ingress;

import dev.perch.files.AtomicFile;
import dev.perch.local.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The journal as a file of lines, of which a later one of a receipt replaces an earlier one. A last line that a crash tore is cut
 * off: nobody was told of it. For one thread.
 */
final class DeliveryJournal implements Journal, AutoCloseable {
    /** From here on it is written anew with what still counts. */
    static final long LONG_BYTES = 8L << 20;

    /** More than ten thousand receipts of each of some clients; a file of more is not one of Perch's. */
    private static final long MOST_BYTES = 256L << 20;

    private final Path file;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private FileChannel channel;
    private long end;
    private long written;

    private DeliveryJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens it, made where it is missing. @throws IOException when it cannot be opened, or a line in its midst is none */
    static DeliveryJournal open(Path file) throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            new AtomicFile(file, true).write(new byte[0]);
        }
        DeliveryJournal journal = new DeliveryJournal(file, channel(file));
        try {
            journal.read();
            return journal;
        } catch (IOException broken) {
            journal.close();
            throw new IOException(file + ": " + broken.getMessage(), broken);
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private void read() throws IOException {
        if (channel.size() > MOST_BYTES) {
            throw new IOException("it is too long");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // until all is there
        }
        bytes.flip();
        int row = 0;
        for (byte[] line = Lines.next(bytes); line != null; line = Lines.next(bytes)) {
            row++;
            keep(line, row, bytes.hasRemaining());
        }
        channel.truncate(end);
    }

    private void keep(byte[] line, int row, boolean more) throws IOException {
        Kept next;
        try {
            next = DeliveryLine.read(line);
        } catch (IOException bad) {
            if (more) {
                throw new IOException("line " + row + " cannot be read (" + bad.getMessage() + ")", bad);
            }
            return; // the last: torn
        }
        Kept before = kept.get(next.receipt().id());
        Order order = next.order() == null && before != null ? before.order() : next.order();
        kept.put(next.receipt().id(), new Kept(next.receipt(), order));
        end += line.length + 1;
    }

    @Override
    public List<Kept> recall() {
        List<Kept> all = List.copyOf(kept.values());
        kept.clear();
        return all;
    }

    @Override
    public void add(Receipt receipt, Order order) throws IOException {
        append(DeliveryLine.write(receipt, order));
    }

    @Override
    public void change(Receipt receipt) throws IOException {
        append(DeliveryLine.write(receipt, null));
    }

    /** What cannot be written whole is taken back, so that the line behind it is not spoilt. */
    private void append(byte[] line) throws IOException {
        try {
            write(line, end);
        } catch (IOException full) {
            channel.truncate(end);
            throw full;
        }
        end += line.length;
        written += line.length;
    }

    private void write(byte[] line, long at) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(line);
        while (left.hasRemaining()) {
            channel.write(left, at + left.position());
        }
        channel.force(false);
    }

    @Override
    public boolean isLong() {
        return end > LONG_BYTES && written > LONG_BYTES / 2;
    }

    @Override
    public void shorten(List<Kept> left) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Kept one : left) {
            lines.writeBytes(DeliveryLine.write(one.receipt(), one.order()));
        }
        new AtomicFile(file, true).write(lines.toByteArray());
        FileChannel next = channel(file);
        channel.close();
        channel = next;
        end = lines.size();
        written = 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
