package dev.perch.control;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be asked of a running companion. No turn, no grant and no approval is among it, on purpose. */
public enum ControlCommand {
    /** Come on screen and wave: what a second start asks. */
    FORWARD,
    /** Come back from being tucked away. */
    WAKE,
    /** Go off the screen, and stay at work. */
    TUCK,
    /** Come back to the first place, wherever the window went. */
    RESCUE,
    /** End. */
    QUIT,
    /** Open the menu, with the keyboard in it. */
    MENU,
    /** Show the pet that is remembered as the chosen one. */
    PETS_USE,
    /** Show all pets, for the user to choose one. */
    PETS_PICK,
    /** Ask the user, at the pet, whether programs may write. */
    INGRESS_ON,
    /** Let no program write any more. */
    INGRESS_OFF,
    /** Say how it is. */
    STATUS;

    /** As it is written on the wire and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ControlCommand> of(String word) {
        return Stream.of(values())
                .filter(command -> command.word().equals(word))
                .findFirst();
    }
}
