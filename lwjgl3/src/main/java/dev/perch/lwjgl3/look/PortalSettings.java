package dev.perch.lwjgl3.look;

import dev.perch.model.DesktopLook;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the settings portal has told so far, and the look that it amounts to. The keys of {@code org.freedesktop.appearance}
 * are the portal's own (XDG Desktop Portal, interface Settings, version 2); GNOME's are passed on as they are.
 */
final class PortalSettings {
    private static final String APPEARANCE = "org.freedesktop.appearance";
    private static final String GNOME = "org.gnome.desktop.interface";
    private static final String GNOME_ACCESS = "org.gnome.desktop.a11y.interface";

    /** The groups of settings that a look is made of. */
    static final List<String> GROUPS = List.of(APPEARANCE, GNOME, GNOME_ACCESS);

    private final Map<String, Object> values = new HashMap<>();

    /** Takes in a setting. */
    void set(String group, String key, Object value) {
        if (GROUPS.contains(group)) {
            values.put(group + " " + key, value);
        }
    }

    /** Takes in the portal's answer to ReadAll: groups, each with its settings; what is none is passed over. */
    void setAll(Object groups) {
        if (groups instanceof Map<?, ?> known) {
            known.forEach((group, settings) -> {
                if (settings instanceof Map<?, ?> each) {
                    each.forEach((key, value) -> set(group.toString(), key.toString(), value));
                }
            });
        }
    }

    /** The look of the desktop. */
    DesktopLook look() {
        String gtkTheme = text(GNOME, "gtk-theme").toLowerCase(Locale.ROOT);
        boolean contrast = is(APPEARANCE, "contrast", 1)
                || is(GNOME_ACCESS, "high-contrast", true)
                || gtkTheme.startsWith("highcontrast");
        boolean still = is(APPEARANCE, "reduced-motion", 1) || is(GNOME, "enable-animations", false);
        return new DesktopLook(dark(gtkTheme), contrast, still, textScale());
    }

    private boolean dark(String gtkTheme) {
        if (is(APPEARANCE, "color-scheme", 1)) {
            return true;
        }
        boolean light = is(APPEARANCE, "color-scheme", 2);
        boolean told = text(GNOME, "color-scheme").equals("prefer-dark")
                || gtkTheme.endsWith("-dark")
                || gtkTheme.endsWith("inverse");
        return !light && told;
    }

    private float textScale() {
        return value(GNOME, "text-scaling-factor") instanceof Double scale ? scale.floatValue() : 1;
    }

    private boolean is(String group, String key, long number) {
        return value(group, key) instanceof Long told && told == number;
    }

    private boolean is(String group, String key, boolean flag) {
        return value(group, key) instanceof Boolean told && told == flag;
    }

    private String text(String group, String key) {
        return value(group, key) instanceof String told ? told : "";
    }

    private @Nullable Object value(String group, String key) {
        return values.get(group + " " + key);
    }
}
