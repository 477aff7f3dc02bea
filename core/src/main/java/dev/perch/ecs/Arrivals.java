package dev.perch.ecs;

/** Where a step gets what came in from other threads. */
@FunctionalInterface
public interface Arrivals {
    /** Adds all that arrived to the step. Takes no lock and, when nothing arrived, allocates nothing. */
    void drainTo(Step step);

    /** Something that arrived in order, such as a pointer event, and knows its place in a step. */
    @FunctionalInterface
    interface Event {
        /** Adds itself to the step. Render thread. */
        void addTo(Step step);
    }
}
