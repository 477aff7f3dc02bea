package dev.perch.bridge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of an app-server, as its {@code userAgent} says: {@code name/0.169.0 (system) terminal}. */
record ServerVersion(int major, int minor, int patch) {
    private static final Pattern AGENT = Pattern.compile("[^/\\s]*/(\\d{1,4})\\.(\\d{1,6})\\.(\\d{1,6})");

    /** The version that this was written and measured with. */
    static final ServerVersion MEASURED = new ServerVersion(0, 169, 0);

    /** The version in that user agent, or null. */
    static @Nullable ServerVersion of(String userAgent) {
        Matcher agent = AGENT.matcher(userAgent);
        return agent.lookingAt()
                ? new ServerVersion(
                        Integer.parseInt(agent.group(1)),
                        Integer.parseInt(agent.group(2)),
                        Integer.parseInt(agent.group(3)))
                : null;
    }

    /** Whether what was measured holds. With any other, Perch watches and answers nothing. */
    boolean isKnownGood() {
        return major == MEASURED.major && minor == MEASURED.minor;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
