package dev.perch.library;

/**
 * A pet as a picker shows it.
 *
 * @param pet which one
 * @param label what the user calls it
 * @param line a sentence under it all: what it says of itself, or why it cannot be opened
 * @param state whether it can be chosen
 * @param favourite whether the user likes it best
 */
public record ShelvedPet(LibraryPet pet, String label, String line, State state, boolean favourite) {
    /** How far it is looked at. */
    public enum State {
        /** Not yet. */
        UNSEEN,
        /** It can be chosen. */
        OPENS,
        /** It cannot be opened. */
        REFUSED
    }

    /** One that was not yet looked at. */
    public static ShelvedPet unseen(LibraryPet pet, boolean favourite) {
        return new ShelvedPet(pet, pet.displayName(), "", State.UNSEEN, favourite);
    }

    /** The same, once it was looked at. */
    public ShelvedPet seen(Verdict verdict) {
        return new ShelvedPet(
                pet,
                verdict.displayName(),
                verdict.opened() ? verdict.description() : String.join(" ", verdict.sentences()),
                verdict.opened() ? State.OPENS : State.REFUSED,
                favourite);
    }

    /** The same, as a favourite or not. */
    public ShelvedPet withFavourite(boolean likes) {
        return new ShelvedPet(pet, label, line, state, likes);
    }
}
