package dev.perch.lwjgl3;

/** What GLFW does not offer alike, or not at all, on the window systems. Render thread only. */
interface WindowSystem {
    /** Manners of a window that is not on show yet. */
    void beforeShow(long window);

    /** Tells the system which pixels catch the mouse. The window is on show; the region stays the caller's. */
    void catchMouse(long window, Rectangles region);

    /** Asks where the pointer is. */
    void findPointer(long window, PointerPlace place);

    /** When {@link #look} is due; {@link Long#MAX_VALUE}: never. */
    long nextLookNanos();

    /** Has a look at what the system does not tell by an event. */
    void look(long window, long nowNanos);
}
