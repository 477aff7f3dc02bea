package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.graphics.GL20;
import dev.perch.model.BubbleText;
import dev.perch.model.StatusSign;
import dev.perch.render.film.PngWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Bubbles in five scripts, each with an emoji, in three themes over three wallpapers, for the eye: {@code target/gallery}. The
 * one of the README is {@code docs/bubbles.png}. Needs the fonts that {@code ./test} installs.
 */
final class BubbleGalleryTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 500;

    private static final List<BubbleText> TEXTS = List.of(
            BubbleText.of(StatusSign.WORKING, "Takes the inbox apart 🔧", "Naïve café: 412 of 600 tests done ✅"),
            BubbleText.of(StatusSign.NEEDS_INPUT, "Можно запустить тесты? 🤔", "Их 48, и это займёт минуту"),
            BubbleText.of(StatusSign.READY, "重构完成，可以审阅 🎉", "修改了三个文件，全部测试通过"),
            BubbleText.of(StatusSign.BLOCKED, "テストが失敗しました 💥", "受信箱のロックが原因のようです"),
            BubbleText.of(StatusSign.WORKING, "문서를 쓰고 있어요 📝", "두 쪽이 남았습니다"));

    private static final Map<String, BubbleTheme> THEMES =
            Map.of("light", BubbleTheme.LIGHT, "dark", BubbleTheme.DARK, "contrast", BubbleTheme.of(true, true));

    private static final Map<String, IntBinaryOperator> WALLPAPERS = Map.of(
            "paper", (x, y) -> rgb(236 - y / 40, 230 - y / 40, 218 - y / 40),
            "dusk", (x, y) -> rgb(40 + y / 5 + x / 12, 36 + y / 12, 84 + (HEIGHT - y) / 8),
            "busy", (x, y) -> rgb(hash(x / 9, y / 9), hash(x / 23, y / 7), hash(x / 5, y / 31)));

    @Test
    void everyScriptAndEveryEmojiHasItsLettersInEveryTheme() throws Exception {
        try (FontFolder fonts = new FontFolder()) {
            for (BubbleText text : TEXTS) {
                (text.title() + text.body()).codePoints().forEach(character -> {
                    FontFace face = fonts.stack.find(FontWeight.REGULAR, character);
                    assertNotNull(face, Character.getName(character) + " is a box");
                    assertTrue(!Pictographs.areColoured(character) || face.coloured(), Character.getName(character));
                });
            }
            for (String theme : List.of("light", "dark", "contrast")) {
                List<RasterImage> tiles = new ArrayList<>();
                for (String wallpaper : List.of("paper", "dusk", "busy")) {
                    tiles.add(tile(fonts, THEMES.get(theme), WALLPAPERS.get(wallpaper)));
                }
                save(tiles, theme);
            }
            save(
                    List.of(
                            tile(fonts, BubbleTheme.LIGHT, WALLPAPERS.get("paper")),
                            tile(fonts, BubbleTheme.DARK, WALLPAPERS.get("dusk")),
                            tile(fonts, BubbleTheme.of(true, true), WALLPAPERS.get("busy"))),
                    "bubbles");
        }
    }

    private static RasterImage tile(FontFolder fonts, BubbleTheme theme, IntBinaryOperator wallpaper) {
        RasterImage image = new RasterImage(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.pixels()[y * WIDTH + x] = wallpaper.applyAsInt(x, y);
            }
        }
        RasterBatch batch = new RasterBatch(image);
        batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        Canvas canvas = new Canvas(batch, HEIGHT);
        BubblePainter painter = new BubblePainter(new RasterTextures(), fonts.open(), theme);
        BubblePose pose = new BubblePose();
        batch.begin();
        int top = 22;
        for (int i = 0; i < TEXTS.size(); i++) {
            BubbleText text = TEXTS.get(i);
            BubbleLayout layout = painter.measure(text, 260, 1);
            pose.rest(layout, i % 2 == 0 ? 18 : WIDTH - 18 - layout.width(), top);
            pose.tail = BubbleTail.DOWN;
            pose.tailX = i % 2 == 0 ? 44 : layout.width() - 44;
            painter.draw(canvas, layout, pose, 1, null);
            top += layout.height() + 30;
        }
        batch.end();
        painter.dispose();
        return image;
    }

    private static void save(List<RasterImage> tiles, String name) throws IOException {
        RasterImage all = new RasterImage(WIDTH * tiles.size(), HEIGHT);
        for (int i = 0; i < tiles.size(); i++) {
            for (int y = 0; y < HEIGHT; y++) {
                System.arraycopy(tiles.get(i).pixels(), y * WIDTH, all.pixels(), y * all.width() + i * WIDTH, WIDTH);
            }
        }
        Path file = Path.of(System.getProperty("basedir", ""), "target", "gallery", name + ".png");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            PngWriter.write(all, out);
        }
    }

    private static int rgb(int red, int green, int blue) {
        return 0xFF000000 | red << 16 | green << 8 | blue;
    }

    private static int hash(int x, int y) {
        int mixed = (x * 73_856_093 ^ y * 19_349_663) * 0x9E3779B1;
        return mixed >>> 24;
    }

    /** Perch's font and the system's. */
    private static final class FontFolder implements AutoCloseable {
        private final FontStack stack = open();

        private FontStack open() {
            List<FontFamily> families = new ArrayList<>();
            families.add(FontStack.bundled());
            families.addAll(SystemFonts.find(
                    FontFolders.of("linux", Path.of("none"), Map.of()), Locale.ENGLISH, new ArrayList<>()));
            return new FontStack(families);
        }

        @Override
        public void close() {
            stack.dispose();
        }
    }
}
