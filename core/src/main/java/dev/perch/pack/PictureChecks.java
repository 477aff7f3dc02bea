package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.api.CompatiblePetPackageAdapter;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a package by the names that its adapter gives them, each checked once and not decoded. */
final class PictureChecks implements CompatiblePetPackageAdapter.Sizes {
    private final PackageBytes source;
    private final PackageLimits limits;
    private final Map<String, SheetImage> checked = new HashMap<>();
    private final Map<Image.Gif, GifSheet> gifs = new HashMap<>();

    PictureChecks(PackageBytes source, PackageLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    @Override
    public CompatiblePetPackageAdapter.Size of(Image image) throws IOException {
        try {
            SheetImage sheet = check(image);
            return new CompatiblePetPackageAdapter.Size(sheet.width(), sheet.height());
        } catch (Refusal e) {
            throw e.toAdapter();
        }
    }

    @Override
    public List<CompatiblePetPackageAdapter.Shot> pictures(Image.Gif gif) throws IOException {
        try {
            return gif(gif).shots();
        } catch (Refusal e) {
            throw e.toAdapter();
        }
    }

    private GifSheet gif(Image.Gif gif) throws Refusal {
        GifSheet known = gifs.get(gif);
        if (known == null) {
            known = GifSheet.of(gif.path(), file(gif.path()), limits);
            gifs.put(gif, known);
        }
        return known;
    }

    /** The picture, if it may be decoded. */
    SheetImage check(Image image) throws Refusal {
        if (image instanceof Image.Keyed keyed) {
            return check(keyed.image());
        }
        if (image instanceof Image.Gif gif) {
            return gif(gif).image();
        }
        String name = name(image);
        SheetImage known = checked.get(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = image instanceof Image.Embedded embedded ? embedded.bytes() : file(name);
        SheetImage sheet = SheetCheck.check(name, bytes, limits);
        checked.put(name, sheet);
        return sheet;
    }

    private byte[] file(String name) throws Refusal {
        byte[] bytes =
                source.files().get(SafePath.parse(source.manifestLabel(), name).toString());
        if (bytes == null) {
            throw new Refusal(name, "is missing", "put it there, or correct its name in " + source.manifestLabel());
        }
        return bytes;
    }

    /** Whether the package has a file of that name. */
    boolean has(String name) {
        return source.files().containsKey(name);
    }

    /** What problems call a picture. */
    static String name(Image image) {
        if (image instanceof Image.Keyed keyed) {
            return name(keyed.image());
        }
        if (image instanceof Image.Gif gif) {
            return gif.path();
        }
        return image instanceof Image.InFile file ? file.path() : ((Image.Embedded) image).name();
    }
}
