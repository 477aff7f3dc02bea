package dev.perch.tools.sheets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The pictures with times that a manifest lists; as they are where it lists none for all of them. */
    static List<ArtFrame> timed(List<ArtFrame> frames, @Nullable Object listed) {
        if (!(listed instanceof List<?> millis) || millis.size() != frames.size()) {
            return frames;
        }
        List<ArtFrame> timed = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            int time = millis.get(i) instanceof Number number ? Math.max(0, number.intValue()) : 0;
            timed.add(new ArtFrame(frames.get(i).name(), frames.get(i).pixels(), time));
        }
        return timed;
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
