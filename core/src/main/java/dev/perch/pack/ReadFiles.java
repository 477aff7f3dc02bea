package dev.perch.pack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what is read of the files of a package. */
final class ReadFiles implements SourceFiles {
    private final SourceFiles files;
    private final Map<String, byte[]> read = new LinkedHashMap<>();

    ReadFiles(SourceFiles files) {
        this.files = files;
    }

    @Override
    public byte @Nullable [] read(SafePath path, int limit) throws Refusal, IOException {
        byte[] bytes = files.read(path, limit);
        if (bytes != null) {
            read.put(path.toString(), bytes);
        }
        return bytes;
    }

    @Override
    public List<SafePath> list(String below, PackageLimits limits) throws Refusal, IOException {
        return files.list(below, limits);
    }

    /** The bytes of that name; empty when it was not read. */
    byte[] bytes(String name) {
        return read.getOrDefault(name, new byte[0]);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
