package dev.perch.lwjgl3;

import dev.perch.ecs.Stage;
import dev.perch.place.MonitorLayout;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PetRefit;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.Whereabouts;

/**
 * How large one pet is: another size shows at once, scaled, and sharp as soon as the pet has been opened for it. Render thread
 * only.
 */
final class PetSize implements AutoCloseable {
    /** How much wider a notch of the wheel makes a pet, in logical pixels: 18 from the smallest to the largest. */
    private static final int NOTCH = 8;

    private final Stage stage;
    private final Whereabouts where;
    private final PetRuntime runtime;
    private final PetRefit refit;
    private final Outline outline;
    private final Runnable wake;
    private double zoomed;

    /**
     * The size of a pet that is on show.
     *
     * @param outline told of each pet that is opened anew
     */
    PetSize(Stage stage, Whereabouts where, PetRuntime runtime, PetRefit refit, Outline outline, Runnable wake) {
        this.stage = stage;
        this.where = where;
        this.runtime = runtime;
        this.refit = refit;
        this.outline = outline;
        this.wake = wake;
    }

    /** Shows the pet that has been opened anew, if there is one. */
    void follow() {
        LoadedPet fitted = refit.take();
        if (fitted != null) {
            outline.expect(fitted.pet());
            runtime.replace(fitted);
        }
    }

    void zoom(double notches) {
        zoomed += notches * NOTCH;
        int by = (int) zoomed;
        zoomed -= by;
        setWidth(RuntimeConfig.inRange((long) stage.petWidth + by));
    }

    /** @param petWidth in logical pixels */
    void setWidth(int petWidth) {
        resize(petWidth, stage.contentScale);
    }

    void setScale(float contentScale) {
        resize(stage.petWidth, contentScale);
    }

    void monitors(MonitorLayout layout) {
        float before = stage.contentScale;
        where.monitors(stage, layout);
        if (stage.contentScale != before) {
            refit();
        }
    }

    private void resize(int petWidth, float contentScale) {
        if (petWidth != stage.petWidth || contentScale != stage.contentScale) {
            where.resize(stage, petWidth, contentScale);
            refit();
        }
    }

    private void refit() {
        runtime.resized();
        refit.wish(stage.cellWidth());
        wake.run();
    }

    /** Has the pet opened anew at this size, since it is another one. */
    void renew() {
        refit.renew(stage.cellWidth());
    }

    @Override
    public void close() {
        refit.close();
    }
}
