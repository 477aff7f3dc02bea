package dev.perch.api;

/** The only time there is: nanoseconds that never go back, from any start. Tests step it by hand. */
public interface Clock {
    /** Now. Allocates nothing. */
    long nanos();

    /**
     * Waits until {@link #nanos} is at least {@code deadline}.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile
     */
    void awaitNanos(long deadline) throws InterruptedException;
}
