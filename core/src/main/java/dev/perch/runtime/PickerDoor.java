package dev.perch.runtime;

import dev.perch.model.DesktopLook;
import dev.perch.model.Problem;
import dev.perch.render.BubbleTheme;
import dev.perch.render.FontStack;
import dev.perch.render.PickerLayout;
import dev.perch.render.Textures;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens the picker of pets, where there are any to choose from. */
final class PickerDoor {
    private final RuntimeConfig config;
    private final Runnable chosen;
    private final Consumer<Problem> notes;
    private volatile @Nullable PetShelf shelf;
    private volatile Supplier<FontStack> fonts = UiFonts::bundled;

    /** @param chosen called when the user has chosen one */
    PickerDoor(RuntimeConfig config, Runnable chosen, Consumer<Problem> notes) {
        this.config = config;
        this.chosen = chosen;
        this.notes = notes;
    }

    /** Has the user choose among the pets of that shelf. */
    void choosesFrom(PetShelf pets) {
        shelf = pets;
    }

    /** Has names set in these. */
    void setFonts(Supplier<FontStack> system) {
        fonts = system;
    }

    /** As {@link Companion#picker}. */
    Optional<PetPicker> open(PickerLayout layout, DesktopLook look, Textures uploads, Runnable close, Runnable shown) {
        PetShelf pets = shelf;
        if (pets == null) {
            return Optional.empty();
        }
        BubbleTheme theme =
                BubbleTheme.of(config.theme().dark(look), config.theme().highContrast(look));
        boolean still = config.reducedMotion().reduced(look);
        return Optional.of(new PetPicker(
                pets,
                layout,
                new PetPicker.Style(theme, still, fonts),
                uploads,
                new PetPicker.Asked(chosen, close, shown, notes)));
    }
}
