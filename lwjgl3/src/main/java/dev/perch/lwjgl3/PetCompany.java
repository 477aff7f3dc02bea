package dev.perch.lwjgl3;

import dev.perch.model.Problem;
import dev.perch.place.MonitorLayout;
import dev.perch.runtime.Companion;
import dev.perch.runtime.PetSeat;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The pets besides the first: each is opened on a thread of its own, shown once it is there, and let go when it is out of
 * sight. Render thread only.
 */
final class PetCompany implements AutoCloseable {
    private final Companion companion;
    private final Map<PetSeat, PetContent> pets = new LinkedHashMap<>();
    private final List<PetContent> leaving = new ArrayList<>();
    private final Set<PetContent> loaded = ConcurrentHashMap.newKeySet();
    private List<PetSeat> cast = List.of();
    private List<PetContent> shown = List.of();
    private volatile boolean changed;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "perch-company");
        thread.setDaemon(true);
        return thread;
    });

    PetCompany(Companion companion) {
        this.companion = companion;
    }

    /**
     * Those that are to have a window now. The same list until it is another.
     *
     * @param ready called on any thread when there are others
     */
    List<PetContent> follow(MonitorLayout layout, Runnable ready) {
        List<PetSeat> now = companion.troupe().cast();
        if (now != cast) {
            cast = now;
            changed = true;
            part();
            now.stream()
                    .filter(seat -> seat != companion.home())
                    .forEach(seat -> pets.computeIfAbsent(seat, missing -> begin(missing, layout, ready)));
        }
        boolean gone = leaving.removeIf(PetContent::isGone);
        if (gone || changed) {
            changed = false;
            shown = wanted();
        }
        return shown;
    }

    /** Whether any of them has a window. */
    boolean isThere() {
        return pets.values().stream().anyMatch(PetContent::isThere);
    }

    private List<PetContent> wanted() {
        List<PetContent> wanted = new ArrayList<>(leaving);
        pets.values().stream().filter(loaded::contains).forEach(wanted::add);
        return List.copyOf(wanted);
    }

    private void part() {
        for (PetSeat seat : List.copyOf(pets.keySet())) {
            if (!cast.contains(seat)) {
                PetContent pet = pets.remove(seat);
                if (pet != null && loaded.remove(pet)) {
                    pet.leave();
                    leaving.add(pet);
                }
            }
        }
    }

    private PetContent begin(PetSeat seat, MonitorLayout layout, Runnable ready) {
        PetContent pet = new PetContent(companion, seat);
        pet.place(layout);
        worker.execute(() -> {
            try {
                pet.load();
                loaded.add(pet);
                changed = true;
                ready.run();
            } catch (ProblemException | IOException e) {
                companion.note(Problem.warning(
                        seat.role().name(), "its pet cannot be shown (" + e.getMessage() + ")", "choose another one"));
            }
        });
        return pet;
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
