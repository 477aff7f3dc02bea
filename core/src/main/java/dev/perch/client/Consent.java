package dev.perch.client;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Asks the user, at the pet. */
@FunctionalInterface
public interface Consent {
    /** In place of days: until Perch ends. */
    int SESSION = 0;

    /**
     * Asks whether a program may be let in. Returns at once.
     *
     * @param open whether the answer is still waited for
     * @param answer told once, on any thread, unless nobody waits any more
     * @return false: so many questions wait that this one is not asked; no answer is told then
     */
    boolean ask(Asked asked, BooleanSupplier open, Consumer<Boolean> answer);

    /**
     * A program that wants to be let in.
     *
     * @param days for how long; {@link #SESSION}: until Perch ends
     * @param code it shows the same
     */
    record Asked(String name, Rights rights, int days, String code) {
        /** For how long, in words. */
        public String term() {
            return days == SESSION ? "until Perch ends" : days == 1 ? "for 1 day" : "for " + days + " days";
        }
    }
}
