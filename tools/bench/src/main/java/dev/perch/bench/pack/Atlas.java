package dev.perch.bench.pack;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.g2d.TextureAtlas.TextureAtlasData;
import com.badlogic.gdx.graphics.g2d.TextureAtlas.TextureAtlasData.Region;
import dev.perch.bench.pack.Frames.Cut;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A packed atlas, unpacked and compared with what went in. */
final class Atlas {
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(8, 4096, 1 << 20, 100_000, 1_000_000));

    private final Frames frames;
    private final Set<String> whole = new HashSet<>();
    private final Map<Path, BufferedImage> pages = new HashMap<>();

    private Atlas(Frames frames) {
        this.frames = frames;
    }

    /** LibGDX's own format, read by LibGDX. @param indexed whether a region is a state's picture by its index */
    static Atlas ofGdx(Path file, Frames frames, boolean indexed) throws IOException {
        Atlas atlas = new Atlas(frames);
        FileHandle handle = new FileHandle(file.toFile());
        for (Region region : new TextureAtlasData(handle, handle.parent(), false).getRegions()) {
            String name = indexed ? frames.name(region.name, region.index) : region.name + ".png";
            int above = region.originalHeight - region.height - (int) region.offsetY;
            Cut cut = new Cut(region.left, region.top, region.width, region.height, (int) region.offsetX, above);
            atlas.compare(name, region.page.textureFile.file().toPath(), cut);
        }
        return atlas;
    }

    /** The hash that free-tex-packer writes, one file a page. */
    static Atlas ofJsonHash(Path folder, Frames frames) throws IOException {
        Atlas atlas = new Atlas(frames);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json")).toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Map<?, ?> all = JsonTree.readObject(JSON.parser(bytes, 0, bytes.length));
            Path page = folder.resolve(String.valueOf(map(all, "meta").get("image")));
            for (Map.Entry<?, ?> entry : map(all, "frames").entrySet()) {
                Map<?, ?> one = (Map<?, ?>) entry.getValue();
                Map<?, ?> frame = map(one, "frame");
                Map<?, ?> source = map(one, "spriteSourceSize");
                Cut cut = new Cut(
                        number(frame, "x"),
                        number(frame, "y"),
                        number(frame, "w"),
                        number(frame, "h"),
                        number(source, "x"),
                        number(source, "y"));
                atlas.compare(String.valueOf(entry.getKey()), page, cut);
            }
        }
        return atlas;
    }

    private static Map<?, ?> map(Map<?, ?> in, String key) throws IOException {
        if (in.get(key) instanceof Map<?, ?> found) {
            return found;
        }
        throw new IOException("no " + key + " in the packed JSON");
    }

    private static int number(Map<?, ?> in, String key) throws IOException {
        if (in.get(key) instanceof Number found) {
            return found.intValue();
        }
        throw new IOException("no " + key + " in the packed JSON");
    }

    private void compare(String name, Path page, Cut cut) throws IOException {
        BufferedImage image = pages.get(page);
        if (image == null) {
            image = ImageIO.read(page.toFile());
            pages.put(page, image);
        }
        if (frames.isWhole(name, image, cut)) {
            whole.add(name);
        }
    }

    /** The pictures that came back as they went in. */
    int whole() {
        return whole.size();
    }

    /** Of all pages, in millions of pixels. */
    double megapixels() {
        return pages.values().stream()
                        .mapToLong(page -> (long) page.getWidth() * page.getHeight())
                        .sum()
                / 1e6;
    }
}
