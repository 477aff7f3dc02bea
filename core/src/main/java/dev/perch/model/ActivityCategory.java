package dev.perch.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an agent is busy with. In snapshots it is the word under {@code activity}. */
public enum ActivityCategory {
    THINKING,
    READING,
    EDITING,
    SEARCHING,
    RUNNING_COMMAND,
    CALLING_TOOL,
    REVIEWING,
    COMPACTING,
    WAITING_APPROVAL,
    WAITING_ANSWER,
    RETRYING,
    FAILED,
    INTERRUPTED,
    /** Finished, and not seen yet. */
    DONE_UNREAD;

    /** The word in snapshots, such as {@code running-command}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The category of that word, or null. */
    public static @Nullable ActivityCategory of(Object word) {
        for (ActivityCategory category : values()) {
            if (category.word().equals(word)) {
                return category;
            }
        }
        return null;
    }
}
