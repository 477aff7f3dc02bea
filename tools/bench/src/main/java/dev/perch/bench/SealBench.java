package dev.perch.bench;

import dev.perch.model.Page;
import dev.perch.runtime.LoadedPet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Opening a pet that was imported before, beside reading the bytes of its pages. */
@State(Scope.Thread)
public class SealBench {
    private final List<Path> pages =
            Opened.pip().pet().pages().stream().map(Page::file).distinct().toList();

    /** As at the start of the companion: hashed, found, checked, read. */
    @Benchmark
    public LoadedPet sealedLoad() {
        return Opened.pip();
    }

    /** The partner. */
    @Benchmark
    public int baselineRead() throws IOException {
        int bytes = 0;
        for (Path page : pages) {
            bytes += Files.readAllBytes(page).length;
        }
        return bytes;
    }
}
