package dev.perch.tools.cost;

import java.util.List;

/** What the companion is made to do while it is measured. */
public enum Scenario {
    /** A still picture: nothing is to happen at all. */
    STATIC_POSE("static pose", "idle", "--reduced-motion"),
    /** Breathing, six times slower than drawn. */
    SLOW_IDLE("slow idle", "idle", "--no-gaze"),
    /** Breathing, with an eye on a pointer that nobody moves. */
    GAZE("slow idle, gaze on", "idle", ""),
    /** At work, with a bubble. */
    WORKING("working", "running", "--settle while_active"),
    /** At work, and tucked away by the user. */
    TUCKED("tucked", "running", "--settle while_active"),
    /** At work, under a window that takes the whole primary monitor. */
    FULLSCREEN("hidden under fullscreen", "running", "--settle while_active");

    private final String title;
    private final String state;
    private final String options;

    Scenario(String title, String state, String options) {
        this.title = title;
        this.state = state;
        this.options = options;
    }

    /** As tables say it. */
    public String title() {
        return title;
    }

    /** What its file of state says, as one JSON object. */
    public String snapshot() {
        return "{\"state\":\"" + state + "\",\"title\":\"" + title + "\",\"body\":\"measured by perch\"}";
    }

    /** The options of {@code perch run} that go with it. */
    public List<String> options() {
        return options.isEmpty() ? List.of() : List.of(options.split(" ", -1));
    }
}
