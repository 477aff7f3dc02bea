package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.utils.Disposable;
import dev.perch.model.BubbleText;
import dev.perch.model.StatusSign;
import org.jspecify.annotations.Nullable;

/**
 * Measures and draws speech bubbles: a card with a shadow and a tail, the sign, a title, a body and a note. Render thread
 * only. Measuring sets text and may fill textures; do it when the text, the scale or the room changes, or when
 * {@link #isCurrent} says so. Drawing allocates nothing, and takes one texture as long as everything fits on one page.
 */
public final class BubblePainter implements Disposable {
    private static final int TITLE_LINES = 2;
    private static final int BODY_LINES = 3;
    private static final float LEAST_SCALE = 0.5f;
    private static final float LARGEST_SCALE = 6;
    /** Texture pages after which a fresh set is begun: 17 MiB, about 4,000 Chinese characters at scale 2. */
    private static final int MOST_PAGES = 5;

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

    /**
     * Whether measuring again would give the same. A layout that is not current can still be drawn as long as it is one
     * change behind; after that it shows nothing.
     */
    public boolean isCurrent(BubbleLayout layout) {
        return layout.look() == current;
    }

    /**
     * Sets a text.
     *
     * @param maxWidth the widest that the card may be, in pixels; a card is never narrower than its corners and tail
     * @param scale pixels a design unit, clipped to 0.5 .. 6
     */
    public BubbleLayout measure(BubbleText text, int maxWidth, float scale) {
        if (current.sheet().pages() > MOST_PAGES) {
            renew(current.theme());
        }
        BubbleSkin skin = skin(scale);
        BubbleMetrics metrics = skin.metrics();
        int room = Math.max(maxWidth, metrics.narrowest()) - 2 * metrics.padX() - metrics.icon() - metrics.iconGap();
        Typesetter typesetter = current.typesetter();
        String title = text.title().isBlank() ? text.sign().label() : text.title();
        String body = text.body();
        String note = text.note();
        return new BubbleLayout(
                text,
                current,
                skin,
                typesetter.set(title, metrics.title(), room, TITLE_LINES),
                body == null || body.isBlank() || body.equals(title)
                        ? null
                        : typesetter.set(body, metrics.body(), room, BODY_LINES),
                note == null || note.isBlank() ? null : typesetter.set(note, metrics.note(), room, 1));
    }

    /**
     * Draws a bubble; call it between the batch's begin and end, with blending of premultiplied colours.
     *
     * @param x left edge of the card in pixels; rounded, so that text stays crisp while the bubble moves
     * @param y top edge of the card
     * @param tail which way it points
     * @param tailX the tip of the tail, in pixels from the left edge of the card; kept clear of the corners
     * @param alpha 0 to 1
     */
    public void draw(Canvas canvas, BubbleLayout layout, float x, float y, BubbleTail tail, float tailX, float alpha) {
        BubbleLook look = layout.look();
        if (look.sheet().disposed() || alpha <= 0) {
            return;
        }
        int left = Math.round(x);
        int top = Math.round(y);
        canvas.tint(0xFFFFFFFF, alpha);
        layout.skin().draw(canvas, left, top, layout.width(), layout.height(), tail, Math.round(tailX));
        sign(canvas, layout, left, top, alpha);
        for (int i = 0; i < look.sheet().pages(); i++) {
            texts(canvas, layout, look.sheet().page(i), left + layout.textLeft(), top, alpha);
        }
        canvas.tint(0xFFFFFFFF, 1);
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
        canvas.tint(stale ? theme.body() : theme.title(), alpha);
        layout.title().draw(canvas, page, left, top + layout.skin().metrics().padTop());
        TextLayout body = layout.body();
        if (body != null) {
            canvas.tint(stale ? theme.note() : theme.body(), alpha);
            body.draw(canvas, page, left, top + layout.bodyTop());
        }
        TextLayout note = layout.note();
        if (note != null) {
            canvas.tint(theme.note(), alpha);
            note.draw(canvas, page, left, top + layout.noteTop());
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
