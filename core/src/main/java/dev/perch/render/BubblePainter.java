package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.math.Rectangle;
import com.badlogic.gdx.utils.Disposable;
import dev.perch.model.BubbleText;
import dev.perch.model.StatusSign;
import dev.perch.render.Typesetter.Style;
import org.jspecify.annotations.Nullable;

/**
 * Measures and draws speech bubbles: a card with a shadow and a tail, the sign, a title, a body and a note. Render thread
 * only. Measuring sets text and may fill textures; do it when the text, the scale or the room changes, or when
 * {@link #isCurrent} says so. Drawing allocates nothing, and takes one texture as long as everything fits on one page.
 */
public final class BubblePainter implements Disposable {
    private static final int TITLE_LINES = 2;
    private static final int BODY_LINES = 3;
    /** How much of a handle is to be seen: it is there to be found, not to be read. */
    private static final float HANDLE = 0.7f;

    private static final float LEAST_SCALE = 0.5f;
    private static final float LARGEST_SCALE = 6;
    /** Texture pages after which a fresh set is begun: 17 MiB, about 4,000 Chinese characters at scale 2. */
    private static final int MOST_PAGES = 5;

    /** Letters that most texts need. */
    private static final BubbleText SAMPLE = new BubbleText(
            "The quick brown fox jumps over the lazy dog",
            "Sphinx of black quartz, judge my vow: 0123456789 (a/b.c_d-e) “May I run the tests?”",
            StatusSign.WORKING,
            true,
            "stale · last heard 5 min ago");

    private final Textures textures;
    private FontStack fonts;
    private BubbleLook current;
    private @Nullable BubbleLook previous;

    /**
     * A painter. Draws nothing yet, and makes no texture before the first {@link #measure}.
     *
     * @param textures where textures come from
     * @param fonts what text is set in; belongs to the painter from now on
     * @param theme the colours
     */
    public BubblePainter(Textures textures, FontStack fonts, BubbleTheme theme) {
        this.textures = textures;
        this.fonts = fonts;
        current = new BubbleLook(theme, fonts, textures);
    }

    /**
     * Changes the colours: layouts made before are no longer current. Does nothing when they are the same.
     *
     * @return whether they are others
     */
    public boolean setTheme(BubbleTheme theme) {
        boolean other = !theme.equals(current.theme());
        if (other) {
            renew(theme);
        }
        return other;
    }

    /** Changes the fonts, for instance when the system's are ready: layouts made before are no longer current. */
    public void setFonts(FontStack newFonts) {
        FontStack old = fonts;
        fonts = newFonts;
        renew(current.theme());
        old.dispose();
    }

    /** What text is set in now; belongs to the painter, and is to be asked on the render thread alone. */
    public FontStack fonts() {
        return fonts;
    }

    /** A painter of panels in the same fonts and colours; belongs to the caller. */
    public PanelPainter panels(float scale) {
        return new PanelPainter(
                textures, fonts, current.theme(), Math.max(LEAST_SCALE, Math.min(LARGEST_SCALE, scale)));
    }

    /**
     * Whether measuring again would give the same. A layout that is not current can still be drawn as long as it is one
     * change behind; after that it shows nothing.
     */
    public boolean isCurrent(BubbleLayout layout) {
        return layout.look() == current;
    }

    /**
     * Sets one text that nobody sees, the first time it is called for these colours and fonts: the next one then finds its
     * letters, and the machine its way.
     */
    public void warm(int maxWidth, float scale) {
        if (!current.warm()) {
            current.setWarm();
            measure(SAMPLE, maxWidth, scale);
        }
    }

    /**
     * Sets a text, cut to a few lines.
     *
     * @param maxWidth the widest that the card may be, in pixels; a card is never narrower than its corners and tail
     * @param scale pixels a design unit, clipped to 0.5 .. 6
     */
    public BubbleLayout measure(BubbleText text, int maxWidth, float scale) {
        return measure(text, maxWidth, scale, false, Integer.MAX_VALUE);
    }

    /**
     * Sets the whole of a text, in all its paragraphs.
     *
     * @param maxHeight the highest that the card may be, in pixels: what has no room is scrolled to; a card is never lower than
     *     a few lines
     */
    public BubbleLayout measureOpen(BubbleText text, int maxWidth, int maxHeight, float scale) {
        return measure(text, maxWidth, scale, true, maxHeight);
    }

    private BubbleLayout measure(BubbleText text, int maxWidth, float scale, boolean open, int maxHeight) {
        if (current.sheet().pages() > MOST_PAGES) {
            renew(current.theme());
        }
        BubbleSkin skin = skin(scale);
        BubbleMetrics metrics = skin.metrics();
        int room = Math.max(maxWidth, metrics.narrowest()) - 2 * metrics.padX() - metrics.icon() - metrics.iconGap();
        String title = text.title().isBlank() ? text.sign().label() : text.title();
        String body = text.body();
        String note = text.note();
        return new BubbleLayout(
                text,
                current,
                skin,
                set(title, metrics.title(), room, open, TITLE_LINES),
                body == null || body.isBlank() || body.equals(title)
                        ? null
                        : set(body, metrics.body(), room, open, BODY_LINES),
                note == null || note.isBlank() ? null : set(note, metrics.note(), room, open, 1),
                open,
                maxHeight);
    }

    private TextLayout set(String text, Style style, int room, boolean whole, int mostLines) {
        Typesetter typesetter = current.typesetter();
        return whole ? typesetter.setAll(text, style, room) : typesetter.set(text, style, room, mostLines);
    }

    /**
     * Draws a bubble; call it between the batch's begin and end, with blending of premultiplied colours. What of the words is
     * not on the card is not drawn.
     *
     * @param shown how much of it all is to be seen, 0 to 1
     * @param part what lies outside, in window pixels from the top left, may be left out; null: nothing
     */
    public void draw(Canvas canvas, BubbleLayout layout, BubblePose pose, float shown, @Nullable Rectangle part) {
        BubbleLook look = layout.look();
        float visible = pose.alpha * shown;
        if (look.sheet().disposed() || visible <= 0 || !reaches(pose, layout.margin(), part)) {
            return;
        }
        BubbleSkin skin = layout.skin();
        canvas.tint(0xFFFFFFFF, visible);
        skin.draw(canvas, pose.x, pose.y, pose.width, pose.height, pose.tail, pose.tailX);
        if (reaches(pose, 0, part)) {
            content(canvas, layout, pose, visible * pose.words);
        }
        canvas.tint(0xFFFFFFFF, 1);
    }

    private static boolean reaches(BubblePose pose, int margin, @Nullable Rectangle part) {
        return part == null
                || pose.x - margin < part.x + part.width
                        && pose.x + pose.width + margin > part.x
                        && pose.y - margin < part.y + part.height
                        && pose.y + pose.height + margin > part.y;
    }

    private static void content(Canvas canvas, BubbleLayout layout, BubblePose pose, float alpha) {
        BubbleLook look = layout.look();
        BubbleSkin skin = layout.skin();
        int inset = skin.metrics().inset();
        canvas.clip(pose.x + inset, pose.y + inset, pose.x + pose.width - inset, pose.y + pose.height - inset);
        sign(canvas, layout, pose.x, pose.y - pose.scroll, alpha);
        int left = pose.x + layout.textLeft();
        for (int i = 0; i < look.sheet().pages(); i++) {
            texts(canvas, layout, look.sheet().page(i), left, pose.y - pose.scroll, alpha);
        }
        canvas.unclip();
        canvas.tint(look.theme().note(), alpha * HANDLE);
        skin.drawHandle(canvas, layout, pose);
    }

    /** How far the shadow and the tail reach out of a card at that scale, on each side. */
    public int margin(float scale) {
        return skin(scale).metrics().margin();
    }

    /** How low an open card is at least at that scale. */
    public int leastHeight(float scale) {
        return skin(scale).metrics().shortest();
    }

    /** How far the tip of the tail is from a card at that scale. */
    public int tailHeight(float scale) {
        return skin(scale).metrics().tailHeight();
    }

    /** Edge of a badge with its shadow, in pixels, at that scale. Makes its picture when it is first asked. */
    public int badgeEdge(float scale) {
        return skin(scale).badgeEdge();
    }

    /** Draws a badge with a sign, grey and dashed when it is stale; {@link #badgeEdge} was asked before at that scale. */
    public void drawBadge(Canvas canvas, StatusSign sign, boolean stale, float scale, int x, int y) {
        int accent = current.theme().accent(stale ? StatusSign.NONE : sign);
        skin(scale).drawBadge(canvas, sign, stale, accent, x, y);
    }

    /** Edge of the mark that other programs may write, in pixels, at that scale. Makes its picture when it is first asked. */
    public int markEdge(float scale) {
        return skin(scale).markEdge();
    }

    /** Draws that mark, in colour while one is connected; {@link #markEdge} was asked before at that scale. */
    public void drawMark(Canvas canvas, boolean connected, float scale, int x, int y) {
        int accent = current.theme().accent(connected ? StatusSign.WORKING : StatusSign.NONE);
        skin(scale).drawMark(canvas, accent, x, y);
    }

    private BubbleSkin skin(float scale) {
        return current.skin(Math.max(LEAST_SCALE, Math.min(LARGEST_SCALE, scale)));
    }

    private static void sign(Canvas canvas, BubbleLayout layout, int left, int top, float alpha) {
        BubbleText text = layout.text();
        StatusSign shown = text.stale() ? StatusSign.NONE : text.sign();
        canvas.tint(layout.look().theme().accent(shown), alpha);
        Patch patch = layout.skin().sign(text.sign(), text.stale());
        canvas.draw(patch, left + layout.skin().metrics().padX(), top + layout.iconTop());
    }

    private static void texts(Canvas canvas, BubbleLayout layout, Texture page, int left, int top, float alpha) {
        BubbleTheme theme = layout.look().theme();
        boolean stale = layout.text().stale();
        int titleTop = top + layout.skin().metrics().padTop();
        text(canvas, layout.title(), page, stale ? theme.body() : theme.title(), alpha, left, titleTop);
        text(canvas, layout.body(), page, stale ? theme.note() : theme.body(), alpha, left, top + layout.bodyTop());
        text(canvas, layout.note(), page, theme.note(), alpha, left, top + layout.noteTop());
    }

    private static void text(
            Canvas canvas, @Nullable TextLayout text, Texture page, int colour, float alpha, int left, int top) {
        if (text != null) {
            canvas.tint(colour, alpha);
            text.draw(canvas, page, false, left, top);
            canvas.tint(0xFFFFFFFF, alpha);
            text.draw(canvas, page, true, left, top);
        }
    }

    private void renew(BubbleTheme theme) {
        BubbleLook oldest = previous;
        if (oldest != null) {
            oldest.dispose();
        }
        previous = current;
        current = new BubbleLook(theme, fonts, textures);
    }

    @Override
    public void dispose() {
        BubbleLook oldest = previous;
        if (oldest != null) {
            oldest.dispose();
        }
        current.dispose();
        fonts.dispose();
    }
}
