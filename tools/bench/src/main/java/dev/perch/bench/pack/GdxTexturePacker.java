package dev.perch.bench.pack;

import com.badlogic.gdx.tools.texturepacker.TexturePacker;

/** LibGDX's own packer, with the settings of {@code perch pack --format atlas}; a process of its own. */
public final class GdxTexturePacker {
    private GdxTexturePacker() {}

    /** @param arguments the folder with the pictures, the one for the atlas, and {@code fast} or {@code best} */
    public static void main(String[] arguments) {
        TexturePacker.Settings settings = new TexturePacker.Settings();
        settings.maxWidth = 2048;
        settings.maxHeight = 2048;
        settings.paddingX = 2;
        settings.paddingY = 2;
        settings.pot = false;
        settings.combineSubdirectories = true;
        settings.stripWhitespaceX = true;
        settings.stripWhitespaceY = true;
        settings.alias = true;
        settings.useIndexes = false;
        settings.silent = true;
        settings.fast = arguments[2].equals("fast");
        TexturePacker.process(settings, arguments[0], arguments[1], "atlas");
    }
}
