package dev.perch.tools.art.pixel;

import dev.perch.tools.art.pixel.AxoPose.Arm;
import dev.perch.tools.art.pixel.AxoPose.Depth;
import dev.perch.tools.art.pixel.AxoPose.Hand;
import dev.perch.tools.art.pixel.AxoPose.Prop;

/** Puts the parts of the front-facing Axo together for one pose. */
final class AxoFront {
    static final int WIDTH = 48;
    static final int HEIGHT = 52;
    private static final int MIDDLE = 24;
    private static final int GROUND = 49;
    private static final byte SKIN = PixelPalette.index('b');

    private AxoFront() {}

    static PixelCanvas draw(AxoPose pose) {
        PixelCanvas cell = new PixelCanvas(WIDTH, HEIGHT);
        int middle = MIDDLE + pose.x;
        PixelCanvas trunk = AxoParts.TRUNK.resized(pose.trunkW, pose.trunkH).modelled(SKIN, 2);
        int trunkX = middle - trunk.width() / 2;
        int trunkY = GROUND - pose.lift - trunk.height();
        PixelCanvas head = AxoParts.HEAD.resized(pose.headW, pose.headH).modelled(SKIN, 2);
        int headX = middle + pose.headX - head.width() / 2;
        int headY = trunkY + 2 - head.height() + pose.headY;

        props(cell, pose, Depth.BEHIND);
        tail(cell, pose, middle + trunk.width() / 2 - 6, GROUND - pose.lift - 14 + pose.tailDrop);
        gills(cell, pose, head, headX, headY);
        cell.stack(trunk, trunkX, trunkY);
        feet(cell, pose, middle);
        AxoFace.draw(head, pose.eyes, pose.mouth, pose.lookX, pose.lookY);
        cell.castShadow(head, headX, headY + 2);
        cell.stack(tilted(head, pose.tilt), headX, headY - 3);
        if (pose.glow) {
            glow(cell, headX, headY + head.height() - 3, head.width());
        }
        props(cell, pose, Depth.HELD);
        arm(cell, pose.armLeft, middle, trunkY, true);
        arm(cell, pose.armRight, middle, trunkY, false);
        props(cell, pose, Depth.FRONT);
        cell.firmEdge();
        return cell;
    }

    private static void props(PixelCanvas cell, AxoPose pose, Depth depth) {
        for (Prop prop : pose.props) {
            if (prop.depth() == depth) {
                cell.stack(prop.map(), prop.x(), prop.y());
            }
        }
    }

    private static void tail(PixelCanvas cell, AxoPose pose, int x, int y) {
        cell.stack(AxoParts.TAIL.swayed(pose.tailSway), x - StrictMath.abs(pose.tailSway), y);
    }

    private static void gills(PixelCanvas cell, AxoPose pose, PixelCanvas head, int x, int y) {
        int[] inset = {4, 1, 2};
        int[] down = {4, 10, 15};
        int right = x + head.width() - 1;
        for (int i = 2; i >= 0; i--) {
            int rootY = y + down[i] * head.height() / 20;
            int leftIn = inset[i] - outward(pose.gillsLeft[i]);
            int rightIn = inset[i] - outward(pose.gillsRight[i]);
            int leftY = rootY + tiltAt(inset[i], head.width(), pose.tilt);
            int rightY = rootY + tiltAt(head.width() - 1 - inset[i], head.width(), pose.tilt);
            AxoGills.draw(cell, pose.gillsLeft[i], x + leftIn, leftY, false);
            AxoGills.draw(cell, pose.gillsRight[i], right - rightIn, rightY, true);
        }
    }

    /** A drooping frond sits further out, or the head would hide half of it. */
    private static int outward(int lift) {
        return lift >= 45 ? 3 : lift >= 35 ? 2 : 0;
    }

    private static void feet(PixelCanvas cell, AxoPose pose, int middle) {
        int y = GROUND + 1 - AxoParts.FOOT.height() - pose.lift - pose.feetUp;
        PixelCanvas foot = AxoParts.FOOT;
        cell.stack(foot, middle - 2 - foot.width() - pose.feetOut, y);
        cell.stack(foot.mirrored(), middle + 2 + pose.feetOut, y);
    }

    private static void arm(PixelCanvas cell, Arm arm, int middle, int top, boolean left) {
        int thick = 4;
        PixelCanvas layer = new PixelCanvas(WIDTH, HEIGHT);
        int shoulder = left ? middle - 6 - thick : middle + 6;
        int hand = left ? middle - arm.out() - thick : middle + arm.out();
        layer.limb(shoulder, top + 4, hand, top + arm.down(), thick, SKIN);
        if (arm.hand() == Hand.OPEN) {
            layer.blit(AxoParts.PAW, hand - 2, top + arm.down() - 4);
        }
        cell.stack(layer.modelled(SKIN, 1), 0, 0);
    }

    /** Screen light from below: the shaded underside of the head turns to the glow colour. */
    private static void glow(PixelCanvas cell, int x, int y, int wide) {
        for (int v = y; v < y + 12; v++) {
            for (int u = x; u < x + wide; u++) {
                if (cell.get(u, v) == PixelPalette.index('t')) {
                    cell.set(u, v, PixelPalette.index('c'));
                }
            }
        }
    }

    /** Leans a head by shifting whole bands of columns, three rows of room above and below. */
    static PixelCanvas tilted(PixelCanvas head, int tilt) {
        PixelCanvas out = new PixelCanvas(head.width(), head.height() + 6);
        for (int x = 0; x < head.width(); x++) {
            for (int y = 0; y < head.height(); y++) {
                out.set(x, y + 3 + tiltAt(x, head.width(), tilt), head.get(x, y));
            }
        }
        return out;
    }

    private static int tiltAt(int x, int width, int tilt) {
        int third = width / 3;
        int side = x <= third ? -1 : x >= width - 1 - third ? 1 : 0;
        int edge = x < 4 ? -1 : x > width - 5 ? 1 : 0;
        return side * StrictMath.min(StrictMath.abs(tilt), 1) * Integer.signum(tilt)
                + (StrictMath.abs(tilt) > 1 ? edge * Integer.signum(tilt) : 0);
    }
}
