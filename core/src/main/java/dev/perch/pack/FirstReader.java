package dev.perch.pack;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.model.PackageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has a package read by the first adapter that knows it, and where that is a {@link FallibleAdapter} which then refuses it,
 * by the next.
 *
 * @param home a folder that belongs to the user who runs this
 */
record FirstReader(PackageSource source, Path home, PackageLimits limits) {
    /** What is made of the bytes of a package. */
    @FunctionalInterface
    interface Use<T> {
        T make(PackageBytes read) throws Refusal, IOException, InterruptedException;
    }

    /** Reads it. @throws Refusal of the first that knew it; those of the others are suppressed in it */
    <T> T read(List<CompatiblePetPackageAdapter> adapters, Use<T> use)
            throws Refusal, IOException, InterruptedException {
        PackageReader.Choice choice = new PackageReader.Choice();
        try {
            return use.make(bytes(adapters, choice));
        } catch (Refusal refusal) {
            if (!(choice.adapter instanceof FallibleAdapter fallible)) {
                throw refusal;
            }
            T answer = next(adapters, fallible, use, refusal);
            fallible.refusedWhatOpens(refusal.problem());
            return answer;
        }
    }

    private <T> T next(List<CompatiblePetPackageAdapter> adapters, FallibleAdapter refuser, Use<T> use, Refusal refusal)
            throws Refusal, IOException, InterruptedException {
        try {
            return read(adapters.stream().filter(adapter -> adapter != refuser).toList(), use);
        } catch (Refusal another) {
            refusal.addSuppressed(another);
            throw refusal;
        }
    }

    /** The bytes of the package, for the first of them that knows it. */
    PackageBytes bytes(List<CompatiblePetPackageAdapter> adapters, PackageReader.Choice choice)
            throws Refusal, IOException {
        Set<String> manifests = adapters.stream()
                .flatMap(adapter -> adapter.manifestNames().stream())
                .collect(Collectors.toSet());
        try (SourceFiles files = SourceFiles.of(source, home, manifests, limits)) {
            return new PackageReader(adapters, limits, files).read(choice);
        } catch (CompatiblePetPackageAdapter.Refused e) {
            throw Refusal.of(e);
        }
    }
}
