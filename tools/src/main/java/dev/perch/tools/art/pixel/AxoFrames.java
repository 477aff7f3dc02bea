package dev.perch.tools.art.pixel;

import dev.perch.tools.art.pixel.AxoFace.Eyes;
import dev.perch.tools.art.pixel.AxoFace.Mouth;
import dev.perch.tools.art.pixel.AxoPose.Hand;

/** The nine rows of the sheet, frame by frame. */
final class AxoFrames {
    /** Used columns of each row. */
    static final int[] COUNTS = {6, 8, 8, 4, 5, 8, 6, 6, 6};

    /** Eight places on the flat ring the stars of a failure run along, from its middle. */
    private static final int[] ORBIT_X = {14, 8, -2, -11, -14, -8, 2, 11};

    private static final int[] ORBIT_Y = {1, 4, 5, 3, -1, -4, -5, -3};

    private AxoFrames() {}

    static PixelCanvas frame(int row, int column) {
        return switch (row) {
            case 1 -> AxoRunner.draw(column);
            case 2 -> AxoRunner.draw(column).mirrored();
            default -> AxoFront.draw(pose(row, column));
        };
    }

    private static AxoPose pose(int row, int column) {
        return switch (row) {
            case 3 -> waving(column);
            case 4 -> jumping(column);
            case 5 -> failed(column);
            case 6 -> waiting(column);
            case 7 -> working(column);
            case 8 -> review(column);
            default -> idle(column);
        };
    }

    private static AxoPose idle(int column) {
        AxoPose pose = AxoPose.rest();
        return switch (column) {
            case 0 -> pose;
            case 1 -> pose.face(Eyes.HALF, Mouth.SMILE).gills(10, 19, 29).tail(1, 0);
            case 2 ->
                pose.face(Eyes.SHUT, Mouth.SMILE).trunk(0, -1).gills(9, 18, 28).tail(1, 0);
            case 3 -> pose.trunk(2, -1).gills(8, 18, 28).tail(1, 1);
            case 4 -> pose.gills(11, 21, 29).tail(0, 1);
            default -> pose.gills(12, 22, 29).tail(-1, 0);
        };
    }

    private static AxoPose waving(int column) {
        AxoPose pose = AxoPose.rest()
                .at(-2, 0)
                .face(Eyes.OPEN, Mouth.GRIN)
                .gillsRight(0, 10, 40)
                .tilt(-1);
        return switch (column) {
            case 0 -> pose.right(15, -12, Hand.OPEN);
            case 1 ->
                pose.right(18, -8, Hand.OPEN).tilt(0).gillsLeft(11, 21, 31).tail(1, 0);
            case 2 ->
                pose.right(16, -11, Hand.OPEN).face(Eyes.HAPPY, Mouth.GRIN).gillsLeft(9, 19, 29);
            default ->
                pose.right(12, -13, Hand.OPEN)
                        .face(Eyes.HAPPY, Mouth.GRIN)
                        .gillsLeft(8, 18, 28)
                        .gillsRight(1, 10, 40)
                        .tail(-1, 0);
        };
    }

    private static AxoPose jumping(int column) {
        AxoPose pose = AxoPose.rest();
        return switch (column) {
            case 0 ->
                pose.trunk(4, -7)
                        .headSize(2, -3)
                        .face(Eyes.UP, Mouth.GRIN)
                        .gills(2, 12, 22)
                        .left(15, -3, Hand.FIST)
                        .right(15, -3, Hand.FIST)
                        .feet(1, 0)
                        .tail(0, 1);
            case 1 ->
                pose.at(0, 4)
                        .trunk(-4, 0)
                        .headSize(-2, 1)
                        .head(0, 2)
                        .face(Eyes.UP, Mouth.OH)
                        .gills(30, 40, 50)
                        .left(11, -3, Hand.FIST)
                        .right(11, -3, Hand.FIST)
                        .feet(-1, -3)
                        .tail(0, 4)
                        .behind(AxoProps.PUFF, 6, 46)
                        .behind(AxoProps.PUFF.mirrored(), 36, 46);
            case 2 ->
                pose.at(0, 9)
                        .trunk(0, -4)
                        .face(Eyes.HAPPY, Mouth.GRIN)
                        .head(0, 1)
                        .gills(10, 20, 30)
                        .left(13, -1, Hand.OPEN)
                        .right(13, -1, Hand.OPEN)
                        .feet(2, 0)
                        .tail(0, 0)
                        .behind(AxoProps.PUFF_SMALL, 4, 47)
                        .behind(AxoProps.PUFF_SMALL.mirrored(), 41, 47);
            case 3 ->
                pose.at(0, 5)
                        .trunk(-2, -2)
                        .face(Eyes.WIDE, Mouth.OH)
                        .gills(0, 10, 19)
                        .left(13, -3, Hand.FIST)
                        .right(13, -3, Hand.FIST)
                        .feet(0, -2)
                        .tail(0, -4);
            default ->
                pose.trunk(4, -8)
                        .headSize(0, -4)
                        .face(Eyes.TIGHT, Mouth.FLAT)
                        .gills(29, 38, AxoGills.FOLDED)
                        .left(13, 5, Hand.FIST)
                        .right(13, 5, Hand.FIST)
                        .feet(3, 0)
                        .tail(0, 1)
                        .front(AxoProps.PUFF, 2, 46)
                        .front(AxoProps.PUFF.mirrored(), 40, 46);
        };
    }

    private static AxoPose failed(int column) {
        int sway = new int[] {0, 1, 1, 1, 0, -1, -1, -1}[column];
        int late = new int[] {-1, -1, 0, 1, 1, 1, 0, -1}[column];
        int dip = new int[] {0, 0, 1, 1, 0, 0, 1, 1}[column];
        AxoPose pose = AxoPose.rest()
                .trunk(4, -6)
                .head(sway, 2 + dip)
                .headSize(2, -1)
                .tilt(sway)
                .face(Eyes.CROSS, Mouth.WAVY)
                .gillsLeft(40 - late, AxoGills.FOLDED, 49 - late)
                .gillsRight(40 + late, AxoGills.FOLDED, 49 + late)
                .left(12, 7, Hand.FIST)
                .right(12, 7, Hand.FIST)
                .feet(2, 0)
                .tail(0, 1);
        for (int offset = 0; offset < 8; offset += 3) {
            int phase = (column + offset) % 8;
            boolean far = ORBIT_Y[phase] < 0;
            PixelCanvas star = far ? AxoProps.STAR_SMALL : AxoProps.STAR;
            int x = 24 + ORBIT_X[phase] - star.width() / 2;
            int y = 16 + ORBIT_Y[phase] - star.height() / 2;
            if (far) {
                pose.behind(star, x, y);
            } else {
                pose.front(star, x, y);
            }
        }
        return pose;
    }

    private static AxoPose waiting(int column) {
        int rise = new int[] {1, 2, 1, 0, -1, 0}[column];
        int swing = new int[] {0, 0, 0, -1, -1, -1}[column];
        AxoPose pose = AxoPose.rest()
                .at(-2, 0)
                .face(Eyes.WIDE, Mouth.OH)
                .gillsRight(20, 30, 40)
                .tilt(column < 3 ? -1 : 0)
                .hold(AxoProps.SIGN, 33 + swing, 4 - rise)
                .right(15, -7 - rise, Hand.FIST);
        return switch (column) {
            case 1 -> pose.gillsLeft(11, 21, 31).tail(1, 0);
            case 2 -> pose.gillsLeft(10, 20, 30).trunk(0, -1).tail(1, 0);
            case 3 -> pose.gillsLeft(9, 18, 29).trunk(0, -1).face(Eyes.SHUT, Mouth.OH);
            case 4 -> pose.gillsLeft(8, 18, 28).tail(-1, 0);
            case 5 -> pose.gillsLeft(10, 19, 29).tail(-1, 0);
            default -> pose;
        };
    }

    private static AxoPose working(int column) {
        boolean odd = column % 2 == 1;
        int[] left = {-3, 7, 0, 7, -3, 5};
        int[] right = {7, -3, 5, -3, 7, 0};
        AxoPose pose = AxoPose.rest()
                .face(Eyes.DOWN, Mouth.TONGUE)
                .look(odd ? 1 : -1, 0)
                .glow()
                .head(0, column % 3 == 1 ? 3 : 2)
                .left(12, left[column], Hand.FIST)
                .right(12, right[column], Hand.FIST)
                .tail(new int[] {0, 1, 1, 0, -1, -1}[column], 0);
        int[] gill = {0, -2, -1, 1, 2, 1};
        int swing = gill[column];
        int other = gill[(column + 3) % 6];
        pose.gillsLeft(10 + swing, 20 + swing, 30 + other);
        pose.gillsRight(10 + other, 20 + other, 30 + swing);
        pose.front(AxoProps.LAPTOP_BASE, 11, 47).front(AxoProps.LAPTOP, 13, 37);
        for (int i = 0; i < 3; i++) {
            int age = (column + 2 * i) % 6;
            pose.behind(AxoProps.BIT, 17 + 6 * i, 14 - 2 * age);
        }
        return pose;
    }

    private static AxoPose review(int column) {
        int up = new int[] {1, 2, 2, 1, 0, 0}[column];
        AxoPose pose = AxoPose.rest()
                .at(-2, 0)
                .face(Eyes.HAPPY, Mouth.GRIN)
                .gillsRight(10, 18, 40)
                .hold(AxoProps.PAPER, 31, 29 - up)
                .right(6, 12 - up, Hand.FIST)
                .left(8, 7, Hand.FIST);
        return switch (column) {
            case 1 -> pose.gillsLeft(11, 21, 31).front(AxoProps.SPARK_SMALL, 4, 37);
            case 2 -> pose.trunk(0, 1).gillsLeft(12, 22, 32).front(AxoProps.SPARK_SMALL, 23, 4);
            case 3 -> pose.gillsLeft(9, 19, 29).front(AxoProps.SPARK, 22, 3);
            case 4 -> pose.trunk(0, -1).gillsLeft(8, 18, 28).front(AxoProps.SPARK_SMALL, 23, 4);
            case 5 -> pose.trunk(2, -1).gillsLeft(9, 19, 29).front(AxoProps.SPARK_SMALL, 4, 37);
            default -> pose.front(AxoProps.SPARK, 3, 36);
        };
    }
}
