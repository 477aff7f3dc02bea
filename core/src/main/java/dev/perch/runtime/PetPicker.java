package dev.perch.runtime;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.library.PetGrid;
import dev.perch.library.PickerKey;
import dev.perch.library.ShelvedPet;
import dev.perch.model.Problem;
import dev.perch.render.BubbleTheme;
import dev.perch.render.Canvas;
import dev.perch.render.FontStack;
import dev.perch.render.PickerCell;
import dev.perch.render.PickerLayout;
import dev.perch.render.PickerPainter;
import dev.perch.render.Textures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All pets in a grid, each alive, to choose one. It looks at the library on a thread of its own; all methods are for the
 * render thread, and the pictures in sight alone are on the GPU.
 */
public final class PetPicker implements AutoCloseable {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** The selected pet moves as it was drawn, the others breathe as slowly as an idle pet. */
    private static final int CALM = 6;

    private static final String HEAD = "Choose a pet";
    private static final String KEYS = "Enter chooses  ·  F favourite  ·  Esc closes";

    private final PetShelf shelf;
    private final PickerLayout layout;
    private final PetGrid grid;
    private final boolean still;
    private final Asked asked;
    private final Textures textures;
    private final PickerPainter painter;
    private final ConcurrentLinkedQueue<Runnable> learned = new ConcurrentLinkedQueue<>();
    private final Map<String, Preview> previews = new HashMap<>();
    private final Map<String, Texture> onGpu = new HashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "perch-picker");
        thread.setDaemon(true);
        return thread;
    });
    private String worn = "";
    private boolean changed = true;
    private long now;
    private volatile boolean closed;

    /**
     * What the picker asks of those around it.
     *
     * @param chosen called once a choice is remembered, on a thread of the picker
     * @param close called when the picker is to go, on the render thread
     * @param wake called when there is something to show, on any thread
     * @param notes told what goes wrong, on any thread
     */
    public record Asked(Runnable chosen, Runnable close, Runnable wake, Consumer<Problem> notes) {}

    /**
     * How it is to look.
     *
     * @param still whether motion is reduced
     * @param fonts better ones than Perch's own, opened on the picker's thread
     */
    public record Style(BubbleTheme theme, boolean still, Supplier<FontStack> fonts) {}

    /** A picker that begins to look at the library. */
    public PetPicker(PetShelf shelf, PickerLayout layout, Style style, Textures textures, Asked asked) {
        this.shelf = shelf;
        this.layout = layout;
        this.still = style.still;
        this.textures = textures;
        this.asked = asked;
        grid = new PetGrid(layout.columns(), layout.rows());
        painter = new PickerPainter(textures, UiFonts.bundled(), style.theme, layout);
        worker.execute(() -> read(style.fonts));
    }

    private void read(Supplier<FontStack> fonts) {
        List<ShelvedPet> pets = shelf.pets();
        String chosen = shelf.chosen();
        tell(() -> {
            worn = chosen;
            grid.fill(pets, chosen);
        });
        FontStack better = fonts.get();
        tell(() -> painter.setFonts(better));
        for (ShelvedPet pet : pets) {
            if (closed) {
                break;
            }
            ShelvedPet seen = shelf.look(pet);
            tell(() -> put(seen));
            if (seen.state() == ShelvedPet.State.OPENS) {
                shelf.preview(pet.pet(), layout.previewWidth(), layout.previewHeight())
                        .ifPresent(preview -> tell(() -> previews.put(pet.pet().name(), preview)));
            }
        }
        shelf.keep(asked.notes);
        asked.wake.run();
    }

    /** What the user likes may have changed since it was read. */
    private void put(ShelvedPet seen) {
        for (ShelvedPet known : grid.pets()) {
            if (known.pet().equals(seen.pet())) {
                grid.put(seen.withFavourite(known.favourite()));
            }
        }
    }

    private void tell(Runnable news) {
        learned.add(news);
        asked.wake.run();
    }

    /** Takes a key, by what is known at this moment: the first step may be still to come. */
    public void key(PickerKey key) {
        learn();
        changed = true;
        switch (key) {
            case CLOSE -> asked.close.run();
            case CHOOSE -> choose();
            case FAVOURITE -> favour();
            default -> grid.move(key);
        }
    }

    /** The pointer is there, in pixels of the picker's window: what is under it is selected. */
    public void pointerAt(int x, int y) {
        int index = grid.indexAt(layout.columnAt(x), layout.rowAt(y));
        if (index >= 0) {
            grid.select(index);
            changed = true;
        }
    }

    /** A button went down there: the pet under it is chosen. */
    public void press(int x, int y) {
        pointerAt(x, y);
        if (grid.indexAt(layout.columnAt(x), layout.rowAt(y)) >= 0) {
            choose();
        }
    }

    /** The wheel went on by so many notches. */
    public void wheel(int notches) {
        grid.scroll(notches);
        changed = true;
    }

    private void choose() {
        ShelvedPet pet = grid.selected();
        if (pet == null || pet.state() == ShelvedPet.State.REFUSED) {
            return;
        }
        worker.execute(() -> {
            try {
                shelf.choose(pet.pet().name());
                asked.chosen.run();
            } catch (IOException unwritten) {
                asked.notes.accept(Problem.warning("library", "the choice cannot be remembered", "check the disk"));
            }
        });
        asked.close.run();
    }

    private void favour() {
        ShelvedPet pet = grid.selected();
        if (pet == null) {
            return;
        }
        boolean likes = !pet.favourite();
        grid.put(pet.withFavourite(likes));
        worker.execute(() -> {
            try {
                shelf.favour(pet.pet().name(), likes);
            } catch (IOException unwritten) {
                asked.notes.accept(Problem.warning("library", "favourites cannot be remembered", "check the disk"));
            }
        });
    }

    /** Brings it to that time. @return whether the picture is another */
    public boolean step(long nowNanos) {
        long before = now;
        now = nowNanos / NANOS_PER_MILLI;
        learn();
        boolean moved = changed || nextChange(before) <= now;
        changed = false;
        return moved;
    }

    private void learn() {
        for (Runnable news = learned.poll(); news != null; news = learned.poll()) {
            news.run();
            changed = true;
        }
    }

    /** When the picture next changes by itself, on the same clock; {@link Long#MAX_VALUE}: never. */
    public long nextChangeNanos() {
        long next = nextChange(now);
        return next == Long.MAX_VALUE ? next : next * NANOS_PER_MILLI;
    }

    private long nextChange(long since) {
        long next = Long.MAX_VALUE;
        for (ShelvedPet pet : still ? List.<ShelvedPet>of() : inSight()) {
            Preview preview = previews.get(pet.pet().name());
            if (preview != null) {
                next = Math.min(next, preview.changeAfter(since, slowdown(pet)));
            }
        }
        return next;
    }

    private int slowdown(ShelvedPet pet) {
        return pet.equals(grid.selected()) ? 1 : CALM;
    }

    private List<ShelvedPet> inSight() {
        List<ShelvedPet> all = grid.pets();
        int from = Math.min(all.size(), grid.top() * grid.columns());
        int to = Math.min(all.size(), from + layout.columns() * layout.rows());
        return all.subList(from, to);
    }

    /** Draws the picture of the last step, with premultiplied blending, onto a batch that has not begun. */
    public void draw(Batch batch) {
        List<PickerCell> cells = new ArrayList<>();
        List<ShelvedPet> sight = inSight();
        for (ShelvedPet pet : sight) {
            cells.add(cell(pet));
        }
        free(sight);
        int hiddenRows = Math.max(0, grid.allRows() - layout.rows());
        batch.begin();
        painter.draw(
                new Canvas(batch, layout.height()),
                cells,
                HEAD,
                KEYS,
                line(),
                hiddenRows == 0 ? 0 : (float) grid.top() / hiddenRows,
                hiddenRows == 0 ? 1 : (float) layout.rows() / grid.allRows());
        batch.end();
    }

    private String line() {
        ShelvedPet pet = grid.selected();
        if (pet == null) {
            return "Looking …";
        }
        String from = pet.pet().placeName();
        return pet.line().isBlank() ? "From " + from + "." : pet.line() + " · " + from;
    }

    private PickerCell cell(ShelvedPet pet) {
        String name = pet.pet().name();
        Preview preview = previews.get(name);
        int frame = preview == null || still ? 0 : preview.frameAt(now, slowdown(pet));
        return new PickerCell(
                pet.label(),
                pet.equals(grid.selected()),
                name.equals(worn),
                pet.favourite(),
                pet.state() == ShelvedPet.State.REFUSED,
                preview == null ? null : onGpu.computeIfAbsent(name, absent -> upload(preview)),
                frame);
    }

    private Texture upload(Preview preview) {
        int width = preview.width() * preview.millis().length;
        return textures.create(width, preview.height(), preview.rgba(), false);
    }

    /** What went out of sight goes from the GPU. */
    private void free(List<ShelvedPet> sight) {
        List<String> names = sight.stream().map(pet -> pet.pet().name()).toList();
        onGpu.entrySet().removeIf(entry -> {
            boolean gone = !names.contains(entry.getKey());
            if (gone) {
                entry.getValue().dispose();
            }
            return gone;
        });
    }

    /** The selected pet, for tests and titles; null: none. */
    public @Nullable ShelvedPet selected() {
        return grid.selected();
    }

    @Override
    public void close() {
        closed = true;
        worker.shutdown();
        onGpu.values().forEach(Texture::dispose);
        onGpu.clear();
        painter.dispose();
    }
}
