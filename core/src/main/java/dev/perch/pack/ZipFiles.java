package dev.perch.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The files of a zip, from a copy in memory. Every entry was inflated and checked once before any is given out. */
final class ZipFiles implements SourceFiles {
    private final byte[] zip;
    private final Set<String> manifests;
    private final Map<String, ZipDirectory.Entry> files = new LinkedHashMap<>();

    private ZipFiles(byte[] zip, Set<String> manifests) {
        this.zip = zip;
        this.manifests = manifests;
    }

    /**
     * Copies a zip and checks all of it.
     *
     * @param manifests names of files that show where in the zip a package begins
     */
    static ZipFiles open(Path path, Set<String> manifests, PackageLimits limits) throws Refusal, IOException {
        if (!Files.isRegularFile(path)) {
            String what = Files.exists(path) ? "is no plain file" : "there is no such file or folder";
            throw new Refusal("", what, "give the folder or zip of a Codex pet");
        }
        byte[] zip;
        try (InputStream in = Files.newInputStream(path)) {
            zip = SourceFiles.readAtMost(in, limits.archiveBytes(), "");
        } catch (NoSuchFileException e) {
            throw new Refusal("", "there is no such file", "check the path");
        }
        if (zip.length == 0) {
            throw new Refusal("", "is empty (0 bytes)", "copy it again");
        }
        ZipFiles files = new ZipFiles(zip, manifests);
        List<ZipDirectory.Entry> entries = ZipDirectory.read(zip, limits);
        for (ZipDirectory.Entry entry : entries) {
            files.inflate(entry);
        }
        files.take(entries);
        return files;
    }

    /** The package lies at the top, or in the one folder of the top. What macOS adds beside it does not count. */
    private void take(List<ZipDirectory.Entry> entries) throws Refusal {
        List<String> roots = entries.stream()
                .map(ZipDirectory.Entry::name)
                .filter(name -> !name.startsWith("__MACOSX/"))
                .filter(name -> isManifest(name.substring(name.lastIndexOf('/') + 1)))
                .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
                .distinct()
                .toList();
        String root = roots.contains("") ? "" : roots.isEmpty() ? onlyFolder(entries) : roots.get(0);
        boolean clear = roots.contains("") || (roots.size() <= 1 && root.indexOf('/') == root.lastIndexOf('/'));
        if (!clear) {
            throw new Refusal("", "has its pet.json too deep, or several of them", "pack one pet, pet.json at the top");
        }
        for (ZipDirectory.Entry entry : entries) {
            if (entry.name().startsWith(root)) {
                files.put(entry.name().substring(root.length()), entry);
            }
        }
    }

    /** The one folder of the top that all files are in; with several, or with files beside it, the top itself. */
    private static String onlyFolder(List<ZipDirectory.Entry> entries) {
        List<String> tops = entries.stream()
                .map(ZipDirectory.Entry::name)
                .filter(name -> !name.startsWith("__MACOSX/"))
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .distinct()
                .toList();
        return tops.size() == 1 ? tops.get(0) : "";
    }

    private boolean isManifest(String file) {
        return manifests.contains(file);
    }

    @Override
    public byte @Nullable [] read(SafePath path, int limit) throws Refusal {
        ZipDirectory.Entry entry = files.get(path.toString());
        if (entry == null) {
            return null;
        }
        if (entry.size() > limit) {
            throw new Refusal(path.toString(), "is larger than " + SourceFiles.size(limit), "make it smaller");
        }
        return inflate(entry);
    }

    @Override
    public List<SafePath> list(String below, PackageLimits limits) throws Refusal {
        List<SafePath> paths = new ArrayList<>();
        for (String name : new TreeSet<>(files.keySet())) {
            if (SourceFiles.isData(name) && name.startsWith(below) && !name.startsWith("__MACOSX/")) {
                paths.add(SafePath.parse("", name));
            }
        }
        return paths;
    }

    private byte[] inflate(ZipDirectory.Entry entry) throws Refusal {
        byte[] out = new byte[entry.size()];
        if (entry.deflated()) {
            inflate(entry, out);
        } else {
            System.arraycopy(zip, entry.start(), out, 0, out.length);
        }
        CRC32 crc = new CRC32();
        crc.update(out);
        if ((int) crc.getValue() != entry.crc()) {
            throw damaged(entry, "has a wrong checksum");
        }
        return out;
    }

    private void inflate(ZipDirectory.Entry entry, byte[] out) throws Refusal {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, entry.start(), entry.packed());
            int size = 0;
            while (size < out.length) {
                int n = inflater.inflate(out, size, out.length - size);
                if (n == 0) {
                    throw damaged(entry, "is shorter than the zip says");
                }
                size += n;
            }
            boolean more = inflater.inflate(new byte[1]) > 0;
            if (more || !inflater.finished() || inflater.getBytesRead() != entry.packed()) {
                throw damaged(entry, "is longer than the zip says");
            }
        } catch (DataFormatException e) {
            throw damaged(entry, "cannot be inflated");
        } finally {
            inflater.end();
        }
    }

    private static Refusal damaged(ZipDirectory.Entry entry, String what) {
        return new Refusal("", "the entry " + SafePath.quote(entry.name()) + " in the zip " + what, "copy it again");
    }
}
