package dev.perch.tools;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.math.Matrix4;
import dev.perch.model.Clip;
import dev.perch.model.Page;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.render.Canvas;
import dev.perch.render.FontStack;
import dev.perch.render.FontWeight;
import dev.perch.render.LabelPainter;
import dev.perch.render.PetPainter;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.LoadedPet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every frame of a pet on one picture: a row a clip with its name and times, cells at the size of the sheet. */
final class ContactSheet {
    private static final int COLUMNS = 8;
    private static final int INK = 0x8A94A6FF;
    private static final int HEADING = 0x6B7688FF;

    private final LoadedPet loaded;
    private final PetPackage pet;
    private final int em;
    private final int label;

    ContactSheet(LoadedPet loaded) {
        this.loaded = loaded;
        pet = loaded.pet();
        em = Math.max(11, pet.cellWidth() / 14);
        label = 2 * em;
    }

    RasterImage draw(FontStack fonts) {
        List<Clip> clips = clips();
        int rows = clips.stream().mapToInt(ContactSheet::rows).sum();
        RasterImage image = new RasterImage(COLUMNS * pet.cellWidth(), rows * pet.cellHeight() + clips.size() * label);
        RasterTextures textures = new RasterTextures();
        RasterBatch batch = new RasterBatch(image);
        batch.setProjectionMatrix(new Matrix4().setToOrtho2D(0, 0, image.width(), image.height()));
        batch.setBlendFunction(GL20.GL_ONE, GL20.GL_ONE_MINUS_SRC_ALPHA);
        LabelPainter labels = new LabelPainter(textures, fonts);
        batch.begin();
        draw(clips, new Canvas(batch, image.height()), labels, textures);
        batch.end();
        labels.dispose();
        return image;
    }

    private void draw(List<Clip> clips, Canvas canvas, LabelPainter labels, RasterTextures textures) {
        List<Texture> pages = new ArrayList<>();
        for (int i = 0; i < pet.pages().size(); i++) {
            Page page = pet.pages().get(i);
            pages.add(
                    textures.create(page.width(), page.height(), loaded.pages().get(i), false));
        }
        int y = 0;
        for (Clip clip : clips) {
            float width = COLUMNS * pet.cellWidth() - em;
            float named = labels.draw(canvas, clip.name(), FontWeight.STRONG, em, HEADING, em / 2f, y + em / 3f, width);
            float after = Math.max(pet.cellWidth(), named + 1.5f * em);
            labels.draw(canvas, times(clip), FontWeight.REGULAR, em, INK, after, y + em / 3f, width + em - after);
            for (int i = 0; i < clip.frames().size(); i++) {
                var sprite = clip.frames().get(i).sprite();
                int cellX = i % COLUMNS * pet.cellWidth();
                int cellY = y + label + i / COLUMNS * pet.cellHeight();
                PetPainter.draw(canvas, pages.get(sprite.page()), sprite, cellX, cellY, 1);
            }
            y += label + rows(clip) * pet.cellHeight();
        }
    }

    /** The nine states as in the sheet, then what else the pet has, by name. */
    private List<Clip> clips() {
        List<Clip> clips = new ArrayList<>();
        for (PetAnimationState state : PetAnimationState.ROWS) {
            if (pet.clips().containsKey(state.id())) {
                clips.add(pet.clip(state.id()));
            }
        }
        pet.clips().keySet().stream()
                .filter(name -> clips.stream().noneMatch(clip -> clip.name().equals(name)))
                .sorted()
                .map(pet::clip)
                .forEach(clips::add);
        return clips;
    }

    private static int rows(Clip clip) {
        return (clip.frames().size() + COLUMNS - 1) / COLUMNS;
    }

    private static String times(Clip clip) {
        boolean held = clip.frames().stream().allMatch(frame -> frame.millis() == 0);
        return held
                ? "held"
                : clip.frames().stream()
                        .map(frame -> String.valueOf(frame.millis()))
                        .collect(Collectors.joining(" · ", "", " ms"));
    }
}
