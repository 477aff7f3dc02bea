package dev.perch.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PackageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerdictBookTest {
    private static final Verdict GOOD = new Verdict(true, "Blob", "A blob", List.of("blob: is small; grow it."));

    @TempDir
    Path home;

    private Path pet;
    private Path file;

    @BeforeEach
    void begin() throws IOException {
        pet = Files.createDirectories(home.resolve("pets/blob"));
        Files.writeString(pet.resolve("pet.json"), "{}");
        file = home.resolve("cache/library.json");
    }

    @Test
    void aVerdictIsRememberedAsLongAsThePackageIsAsItWas() throws IOException {
        noted();
        assertEquals(Optional.of(GOOD), find());
        FileTime time = Files.getLastModifiedTime(pet.resolve("pet.json"));
        Files.writeString(pet.resolve("pet.json"), "[]");
        Files.setLastModifiedTime(pet.resolve("pet.json"), FileTime.fromMillis(time.toMillis() + 1));
        assertTrue(find().isEmpty());
    }

    @Test
    void anotherFileOrAnotherBuildAsksForAnotherVerdict() throws IOException {
        noted();
        assertTrue(
                new VerdictBook(file, "2").find(new PackageSource.Folder(pet)).isEmpty());
        Files.writeString(pet.resolve("more.txt"), "");
        assertTrue(find().isEmpty());
    }

    @Test
    void aLinkThatLeadsElsewhereNowAsksForAnotherVerdict() throws IOException {
        Path other = Files.createDirectories(home.resolve("other"));
        Path link = Files.createSymbolicLink(home.resolve("link"), pet);
        noted(new PackageSource.Folder(link));
        assertEquals(Optional.of(GOOD), new VerdictBook(file, "1").find(new PackageSource.Folder(link)));
        Files.delete(link);
        Files.createSymbolicLink(link, other);
        assertTrue(
                new VerdictBook(file, "1").find(new PackageSource.Folder(link)).isEmpty());
    }

    @Test
    void aSpoiltBookIsAnEmptyOne() throws IOException {
        noted();
        Files.writeString(file, "{\"build\":\"1\",\"pets\":[{");
        assertTrue(find().isEmpty());
    }

    private void noted() throws IOException {
        noted(new PackageSource.Folder(pet));
    }

    private void noted(PackageSource source) throws IOException {
        VerdictBook book = new VerdictBook(file, "1");
        book.note(source, book.mark(source), GOOD);
        book.write();
    }

    private Optional<Verdict> find() {
        return new VerdictBook(file, "1").find(new PackageSource.Folder(pet));
    }
}
