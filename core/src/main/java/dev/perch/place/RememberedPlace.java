package dev.perch.place;

/**
 * Where the user put the pet on one set of monitors, and how large.
 *
 * @param pet the key of what the pet is there for; empty for the one that is always there
 * @param display the {@linkplain MonitorLayout#identity identity} of the monitors
 * @param feet where the pet stands: the middle of the window's bottom edge
 * @param petWidth in logical pixels
 * @param setWidth what the settings said of the width at that time: once they say otherwise, they count
 */
public record RememberedPlace(String pet, String display, Anchor feet, int petWidth, int setWidth) {}
