package dev.perch.render;

import com.badlogic.gdx.graphics.GL20;
import dev.perch.model.BubbleText;
import dev.perch.model.StatusSign;
import dev.perch.testkit.GoldenFrames;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bubbles as they look, in the bundled font alone: over white, black and a colourful ground. */
final class BubbleGoldenTest {
    private static final List<BubbleText> TEXTS = List.of(
            BubbleText.of(
                    StatusSign.WORKING, "Refactor the snapshot inbox", "Running the tests in core, 412 of 600 done"),
            BubbleText.of(
                    StatusSign.NEEDS_INPUT,
                    "Fix the flaky window test",
                    "Allow “git push origin main”? It asks for your approval before it goes on with the release of today."),
            BubbleText.of(StatusSign.BLOCKED, "Deploy the docs", "Connection refused: registry.example.org:443"),
            BubbleText.of(
                    StatusSign.READY,
                    "Съешь ещё этих мягких французских булок, да выпей чаю, и ещё",
                    "Đặng Văn Ếch, Łódź, Ελλάδα: +128 −17 in core/src/main/java/dev/perch/render/BubblePainter.java"),
            BubbleText.of(StatusSign.NONE, "Hello, I am Pip", null),
            BubbleText.of(StatusSign.WORKING, "Write release notes", "Thinking 漢字 🚀")
                    .stale(Duration.ofMinutes(5)));
    private static final int COLUMNS = 3;

    @ParameterizedTest
    @CsvSource({"light, 1", "light, 2", "dark, 1", "dark, 1.5", "light-contrast, 1", "dark-contrast, 2"})
    void bubblesLookAsTheyDid(String theme, float scale) {
        int cellWidth = Math.round(310 * scale);
        int cellHeight = Math.round(150 * scale);
        RasterImage image = ground(COLUMNS * cellWidth, 2 * cellHeight);
        RasterBatch batch = new RasterBatch(image);
        batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        Canvas canvas = new Canvas(batch, image.height());
        BubblePainter painter = new BubblePainter(
                new RasterTextures(),
                new FontStack(List.of(FontStack.bundled())),
                BubbleTheme.of(theme.startsWith("dark"), theme.endsWith("contrast")));
        batch.begin();
        for (int i = 0; i < TEXTS.size(); i++) {
            BubbleLayout layout = painter.measure(TEXTS.get(i), Math.round(270 * scale), scale);
            BubbleTail tail = i < COLUMNS ? BubbleTail.DOWN : BubbleTail.UP;
            float left = (i % COLUMNS) * cellWidth + 20 * scale;
            float top = (i / COLUMNS) * cellHeight + 20 * scale;
            BubblePose pose = new BubblePose();
            pose.rest(layout, Math.round(left), Math.round(top));
            pose.tail = tail;
            pose.tailX = Math.round(layout.width() * (i + 1) / 7f);
            painter.draw(canvas, layout, pose, 1, null);
        }
        batch.end();
        painter.dispose();
        GoldenFrames.ofModule().check("bubbles/" + theme + "-" + scale + "x", image);
    }

    /** White, black, and a blend of colours, side by side. */
    private static RasterImage ground(int width, int height) {
        RasterImage image = new RasterImage(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int blend = 0xFF000000 | (x * 255 / width) << 16 | (y * 200 / height) << 8 | (160 - y * 120 / height);
                int band = x * COLUMNS / width;
                image.pixels()[y * width + x] = band == 0 ? 0xFFFFFFFF : band == 1 ? 0xFF000000 : blend;
            }
        }
        return image;
    }
}
