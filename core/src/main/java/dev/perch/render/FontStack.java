package dev.perch.render;

import com.badlogic.gdx.graphics.g2d.freetype.FreeType;
import com.badlogic.gdx.utils.Disposable;
import com.badlogic.gdx.utils.GdxRuntimeException;
import com.badlogic.gdx.utils.IntMap;
import dev.perch.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that text is set in, best first: a character comes from the first one that has it. Opening reads font files
 * and needs no GL, so it belongs on a background thread; the finished stack is then handed to the render thread and used
 * there alone.
 */
public final class FontStack implements Disposable {
    private final FreeType.Library library;
    private final Map<FontWeight, List<FontFace>> faces = new EnumMap<>(FontWeight.class);
    private final Map<FontWeight, IntMap<@Nullable FontFace>> found = new EnumMap<>(FontWeight.class);
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Opens the fonts. A font that FreeType refuses is left out and named in {@link #problems}.
     *
     * @param families best first
     * @throws IllegalArgumentException when none could be opened
     */
    public FontStack(List<FontFamily> families) {
        library = FreeType.initFreeType();
        for (FontWeight weight : FontWeight.values()) {
            faces.put(weight, new ArrayList<>());
            found.put(weight, new IntMap<>());
        }
        for (FontFamily family : families) {
            open(family);
        }
        if (faces(FontWeight.REGULAR).isEmpty()) {
            library.dispose();
            throw new IllegalArgumentException("no usable font: " + problems);
        }
    }

    /** The font that comes with Perch. Reads resources. */
    public static FontFamily bundled() {
        return new FontFamily(resource("Inter-Regular.ttf"), resource("Inter-SemiBold.ttf"));
    }

    /** What was wrong with fonts that are left out. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Whether a font has the character, so that it is drawn as what it is wherever it stands. */
    public boolean has(int codePoint) {
        return find(FontWeight.REGULAR, codePoint) != null && find(FontWeight.STRONG, codePoint) != null;
    }

    /** The best face that has the character, or null. */
    @Nullable
    FontFace find(FontWeight weight, int codePoint) {
        IntMap<@Nullable FontFace> known = found(weight);
        if (!known.containsKey(codePoint)) {
            known.put(codePoint, search(weight, codePoint));
        }
        return known.get(codePoint);
    }

    /** The face that lines are measured by. */
    FontFace first(FontWeight weight) {
        return faces(weight).get(0);
    }

    /** A pictograph is coloured wherever a font has colours for it; any other character only where no font has an outline. */
    private @Nullable FontFace search(FontWeight weight, int codePoint) {
        boolean coloured = Pictographs.areColoured(codePoint);
        FontFace face = search(weight, codePoint, coloured);
        return face == null ? search(weight, codePoint, !coloured) : face;
    }

    private @Nullable FontFace search(FontWeight weight, int codePoint, boolean coloured) {
        for (FontFace face : faces(weight)) {
            if (face.coloured() == coloured && face.glyph(codePoint) != 0) {
                return face;
            }
        }
        return null;
    }

    private void open(FontFamily family) {
        FreeType.Face regular = open(family.regular());
        if (regular == null) {
            return;
        }
        if ((regular.getFaceFlags() & FreeType.FT_FACE_FLAG_SCALABLE) == 0) {
            openColoured(family.regular(), regular);
            return;
        }
        FontFile strongFile = family.strong();
        FreeType.Face strong = strongFile == null ? null : open(strongFile);
        if (strong == null) {
            strong = open(family.regular());
            strongFile = null;
        }
        faces(FontWeight.REGULAR).add(new OutlineFace(regular, false));
        faces(FontWeight.STRONG).add(new OutlineFace(strong == null ? regular : strong, strongFile == null));
    }

    private void openColoured(FontFile file, FreeType.Face face) {
        ColourStrike strike = ColourStrike.of(file);
        if (strike == null) {
            face.dispose();
            problems.add(Problem.warning(
                    file.name(),
                    "the font has neither outlines nor coloured pictures that Perch can read",
                    "choose another one"));
            return;
        }
        FontFace coloured = new ColourFace(face, strike);
        for (FontWeight weight : FontWeight.values()) {
            faces(weight).add(coloured);
        }
    }

    private FreeType.@Nullable Face open(FontFile file) {
        try {
            return library.newMemoryFace(file.data(), file.index());
        } catch (GdxRuntimeException e) {
            problems.add(Problem.warning(file.name(), "FreeType cannot read the font", "check the file or remove it"));
        }
        return null;
    }

    private List<FontFace> faces(FontWeight weight) {
        return faces.computeIfAbsent(weight, w -> new ArrayList<>());
    }

    private IntMap<@Nullable FontFace> found(FontWeight weight) {
        return found.computeIfAbsent(weight, w -> new IntMap<>());
    }

    private static FontFile resource(String name) {
        try (InputStream in = FontStack.class.getResourceAsStream("/assets/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("assets/fonts/" + name + " is not on the class path");
            }
            byte[] bytes = in.readAllBytes();
            return new FontFile(
                    name, ByteBuffer.allocateDirect(bytes.length).put(bytes).flip(), 0);
        } catch (IOException e) {
            throw new IllegalStateException("assets/fonts/" + name + " cannot be read", e);
        }
    }

    @Override
    public void dispose() {
        library.dispose();
    }
}
