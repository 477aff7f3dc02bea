package dev.perch.tools;

import dev.perch.library.LibraryPet;
import dev.perch.model.Problem;
import dev.perch.runtime.Companion;
import dev.perch.runtime.IngressDoor;
import dev.perch.runtime.MenuChoices;
import dev.perch.runtime.PetShelf;
import dev.perch.settings.Setting;
import dev.perch.settings.SettingsFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The choices of the menu: they hold at once, and are kept in {@code config.json}. */
final class SettingsMenu implements MenuChoices, AutoCloseable {
    private final Workbench bench;
    private final FollowedSettings settings;
    private final Companion companion;
    private final Supplier<String> shown;
    private final PetShelf shelf;
    private final Runnable changePet;
    private final Supplier<@Nullable IngressDoor> ingress;
    private final Autostart autostart;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "perch-menu");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<String> pets = List.of();
    private volatile String pet;
    private volatile boolean starts;

    /**
     * Reads what is chosen now.
     *
     * @param shown the name of the pet on show; reads files
     * @param shelf what to choose from
     * @param changePet has the companion show the pet that is remembered as the chosen one
     * @param ingress where programs write, once there is such a door
     */
    SettingsMenu(
            Workbench bench,
            FollowedSettings settings,
            Companion companion,
            Supplier<String> shown,
            PetShelf shelf,
            Runnable changePet,
            Supplier<@Nullable IngressDoor> ingress) {
        this.bench = bench;
        this.settings = settings;
        this.companion = companion;
        this.shown = shown;
        this.shelf = shelf;
        this.changePet = changePet;
        this.ingress = ingress;
        autostart = Autostart.here();
        pet = shown.get();
        starts = autostart.isOn();
        writer.execute(this::look);
    }

    private void look() {
        pets = bench.library().list().stream().map(LibraryPet::name).toList();
        pet = shown.get();
    }

    @Override
    public List<String> pets() {
        writer.execute(this::look); // for the next time: looking takes a while
        return pets;
    }

    @Override
    public String pet() {
        return pet;
    }

    @Override
    public void usePet(String name) {
        pet = name;
        change(() -> shelf.choose(name));
    }

    @Override
    public void turnPet(int by) {
        change(() -> pet = shelf.turn(pet, by).orElse(pet));
    }

    /** Something that remembers a choice. */
    @FunctionalInterface
    private interface Choice {
        void make() throws IOException;
    }

    private void change(Choice choice) {
        writer.execute(() -> {
            try {
                choice.make();
                changePet.run();
            } catch (IOException e) {
                bench.note(Problem.warning("library.json", "cannot be written", "check the disk"));
            }
        });
    }

    @Override
    public void useWidth(int wished) {
        set(Setting.WIDTH, wished);
    }

    @Override
    public String motion() {
        return settings.config().reducedMotion().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void useMotion(String word) {
        set(Setting.REDUCED_MOTION, word);
    }

    @Override
    public Optional<Boolean> autostart() {
        return autostart.possible() ? Optional.of(starts) : Optional.empty();
    }

    @Override
    public void toggleAutostart() {
        boolean on = !starts;
        starts = on;
        writer.execute(() -> {
            try {
                autostart.set(on);
            } catch (IOException e) {
                bench.note(Problem.warning("autostart", "cannot be changed", "check the folder " + autostart.file()));
            }
        });
    }

    @Override
    public OptionalInt writers() {
        IngressDoor door = ingress.get();
        return door == null ? OptionalInt.empty() : door.connected();
    }

    @Override
    public void shutWritersOut() {
        IngressDoor door = ingress.get();
        if (door != null) {
            writer.execute(door::shutForGood);
        }
    }

    private void set(Setting setting, Object value) {
        writer.execute(() -> {
            try {
                settings.choose(companion, setting, value);
            } catch (IOException e) {
                bench.note(Problem.warning(SettingsFile.NAME, "cannot be written", "check the disk"));
            }
        });
    }

    @Override
    public void close() {
        writer.shutdown();
    }
}
