package dev.perch.tools.sheets;

/** How pictures are made larger or smaller. */
public enum Filter {
    /** By the art: smaller by {@link #AREA}, larger by {@link #NEAREST} in whole multiples. */
    AUTO,
    /** Each pixel is the one at its middle: for pixel art. */
    NEAREST,
    /** Each pixel is the mean of what it covers, by alpha: for painted art that becomes smaller. */
    AREA,
    /** Larger by smooth steps between pixels (bicubic, Catmull-Rom): for painted art that becomes larger. */
    SMOOTH
}
