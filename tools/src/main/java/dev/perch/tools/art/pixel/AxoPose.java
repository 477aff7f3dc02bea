package dev.perch.tools.art.pixel;

import dev.perch.tools.art.pixel.AxoFace.Eyes;
import dev.perch.tools.art.pixel.AxoFace.Mouth;
import java.util.ArrayList;
import java.util.List;

/** One frame of the sitting, front-facing Axo, as data; the rest pose is the default. */
final class AxoPose {
    /** What the end of an arm looks like. */
    enum Hand {
        FIST,
        OPEN
    }

    /** Where an arm ends: pixels out from the middle and down from the top of the trunk. */
    record Arm(int out, int down, Hand hand) {}

    /** Where in the stack of parts a prop goes. */
    enum Depth {
        BEHIND,
        HELD,
        FRONT
    }

    /** A sprite placed in the cell. */
    record Prop(PixelCanvas map, int x, int y, Depth depth) {}

    int x;
    int lift;
    int trunkW;
    int trunkH;
    int headX;
    int headY;
    int headW;
    int headH;
    int tilt;
    int lookX;
    int lookY;
    int tailSway;
    int tailDrop;
    int feetOut;
    int feetUp;
    boolean glow;
    Eyes eyes = Eyes.OPEN;
    Mouth mouth = Mouth.SMILE;
    int[] gillsLeft = {10, 20, 30};
    int[] gillsRight = {10, 20, 30};
    Arm armLeft = new Arm(4, 9, Hand.FIST);
    Arm armRight = new Arm(4, 9, Hand.FIST);
    final List<Prop> props = new ArrayList<>();

    static AxoPose rest() {
        return new AxoPose();
    }

    AxoPose at(int right, int up) {
        x = right;
        lift = up;
        return this;
    }

    AxoPose trunk(int wider, int taller) {
        trunkW = wider;
        trunkH = taller;
        return this;
    }

    AxoPose head(int right, int down) {
        headX = right;
        headY = down;
        return this;
    }

    AxoPose headSize(int wider, int taller) {
        headW = wider;
        headH = taller;
        return this;
    }

    AxoPose tilt(int steps) {
        tilt = steps;
        return this;
    }

    AxoPose look(int right, int down) {
        lookX = right;
        lookY = down;
        return this;
    }

    AxoPose face(Eyes newEyes, Mouth newMouth) {
        eyes = newEyes;
        mouth = newMouth;
        return this;
    }

    /** Lifts of the fronds (see {@link AxoGills#draw}) from top to bottom, on both sides. */
    AxoPose gills(int top, int middle, int low) {
        return gillsLeft(top, middle, low).gillsRight(top, middle, low);
    }

    AxoPose gillsLeft(int top, int middle, int low) {
        gillsLeft = new int[] {top, middle, low};
        return this;
    }

    AxoPose gillsRight(int top, int middle, int low) {
        gillsRight = new int[] {top, middle, low};
        return this;
    }

    AxoPose left(int out, int down, Hand hand) {
        armLeft = new Arm(out, down, hand);
        return this;
    }

    AxoPose right(int out, int down, Hand hand) {
        armRight = new Arm(out, down, hand);
        return this;
    }

    AxoPose feet(int out, int up) {
        feetOut = out;
        feetUp = up;
        return this;
    }

    AxoPose tail(int sway, int drop) {
        tailSway = sway;
        tailDrop = drop;
        return this;
    }

    AxoPose glow() {
        glow = true;
        return this;
    }

    /** Puts a sprite in front of everything. */
    AxoPose front(PixelCanvas map, int atX, int atY) {
        props.add(new Prop(map, atX, atY, Depth.FRONT));
        return this;
    }

    /** Puts a sprite in front of the body but under the paws. */
    AxoPose hold(PixelCanvas map, int atX, int atY) {
        props.add(new Prop(map, atX, atY, Depth.HELD));
        return this;
    }

    /** Puts a sprite behind the body. */
    AxoPose behind(PixelCanvas map, int atX, int atY) {
        props.add(new Prop(map, atX, atY, Depth.BEHIND));
        return this;
    }
}
