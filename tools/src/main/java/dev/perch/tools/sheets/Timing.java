package dev.perch.tools.sheets;

import java.util.ArrayList;
import java.util.List;

/** Brings a number of pictures with times of their own to the cells of a row, whose times Codex fixes. */
final class Timing {
    private Timing() {}

    /**
     * A picture for each cell: the one that is on show in the middle of the cell's time, where both passes last equally
     * long. As many pictures as cells are taken one by one.
     *
     * @param frames at least one; times of 0 count as equal
     * @param cells the time of each cell in milliseconds
     */
    static List<ArtFrame> spread(List<ArtFrame> frames, List<Integer> cells) {
        if (frames.size() == cells.size()) {
            return frames;
        }
        boolean timed = frames.stream().allMatch(frame -> frame.millis() > 0);
        long whole =
                frames.stream().mapToLong(frame -> timed ? frame.millis() : 1).sum();
        long pass = cells.stream().mapToLong(Integer::longValue).sum();
        List<ArtFrame> spread = new ArrayList<>();
        long before = 0;
        for (int cell : cells) {
            long moment = (2 * before + cell) * whole / (2 * pass);
            spread.add(at(frames, timed, moment));
            before += cell;
        }
        return spread;
    }

    private static ArtFrame at(List<ArtFrame> frames, boolean timed, long moment) {
        long left = moment;
        for (ArtFrame frame : frames) {
            left -= timed ? frame.millis() : 1;
            if (left < 0) {
                return frame;
            }
        }
        return frames.get(frames.size() - 1);
    }
}
