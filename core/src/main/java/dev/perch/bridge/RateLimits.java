package dev.perch.bridge;

/** What is used of the limits of the user's account. */
final class RateLimits {
    /** From so many percent on the user is told. */
    private static final long MUCH = 80;

    private RateLimits() {}

    /** What to say of them; empty while little is used. */
    static String note(Fields limits) {
        Fields first = limits.object("primary");
        Fields second = limits.object("secondary");
        Fields fullest = first.whole("usedPercent", 0) >= second.whole("usedPercent", 0) ? first : second;
        long used = fullest.whole("usedPercent", 0);
        return used < MUCH
                ? ""
                : used + " % of the limit" + window(fullest.whole("windowDurationMins", 0)) + " is used";
    }

    private static String window(long minutes) {
        if (minutes <= 0) {
            return "";
        }
        return minutes % 1_440 == 0 ? " for " + minutes / 1_440 + " days" : " for " + minutes / 60 + " hours";
    }
}
