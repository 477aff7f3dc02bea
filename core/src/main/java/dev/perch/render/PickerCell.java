package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import org.jspecify.annotations.Nullable;

/**
 * A pet as the picker draws it.
 *
 * @param label under it
 * @param selected whether it is the one that Enter chooses
 * @param worn whether it is the pet on show
 * @param favourite whether it has a star
 * @param refused whether it cannot be opened
 * @param preview its frames side by side, each {@link PickerLayout#previewWidth} wide; null: none to be had yet
 * @param frame which of them
 */
public record PickerCell(
        String label,
        boolean selected,
        boolean worn,
        boolean favourite,
        boolean refused,
        @Nullable Texture preview,
        int frame) {}
