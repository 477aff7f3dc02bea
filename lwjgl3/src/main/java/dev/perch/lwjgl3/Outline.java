package dev.perch.lwjgl3;

import dev.perch.model.Clip;
import dev.perch.model.PetPackage;
import dev.perch.model.Sprite;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.Solids;
import java.util.IdentityHashMap;

/**
 * Passes solids on as rectangles; those of a sprite are worked out once, ahead of time where that can be. Render thread only,
 * but for {@link #prepare}.
 */
final class Outline implements Solids {
    private final IdentityHashMap<Sprite, SolidRegion> regions = new IdentityHashMap<>();
    private volatile IdentityHashMap<Sprite, SolidRegion> prepared = new IdentityHashMap<>();
    private RegionSink sink = RegionSink.NOWHERE;

    /** Tells the solids of all that is on show. */
    void tell(PetRuntime runtime, RegionSink to) {
        sink = to;
        runtime.tellSolids(this);
        sink = RegionSink.NOWHERE;
    }

    /** Other sprites are on show from now on: works out theirs on a thread of its own. */
    void expect(PetPackage pet) {
        regions.clear();
        Thread worker = new Thread(() -> prepare(pet), "perch-outline");
        worker.setDaemon(true);
        worker.start();
    }

    private void prepare(PetPackage pet) {
        IdentityHashMap<Sprite, SolidRegion> all = new IdentityHashMap<>();
        for (Clip clip : pet.clips().values()) {
            for (Clip.Frame frame : clip.frames()) {
                all.computeIfAbsent(frame.sprite(), sprite -> SolidRegion.of(sprite.mask()));
            }
        }
        prepared = all;
    }

    @Override
    public void ink(Sprite sprite, float cellX, float cellY, float scale) {
        SolidRegion region = prepared.get(sprite);
        if (region == null) {
            region = regions.computeIfAbsent(sprite, unknown -> SolidRegion.of(unknown.mask()));
        }
        region.tell(sink, cellX + sprite.offsetX() * scale, cellY + sprite.offsetY() * scale, scale);
    }

    @Override
    public void card(int x, int y, int width, int height) {
        sink.add(x, y, width, height);
    }
}
