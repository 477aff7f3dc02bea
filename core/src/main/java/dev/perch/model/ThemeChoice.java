package dev.perch.model;

/** Which colours the user wants bubbles to have. */
public enum ThemeChoice {
    /** As the desktop has them. */
    SYSTEM,
    LIGHT,
    DARK,
    /** The strongest contrast, light or dark as the desktop. */
    HIGH_CONTRAST;

    /** Whether that is dark on such a desktop. */
    public boolean dark(DesktopLook desktop) {
        return this == DARK || this != LIGHT && desktop.dark();
    }

    /** Whether that is of high contrast on such a desktop: where the desktop asks for it, each choice is. */
    public boolean highContrast(DesktopLook desktop) {
        return this == HIGH_CONTRAST || desktop.highContrast();
    }
}
