package dev.perch.runtime;

import java.util.OptionalLong;

/** What the loop of a window has done since it began. Any thread. */
public interface LoopMeter {
    /** How often it came out of a wait, for whatever reason. */
    long wakeUps();

    /** How often the content stepped. */
    long steps();

    /** How many pictures were drawn; each is swapped once. */
    long draws();

    /** How often the window looked where the pointer is, for the content to know. */
    long looks();

    /** How many bytes the render thread has allocated, or nothing when this JVM cannot tell. */
    OptionalLong allocatedBytes();

    /** When the first picture was drawn, by the application's clock; 0: not yet. */
    long firstPictureNanos();

    /** When the last picture was drawn, by the application's clock; 0: none yet. */
    long lastPictureNanos();
}
