package dev.perch.place;

import dev.perch.model.Room;

/**
 * A monitor.
 *
 * @param name what the system calls it; two may have the same name
 * @param bounds all of it
 * @param workArea what panels leave of it for windows
 * @param scale physical pixels for one logical pixel
 */
public record Monitor(String name, Room bounds, Room workArea, float scale) {}
