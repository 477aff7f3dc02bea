package dev.perch.model;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a bubble says, in words. Any characters at all may come; the bubble cuts what does not fit.
 *
 * @param title one or two lines; where it is blank the bubble shows the label of the sign
 * @param body more text in a quieter colour, or null
 * @param sign drawn to the left of the title
 * @param stale whether the source has gone quiet: the bubble turns grey
 * @param note a small line under it all, or null
 */
public record BubbleText(
        String title,
        @Nullable String body,
        StatusSign sign,
        boolean stale,
        @Nullable String note) {

    /** @throws NullPointerException when there is no title or no sign */
    public BubbleText {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(sign, "sign");
    }

    /** A live text with no note. */
    public static BubbleText of(StatusSign sign, String title, @Nullable String body) {
        return new BubbleText(title, body, sign, false, null);
    }

    /** Whether there is nothing to read in it. */
    public boolean isSilent() {
        return sign == StatusSign.NONE && title.isBlank();
    }

    /** The same text, with that name before its note. */
    public BubbleText under(String name) {
        return new BubbleText(title, body, sign, stale, note == null ? name : name + " · " + note);
    }

    /** The same text, marked as stale, with a note that says since when. The note changes once a minute at the most. */
    public BubbleText stale(Duration sinceHeard) {
        return new BubbleText(title, body, sign, true, "stale · last heard " + ago(sinceHeard));
    }

    /** The same text, with a note that says of how many others there would be something to say; none where it has one. */
    public BubbleText besides(int others) {
        return note != null || others == 0 ? this : new BubbleText(title, body, sign, stale, "and " + others + " more");
    }

    private static String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 1
                ? age.toHours() + " h ago"
                : age.toDays() + (age.toDays() == 1 ? " day ago" : " days ago");
    }
}
