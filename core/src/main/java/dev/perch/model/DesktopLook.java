package dev.perch.model;

/**
 * How the user wants programs to look and move, as the desktop has it in its settings.
 *
 * @param dark whether dark colours are preferred
 * @param highContrast whether strong contrast is asked for
 * @param reducedMotion whether animations are unwanted
 * @param textScale how much larger than normal text is to be, {@value #LEAST_SCALE} to {@value #LARGEST_SCALE}
 */
public record DesktopLook(boolean dark, boolean highContrast, boolean reducedMotion, float textScale) {
    /** The smallest that GNOME's settings offer, for all of its programs. */
    public static final float LEAST_SCALE = 0.5f;

    /** The largest that GNOME's settings offer. */
    public static final float LARGEST_SCALE = 3;

    /** Where the desktop says nothing: light, normal contrast, full motion, normal text. */
    public static final DesktopLook DEFAULT = new DesktopLook(false, false, false, 1);

    /** A scale out of range is brought into it; one that is no number is 1. */
    public DesktopLook {
        textScale = Float.isNaN(textScale) ? 1 : Math.max(LEAST_SCALE, Math.min(LARGEST_SCALE, textScale));
    }
}
