package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;
import dev.perch.model.PanelText;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads panels back from the pictures that reach the batch. It is given no alphabet: it learns from the lines which picture
 * stands for which letter, and fails when one stands for two, or when there are more or fewer pictures than letters. So what is
 * drawn says, letter by letter and in its order, what is carried out.
 */
public final class DrawnGlyphs {
    private static final int HEIGHT = 10_000;

    /** Left edge of a panel's lines at scale 1. */
    private static final int LEFT = 14;

    private final PanelPainter painter;
    private final List<Quad> quads = new ArrayList<>();
    private final Map<String, Integer> learnt = new HashMap<>();
    private final Canvas canvas;
    private int lines;

    /** @param painter at scale 1 */
    public DrawnGlyphs(PanelPainter painter) {
        this.painter = painter;
        canvas = new Canvas(
                (Batch) Proxy.newProxyInstance(
                        Batch.class.getClassLoader(),
                        new Class<?>[] {Batch.class},
                        (proxy, method, arguments) -> take(method.getName(), arguments)),
                HEIGHT);
    }

    /** A part of a texture, and where it was drawn, from the top left. */
    private record Quad(Texture texture, String picture, float x, float y, float height) {}

    private @Nullable Object take(String method, Object[] a) {
        if (method.equals("draw") && a.length == 11 && a[0] instanceof Texture texture) {
            String picture = System.identityHashCode(texture) + " " + a[5] + " " + a[6] + " " + a[7] + " " + a[8];
            float height = (float) a[4];
            quads.add(new Quad(texture, picture, (float) a[1], HEIGHT - (float) a[2] - height, height));
        }
        return null;
    }

    /** Draws a panel and fails unless the target that is to be seen on it reads so. */
    public void check(PanelLayout panel, List<String> expected) {
        quads.clear();
        painter.draw(canvas, panel, 0, 0, 0, -1, true);
        Set<Quad> whole = new HashSet<>(quads);
        Set<Texture> pages = new HashSet<>();
        whole.forEach(quad -> pages.add(quad.texture));
        int found = 0;
        for (int i = 0; i < panel.lines().size(); i++) {
            if (panel.text().lines().get(i).tone() == PanelText.Tone.TARGET) {
                TextLayout line = panel.lines().get(i);
                quads.clear();
                for (Texture page : pages) {
                    line.draw(canvas, page, false, LEFT, panel.lineTop(i));
                    line.draw(canvas, page, true, LEFT, panel.lineTop(i));
                }
                assertTrue(whole.containsAll(quads), "it is not on the panel: " + expected.get(found));
                read(expected.get(found), panel.lineTop(i), line.height() / Math.max(1, line.lines()));
                found++;
            }
        }
        assertEquals(expected.size(), found);
    }

    private void read(String expected, int top, int lineHeight) {
        int[] letters = expected.codePoints()
                .filter(letter -> !Character.isSpaceChar(letter))
                .toArray();
        assertEquals(letters.length, quads.size(), () -> "not as many pictures as letters: " + expected);
        quads.sort(Comparator.<Quad>comparingInt(quad -> (int) (quad.y + quad.height / 2 - top) / lineHeight)
                .thenComparingDouble(quad -> quad.x));
        for (int i = 0; i < letters.length; i++) {
            Integer before = learnt.putIfAbsent(quads.get(i).picture, letters[i]);
            int letter = letters[i];
            assertEquals(
                    before == null ? letter : before,
                    letter,
                    () -> String.format("one picture for U+%04X and U+%04X in %s", before, letter, expected));
        }
        lines++;
    }

    /** How many lines were read. */
    public int lines() {
        return lines;
    }

    /** How many pictures of letters were learnt. */
    public int pictures() {
        return learnt.size();
    }

    /** Of how many letters. */
    public int letters() {
        return new HashSet<>(learnt.values()).size();
    }
}
