package dev.perch.runtime;

import dev.perch.api.Clock;
import dev.perch.library.PetWatch;
import dev.perch.model.PackageSource;
import dev.perch.model.PetPackage;
import dev.perch.model.Problem;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens whatever pet is chosen at the moment, and hears of changes of its package. Safe for threads. */
public final class ChosenPet implements PetOpener {
    private final Finder finder;
    private final PackageLoader loader;
    private final Clock clock;
    private final Consumer<Problem> notes;
    private Runnable changed = () -> {};
    private @Nullable PetWatch watch;
    private boolean closed;
    private WeakReference<@Nullable LoadedPet> last = new WeakReference<>(null);

    /** Says which package is chosen. */
    @FunctionalInterface
    public interface Finder {
        /** The chosen one, as of now. @throws ProblemException when there is none of that name */
        PackageSource find() throws ProblemException;
    }

    /** @param notes told what imports have to put up with */
    public ChosenPet(Finder finder, PackageLoader loader, Clock clock, Consumer<Problem> notes) {
        this.finder = finder;
        this.loader = loader;
        this.clock = clock;
        this.notes = notes;
    }

    /** Watches it first, so that no change goes unheard; one that is broken is watched until it is mended. */
    @Override
    public LoadedPet open(int cellWidth) throws ProblemException, IOException {
        PackageSource source = finder.find();
        watch(source);
        PackageReport report = loader.load(source, cellWidth);
        if (report instanceof PackageReport.Opened opened) {
            opened.problems().forEach(notes);
            return pages(opened.pet());
        }
        report.problems().subList(1, report.problems().size()).forEach(notes);
        throw new ProblemException(report.problems().get(0));
    }

    /** Several windows open the same pet one after the other: its pages are read once, as long as any of them has them. */
    private synchronized LoadedPet pages(PetPackage pet) throws IOException {
        LoadedPet known = last.get();
        if (known != null
                && known.pet().id().equals(pet.id())
                && known.pet().contentHash().equals(pet.contentHash())
                && known.pet().cellWidth() == pet.cellWidth()) {
            return known;
        }
        LoadedPet read = LoadedPet.read(pet);
        last = new WeakReference<>(read);
        return read;
    }

    private synchronized void watch(PackageSource source) {
        if (closed || (watch != null && watch.source().equals(source))) {
            return;
        }
        if (watch != null) {
            watch.close();
        }
        watch = new PetWatch(source, clock, this::tellChange);
    }

    private void tellChange() {
        Runnable listener;
        synchronized (this) {
            listener = changed;
        }
        listener.run();
    }

    @Override
    public synchronized void onChange(Runnable listener) {
        changed = listener;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (watch != null) {
            watch.close();
        }
    }
}
