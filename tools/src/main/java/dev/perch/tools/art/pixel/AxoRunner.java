package dev.perch.tools.art.pixel;

import dev.perch.tools.art.pixel.AxoFace.Eyes;
import dev.perch.tools.art.pixel.AxoFace.Mouth;

/**
 * Axo on all fours, bounding to the right. A bound has four phases (stretched in the air, front
 * feet down, gathered, push off); the eight frames are two bounds with the leading side swapped.
 */
final class AxoRunner {
    private static final byte SKIN = PixelPalette.index('b');
    private static final byte DIM = PixelPalette.index('t');

    private static final int[] FRONT_REACH = {6, 4, -3, 1};
    private static final int[] FRONT_UP = {3, 0, 0, 5};
    private static final int[] HIND_REACH = {-6, -4, 5, -3};
    private static final int[] HIND_UP = {2, 5, 0, 0};
    private static final int[] FRONT_RISE = {4, 1, 0, 3};
    private static final int[] HIND_RISE = {3, 3, 0, 0};
    private static final int[] LONGER = {2, 0, -2, 1};
    private static final int[] TALLER = {-1, 0, 1, 0};
    private static final int[] WAG = {-4, -2, 2, 4, 3, 1, -2, -4};
    private static final int[] FAR_GILL = {2, 0, -2, 1};
    private static final int[] TOP_GILL = {20, 11, 9, 18};
    private static final int[] MIDDLE_GILL = {30, 20, 11, 22};
    private static final int[] LOW_GILL = {40, 30, 20, 32};

    private AxoRunner() {}

    static PixelCanvas draw(int frame) {
        PixelCanvas cell = new PixelCanvas(AxoFront.WIDTH, AxoFront.HEIGHT);
        int phase = frame % 4;
        int lead = frame < 4 ? 2 : -2;
        leg(cell, 31, 38 - FRONT_RISE[phase], FRONT_REACH[phase] - lead, FRONT_UP[phase], DIM);
        leg(cell, 16, 38 - HIND_RISE[phase], HIND_REACH[phase] - lead, HIND_UP[phase], DIM);
        PixelCanvas tail = AxoParts.TAIL_SIDE.wagged(WAG[frame]);
        cell.stack(tail, 2, 34 - HIND_RISE[phase] - StrictMath.abs(WAG[frame]));
        PixelCanvas head = AxoParts.HEAD.resized(-2, -1).modelled(SKIN, 2);
        int headX = 20 + LONGER[phase] / 2;
        int headY = 18 - FRONT_RISE[phase] + (phase == 2 ? 1 : 0);
        AxoGills.draw(cell, FAR_GILL[phase], headX + 17, headY + 3, true);
        AxoGills.draw(cell, TOP_GILL[phase], headX + 4, headY + 3, false);
        body(cell, phase);
        AxoFace.drawTurned(head, Eyes.OPEN, Mouth.GRIN, 0);
        cell.castShadow(head, headX - 2, headY + 2);
        AxoGills.draw(cell, MIDDLE_GILL[phase], headX + 1, headY + 9, false);
        AxoGills.draw(cell, LOW_GILL[phase], headX + 2, headY + 15, false);
        leg(cell, 13, 39 - HIND_RISE[phase], HIND_REACH[phase], HIND_UP[phase], SKIN);
        leg(cell, 27, 39 - FRONT_RISE[phase], FRONT_REACH[phase], FRONT_UP[phase], SKIN);
        cell.stack(head, headX, headY);
        if (phase == 3) {
            cell.stack(AxoProps.PUFF, 2, 46);
        } else if (phase == 0) {
            cell.stack(AxoProps.PUFF_SMALL, 2, 45);
        }
        cell.firmEdge();
        return cell;
    }

    /** The trunk leans: its columns follow the rise of the hind end and of the front end. */
    private static void body(PixelCanvas cell, int phase) {
        int wide = 24 + LONGER[phase];
        int high = 14 + TALLER[phase];
        PixelCanvas body = new PixelCanvas(wide, high);
        body.ellipse(0, 0, wide, high, SKIN);
        int pitch = FRONT_RISE[phase] - HIND_RISE[phase];
        body = body.modelled(SKIN, 3).wagged(pitch);
        cell.stack(body, 10, 46 - high - FRONT_RISE[phase] - StrictMath.abs(pitch));
    }

    private static void leg(PixelCanvas cell, int hipX, int hipY, int reach, int up, byte colour) {
        PixelCanvas layer = new PixelCanvas(AxoFront.WIDTH, AxoFront.HEIGHT);
        int footX = hipX + reach;
        int footY = 45 - up;
        layer.limb(hipX, hipY, footX, footY, 5, colour);
        layer.limb(footX, footY + 1, footX + 2, footY + 1, 4, colour);
        cell.stack(layer.modelled(colour, 1), 0, 0);
    }
}
