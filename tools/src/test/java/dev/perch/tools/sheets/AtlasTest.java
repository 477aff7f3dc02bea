package dev.perch.tools.sheets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.g2d.TextureAtlas.TextureAtlasData;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.FrameReader;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.Pixels;
import dev.perch.runtime.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibGDX's own reader finds every picture of an atlas, to the pixel, however it is packed; and so does ours. */
class AtlasTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();

    /** Never started here: there is no WebP. */
    private static final DecodeProcess NO_CHILD =
            new DecodeProcess(new DecodeProcess.Setup(Path.of("none"), List.of(), 1, Optional.empty()));

    @TempDir
    private Path folder;

    @Test
    void libgdxReadsEveryPictureToThePixel() throws Exception {
        AtlasSettings plain = AtlasSettings.standard();
        check("plain", plain, 1);
        check("pages", new AtlasSettings(128, 2, 0, true, true, false, false, false), 3);
        check("pot", new AtlasSettings(512, 1, 0, true, true, false, false, true), 1);
        check("extruded", new AtlasSettings(1024, 0, 2, true, false, false, false, false), 1);
        check("whole", new AtlasSettings(1024, 3, 1, false, true, true, false, false), 1);
        check("bleed", new AtlasSettings(1024, 2, 0, true, true, true, false, false), 1);
        check("premultiplied", new AtlasSettings(1024, 2, 0, true, true, false, true, false), 1);
    }

    private void check(String name, AtlasSettings settings, int leastPages) throws Exception {
        Art art = art();
        Made made = new AtlasPacker(settings, name).pack(art);
        Path out = folder.resolve(name);
        new Delivery(out, false).write(made.files(), Set.of());
        FileHandle file = new FileHandle(out.resolve(name + ".atlas").toFile());
        TextureAtlasData data = new TextureAtlasData(file, file.parent(), false);
        assertTrue(data.getPages().size >= leastPages, name);
        Map<String, Pixels> pages = new LinkedHashMap<>();
        for (TextureAtlasData.Page page : data.getPages()) {
            Path png = page.textureFile.file().toPath();
            Pixels pixels = new FrameReader(NO_CHILD, LIMITS)
                    .read("x", Files.readAllBytes(png))
                    .get(0)
                    .pixels();
            assertEquals((int) page.width + "x" + (int) page.height, pixels.toString(), name);
            assertTrue(!settings.powerOfTwo() || Integer.bitCount(pixels.width()) == 1, name);
            assertEquals(settings.premultiply(), page.pma, name);
            pages.put(page.textureFile.name(), pixels);
        }
        int seen = 0;
        for (TextureAtlasData.Region region : data.getRegions()) {
            Pixels ink = pages.get(region.page.textureFile.name())
                    .crop(region.left, region.top, region.width, region.height);
            int top = region.originalHeight - (int) region.offsetY - region.height;
            Pixels straight = settings.premultiply() ? Straight.of(ink) : ink.withoutHiddenColor();
            Pixels whole = straight.crop(-(int) region.offsetX, -top, region.originalWidth, region.originalHeight);
            ArtFrame frame = art.frames(region.name).get(region.index);
            if (!settings.premultiply()) {
                assertArrayEquals(frame.pixels().rgba(), whole.rgba(), name + " " + frame.name());
            }
            seen++;
        }
        assertEquals(art.states().values().stream().mapToInt(List::size).sum(), seen);
        Art again = new ArtReader(NO_CHILD, LIMITS).read(out.resolve(name + ".atlas"));
        assertEquals(art.states().keySet(), again.states().keySet());
        Made twice = new AtlasPacker(settings, name).pack(again);
        for (String each : made.files().keySet()) {
            assertArrayEquals(made.files().get(each), twice.files().get(each), each + " packed, unpacked and packed");
        }
    }

    @Test
    void theOrderOfTheFilesDoesNotShow() throws Exception {
        Art art = art();
        Map<String, List<ArtFrame>> shuffled = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(art.states().keySet());
        Collections.reverse(names);
        names.forEach(state -> shuffled.put(state, art.frames(state)));
        Made one = new AtlasPacker(AtlasSettings.standard(), "x").pack(art);
        Made two = new AtlasPacker(AtlasSettings.standard(), "x").pack(art.withStates(shuffled));
        one.files()
                .forEach((file, bytes) -> assertArrayEquals(bytes, two.files().get(file), file));
    }

    @Test
    void aPictureThatFitsOnNoPageIsRefused() throws Exception {
        Art art = art();
        AtlasSettings small = new AtlasSettings(64, 2, 0, true, true, false, false, false);
        ProblemException fault = assertThrows(ProblemException.class, () -> new AtlasPacker(small, "x").pack(art));
        assertTrue(String.valueOf(fault.getMessage()).contains("--page"));
    }

    /** Two states of pictures, one twice, one empty. */
    private static Art art() {
        Map<String, List<ArtFrame>> states = new LinkedHashMap<>();
        List<ArtFrame> idle = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            idle.add(new ArtFrame("idle " + i, Drawings.ball(90 + i % 4, 100, i % 7, i % 7), 100 + i));
        }
        states.put("idle", idle);
        states.put(
                "spin",
                List.of(
                        new ArtFrame("spin 0", Drawings.looking(90, 100, 3), 0),
                        new ArtFrame("spin 1", new Pixels(20, 30, new byte[2400]), 0)));
        return new Art("x", Map.of(), states, List.of());
    }
}
