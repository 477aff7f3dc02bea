package dev.perch.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The central directory of a zip in memory, checked against the local headers. It alone says what is in the zip. Offsets
 * and flags are those of APPNOTE 6.3 sections 4.3.7, 4.3.12 and 4.3.16.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_EXTRA = 1;
    private static final int DESCRIPTOR_FLAG = 1 << 3;
    private static final int ENCRYPTION_FLAGS = 1 | 1 << 6 | 1 << 13;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final long WIDE = 0xffffffffL;
    private static final String REMEDY = "pack it again as an ordinary zip";

    private final ByteBuffer in;
    private final PackageLimits limits;

    /**
     * A file in the zip.
     *
     * @param name checked, relative, with slashes
     * @param deflated else stored
     * @param crc of the inflated bytes
     * @param start of its data
     * @param packed bytes of its data
     * @param size inflated
     */
    record Entry(String name, boolean deflated, int crc, int start, int packed, int size) {}

    private record Central(String name, int flags, int method, int crc, long packed, long size, long local) {}

    private record Span(long from, long to) {}

    private ZipDirectory(byte[] zip, PackageLimits limits) {
        this.in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
    }

    /** The files of a zip, folders left out. */
    static List<Entry> read(byte[] zip, PackageLimits limits) throws Refusal {
        return new ZipDirectory(zip, limits).read();
    }

    private List<Entry> read() throws Refusal {
        int end = findEnd();
        int count = u16(end + 10);
        long size = u32(end + 12);
        long start = u32(end + 16);
        boolean zip64 = count == 0xffff || size == WIDE || start == WIDE;
        if (zip64 || (end >= 20 && in.getInt(end - 20) == ZIP64_LOCATOR)) {
            throw odd("uses zip64");
        }
        if (u16(end + 4) != 0 || u16(end + 6) != 0 || u16(end + 8) != count) {
            throw odd("is one disk of several");
        }
        if (start + size != end) {
            throw odd("has a directory that is not where it says");
        }
        if (count > limits.entries()) {
            throw new Refusal("", "has more than " + limits.entries() + " entries", "pack the pet alone");
        }
        return entries((int) start, end, count);
    }

    private int findEnd() throws Refusal {
        int last = in.limit() - END_BYTES;
        for (int at = last; at >= 0 && at >= last - limits.trailingBytes(); at--) {
            if (in.getInt(at) == END) {
                if (u16(at + 20) > in.limit() - at - END_BYTES) {
                    throw cut();
                }
                return at;
            }
        }
        if (in.limit() >= 4 && in.getInt(0) == LOCAL) {
            throw cut();
        }
        throw new Refusal("", "is not a zip", "give the folder or zip of a Codex pet");
    }

    private List<Entry> entries(int start, int end, int count) throws Refusal {
        List<Entry> entries = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        ZipNames names = new ZipNames(limits);
        long total = 0;
        int at = start;
        for (int i = 0; i < count; i++) {
            if (end - at < CENTRAL_BYTES || in.getInt(at) != CENTRAL) {
                throw odd("has a damaged directory");
            }
            Central central = central(at, end);
            names.add(central.name);
            Entry entry = local(central, start);
            spans.add(new Span(central.local, entry.start + (long) entry.packed));
            total += entry.size;
            if (total > limits.totalBytes()) {
                throw bomb("would unpack to more than " + SourceFiles.size(limits.totalBytes()));
            }
            if (!central.name.endsWith("/")) {
                entries.add(entry);
            }
            at += CENTRAL_BYTES + u16(at + 28) + u16(at + 30) + u16(at + 32);
        }
        if (at != end) {
            throw odd("has a damaged directory");
        }
        apart(spans);
        return entries;
    }

    private Central central(int at, int end) throws Refusal {
        int nameBytes = u16(at + 28);
        int extraBytes = u16(at + 30);
        if (end - at - CENTRAL_BYTES < nameBytes + extraBytes + u16(at + 32)) {
            throw odd("has a damaged directory");
        }
        String name = name(at + CENTRAL_BYTES, nameBytes);
        Central central = new Central(
                name, u16(at + 8), u16(at + 10), in.getInt(at + 16), u32(at + 20), u32(at + 24), u32(at + 42));
        if ((central.flags & ENCRYPTION_FLAGS) != 0) {
            throw odd("is encrypted");
        }
        if (central.method != STORED && central.method != DEFLATED) {
            throw odd("uses a packing method other than store and deflate");
        }
        if (u16(at + 34) != 0) {
            throw odd("is one disk of several");
        }
        boolean wide = central.packed == WIDE || central.size == WIDE || central.local == WIDE;
        if (wide || hasZip64Extra(at + CENTRAL_BYTES + nameBytes, extraBytes)) {
            throw odd("uses zip64");
        }
        kind(name, u16(at + 4) >> 8, in.getInt(at + 38));
        sizes(central);
        return central;
    }

    /** Host 3 is Unix and 19 macOS: they keep the file's kind in the upper half of the attributes. */
    private static void kind(String name, int host, int attributes) throws Refusal {
        int kind = attributes >>> 16 & 0xf000;
        int wanted = name.endsWith("/") ? 0x4000 : 0x8000;
        if ((host == 3 || host == 19) && kind != 0 && kind != wanted) {
            throw new Refusal(
                    "", "the entry " + SafePath.quote(name) + " in the zip is a link or a special file", REMEDY);
        }
    }

    private void sizes(Central central) throws Refusal {
        String entry = "the entry " + SafePath.quote(central.name) + " in the zip ";
        if (central.size > limits.entryBytes()) {
            throw bomb(entry + "would unpack to more than " + SourceFiles.size(limits.entryBytes()));
        }
        if (central.size > limits.ratioFloorBytes() && central.size > central.packed * limits.ratio()) {
            throw bomb(entry + "would unpack to more than " + limits.ratio() + " times its size");
        }
        if (central.method == STORED && central.size != central.packed) {
            throw odd("has a stored entry of two sizes");
        }
        if (central.name.endsWith("/") && central.size != 0) {
            throw odd("has a folder with content");
        }
    }

    private boolean hasZip64Extra(int from, int bytes) throws Refusal {
        for (int at = from; at < from + bytes; at += 4 + u16(at + 2)) {
            if (from + bytes - at < 4) {
                return false;
            }
            if (u16(at) == ZIP64_EXTRA) {
                return true;
            }
        }
        return false;
    }

    private Entry local(Central central, int directory) throws Refusal {
        long at = central.local;
        if (at + LOCAL_BYTES > directory || in.getInt((int) at) != LOCAL) {
            throw odd("has an entry that is not where it says");
        }
        int local = (int) at;
        long start = at + LOCAL_BYTES + u16(local + 26) + u16(local + 28);
        if (start + central.packed > directory) {
            throw odd("has an entry that is not where it says");
        }
        boolean same = name(local + LOCAL_BYTES, u16(local + 26)).equals(central.name)
                && u16(local + 6) == central.flags
                && u16(local + 8) == central.method;
        if (same && (central.flags & DESCRIPTOR_FLAG) == 0) {
            same = in.getInt(local + 14) == central.crc
                    && u32(local + 18) == central.packed
                    && u32(local + 22) == central.size;
        }
        if (!same) {
            throw odd("says one thing in its directory and another at the entry " + SafePath.quote(central.name));
        }
        return new Entry(central.name, central.method == DEFLATED, central.crc, (int) start, (int) central.packed, (int)
                central.size);
    }

    private static void apart(List<Span> spans) throws Refusal {
        spans.sort(Comparator.comparingLong(Span::from));
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from < spans.get(i - 1).to) {
                throw odd("has entries that overlap");
            }
        }
    }

    private String name(int at, int bytes) throws Refusal {
        if (bytes == 0 || bytes > in.limit() - at) {
            throw odd("has an entry without a name");
        }
        return new String(in.array(), at, bytes, StandardCharsets.ISO_8859_1);
    }

    private int u16(int at) throws Refusal {
        if (at < 0 || at + 2 > in.limit()) {
            throw cut();
        }
        return in.getShort(at) & 0xffff;
    }

    private long u32(int at) {
        return in.getInt(at) & WIDE;
    }

    private static Refusal odd(String what) {
        return new Refusal("", what, REMEDY);
    }

    private static Refusal bomb(String what) {
        return new Refusal("", what, "pack only pet.json and the sheet");
    }

    private static Refusal cut() {
        return new Refusal("", "is a zip that ends in the middle", "copy it again");
    }
}
