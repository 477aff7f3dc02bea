package dev.perch.lwjgl3;

import dev.perch.model.Sprite;
import dev.perch.runtime.PetRuntime;
import java.util.IdentityHashMap;

/** Passes solids on as rectangles; those of a sprite are worked out once. Render thread only. */
final class Outline implements PetRuntime.Solids {
    private final IdentityHashMap<Sprite, SolidRegion> regions = new IdentityHashMap<>();
    private RegionSink sink = RegionSink.NOWHERE;

    /** Tells the solids of all that is on show. */
    void tell(PetRuntime runtime, RegionSink to) {
        sink = to;
        runtime.tellSolids(this);
        sink = RegionSink.NOWHERE;
    }

    /** Other sprites are on show from now on. */
    void forget() {
        regions.clear();
    }

    @Override
    public void ink(Sprite sprite, float cellX, float cellY, float scale) {
        SolidRegion region = regions.get(sprite);
        if (region == null) {
            region = SolidRegion.of(sprite.mask());
            regions.put(sprite, region);
        }
        region.tell(sink, cellX + sprite.offsetX() * scale, cellY + sprite.offsetY() * scale, scale);
    }

    @Override
    public void card(int x, int y, int width, int height) {
        sink.add(x, y, width, height);
    }
}
