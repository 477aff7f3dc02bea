package dev.perch.render;

import com.badlogic.gdx.utils.Disposable;
import com.badlogic.gdx.utils.IntMap;

/** One generation of everything that layouts point to: a theme with its textures, and the fonts that fill them. */
final class BubbleLook implements Disposable {
    private final BubbleTheme theme;
    private final UiSheet sheet;
    private final Typesetter typesetter;
    private final IntMap<BubbleSkin> skins = new IntMap<>();
    private boolean warm;

    BubbleLook(BubbleTheme theme, FontStack fonts, Textures textures) {
        this.theme = theme;
        sheet = new UiSheet(textures);
        typesetter = new Typesetter(fonts, sheet);
    }

    BubbleTheme theme() {
        return theme;
    }

    UiSheet sheet() {
        return sheet;
    }

    Typesetter typesetter() {
        return typesetter;
    }

    /** Whether it was made ready for texts to come. */
    boolean warm() {
        return warm;
    }

    void setWarm() {
        warm = true;
    }

    /** The skin for a scale, rasterised when it is first asked for. Scales are told apart by 64ths. */
    BubbleSkin skin(float scale) {
        int step = Math.round(scale * 64);
        BubbleSkin skin = skins.get(step);
        if (skin == null) {
            skin = new BubbleSkin(BubbleMetrics.at(step / 64f), theme, sheet);
            skins.put(step, skin);
        }
        return skin;
    }

    @Override
    public void dispose() {
        sheet.dispose();
    }
}
