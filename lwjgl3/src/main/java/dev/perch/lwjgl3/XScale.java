package dev.perch.lwjgl3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scale of an X11 desktop: one for all monitors, by the resource {@code Xft.dpi}, as GLFW and the toolkits have it. */
final class XScale {
    private static final Pattern DPI = Pattern.compile("(?m)^Xft\\.dpi:\\s*(\\d{1,5}(?:\\.\\d{1,9})?)\\s*$");

    /** Dots an inch at which a logical pixel is a physical one. */
    private static final float PLAIN_DPI = 96;

    private static final float LEAST = 0.5f;
    private static final float MOST = 8;

    private XScale() {}

    /** @param resources the X resources as the server has them: a line each */
    static float of(String resources) {
        Matcher dpi = DPI.matcher(resources);
        return dpi.find() ? Math.max(LEAST, Math.min(MOST, Float.parseFloat(dpi.group(1)) / PLAIN_DPI)) : 1;
    }
}
