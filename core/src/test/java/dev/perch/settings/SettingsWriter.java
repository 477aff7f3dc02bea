package dev.perch.settings;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that sets the width again and again, and says each time once it is on the disk: arguments are the folder and where
 * to begin.
 */
final class SettingsWriter {
    private static final int NARROWEST = 80;
    private static final int WIDTHS = 145;

    private SettingsWriter() {}

    static int width(int time) {
        return NARROWEST + time % WIDTHS;
    }

    public static void main(String[] arguments) throws IOException {
        SettingsFile file = new SettingsFile(Path.of(arguments[0]));
        for (int time = Integer.parseInt(arguments[1]); ; time++) {
            file.set(Setting.WIDTH, width(time));
            System.out.println(time);
        }
    }
}
