package dev.perch.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pets in rows and columns, of which one is selected and some rows are in sight. For one thread. */
public final class PetGrid {
    /** Favourites come first; else the order of the library. */
    public static final Comparator<ShelvedPet> ORDER = Comparator.comparing(pet -> !pet.favourite());

    private final int columns;
    private final int rows;
    private final List<ShelvedPet> pets = new ArrayList<>();
    private int selected;
    private int top;

    /**
     * A grid with nothing in it.
     *
     * @param columns at least 1
     * @param rows that are in sight, at least 1
     */
    public PetGrid(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Fills it, favourites first, and selects the pet of the name {@code chosen}. */
    public void fill(List<ShelvedPet> all, String chosen) {
        pets.clear();
        pets.addAll(all);
        pets.sort(ORDER);
        for (int i = 0; i < pets.size(); i++) {
            if (pets.get(i).pet().name().equals(chosen)) {
                select(i);
            }
        }
    }

    /** Puts what is known now of a pet in its place. */
    public void put(ShelvedPet known) {
        for (int i = 0; i < pets.size(); i++) {
            if (pets.get(i).pet().equals(known.pet())) {
                pets.set(i, known);
            }
        }
    }

    /** Moves the selection as a key asks, as far as there are pets. */
    public void move(PickerKey key) {
        switch (key) {
            case LEFT -> select(selected - 1);
            case RIGHT -> select(selected + 1);
            case UP -> select(selected >= columns ? selected - columns : selected);
            case DOWN -> select(down(columns));
            case PAGE_UP -> select(Math.max(selected % columns, selected - columns * rows));
            case PAGE_DOWN -> select(down(columns * rows));
            case FIRST -> select(0);
            case LAST -> select(pets.size() - 1);
            case CHOOSE, FAVOURITE, CLOSE -> {}
        }
    }

    /** From the last row but one one comes to the end of a last row that is shorter. */
    private int down(int by) {
        int lastRow = (pets.size() - 1) / columns;
        int row = Math.min(lastRow, (selected + by) / columns);
        return row == selected / columns ? selected : row * columns + selected % columns;
    }

    /** Selects a pet and brings its row into sight. */
    public void select(int index) {
        selected = Math.max(0, Math.min(pets.size() - 1, index));
        int row = selected / columns;
        top = Math.max(row - rows + 1, Math.min(row, top));
    }

    /** Moves rows by the wheel, with the selection as it is. */
    public void scroll(int by) {
        top = Math.max(0, Math.min(top + by, allRows() - rows));
        top = Math.max(0, top);
    }

    /** How many rows there are. */
    public int allRows() {
        return (pets.size() + columns - 1) / columns;
    }

    /** The first row in sight. */
    public int top() {
        return top;
    }

    /** Its columns. */
    public int columns() {
        return columns;
    }

    /** The selected one; null where there is none. */
    public @Nullable ShelvedPet selected() {
        return pets.isEmpty() ? null : pets.get(selected);
    }

    /** The pets, row by row. */
    public List<ShelvedPet> pets() {
        return List.copyOf(pets);
    }

    /** Which is in sight at that place of the grid; -1: none. */
    public int indexAt(int column, int row) {
        int index = (top + row) * columns + column;
        boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
        return inside && index < pets.size() ? index : -1;
    }
}
