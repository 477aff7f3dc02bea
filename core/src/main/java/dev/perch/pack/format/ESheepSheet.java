package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Crop;
import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.api.CompatiblePetPackageAdapter.Refused;
import dev.perch.api.CompatiblePetPackageAdapter.Size;
import dev.perch.api.CompatiblePetPackageAdapter.Sizes;
import dev.perch.pack.SafePath;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * The sheet inside an eSheep.
 *
 * @param image its picture, with the transparent colour
 * @param across tiles in a row
 * @param down tiles in a column
 * @param width of a tile in pixels
 * @param height of a tile in pixels
 */
record ESheepSheet(Image image, int across, int down, int width, int height) {
    private static final int MOST_TILES = 128;
    private static final Map<String, Integer> COLOURS = Map.of(
            "magenta", 0xff00ff,
            "fuchsia", 0xff00ff,
            "lime", 0x00ff00,
            "green", 0x008000,
            "black", 0x000000,
            "white", 0xffffff);

    static ESheepSheet read(String file, Xml root, Sizes sizes) throws IOException {
        Xml said = root.first("image");
        if (said == null) {
            throw new Refused(file, "has no image", "give the pet's whole animations.xml");
        }
        int across = number(file, said, "tilesx");
        int down = number(file, said, "tilesy");
        Image image = new Image.Embedded(file + " image", bytes(file, said.textOf("png")));
        String transparency = said.textOf("transparency").toLowerCase(Locale.ROOT);
        Integer colour = COLOURS.get(transparency);
        if (colour == null && transparency.matches("#[0-9a-f]{6}")) {
            colour = Integer.parseInt(transparency.substring(1), 16);
        }
        if (colour != null) {
            image = new Image.Keyed(image, colour);
        } else if (!transparency.isEmpty() && !transparency.equals("transparent")) {
            throw new Refused(
                    file + " transparency",
                    "is " + SafePath.quote(transparency) + ", a colour that Perch does not know",
                    "write it as #RRGGBB");
        }
        Size size = sizes.of(image);
        if (size.width() / across < 1 || size.height() / down < 1) {
            throw new Refused(file + " image", "has more tiles than pixels", "correct tilesx and tilesy");
        }
        return new ESheepSheet(image, across, down, size.width() / across, size.height() / down);
    }

    private static int number(String file, Xml image, String name) throws Refused {
        String text = image.textOf(name);
        int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST_TILES) {
            throw new Refused(file + " " + name, "is no number of 1 to " + MOST_TILES, "say how many tiles there are");
        }
        return number;
    }

    private static byte[] bytes(String file, String base64) throws Refused {
        try {
            return Base64.getMimeDecoder().decode(base64.replaceFirst("^data:image/[a-z]+;base64,", ""));
        } catch (IllegalArgumentException e) {
            throw new Refused(file + " png", "is no base64", "put the picture in again");
        }
    }

    boolean has(int tile) {
        return tile >= 0 && tile < across * down;
    }

    Crop tile(int number) {
        return new Crop(number % across * width, number / across * height, width, height);
    }
}
