package dev.perch.runtime.plugin.guard;

/** A resolver that may have no answer. */
public interface Fallible<T> {
    /** The same, with {@code next} to answer where it does not. */
    T orElse(T next);
}
