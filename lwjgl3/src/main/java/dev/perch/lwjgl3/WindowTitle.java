package dev.perch.lwjgl3;

/** What a pet tells, as the title of its window. */
final class WindowTitle {
    /** Nothing goes on: the window has its plain title. */
    private static final String CALM = "Idle";

    private String status = "";
    private String title = DesktopApplication.TITLE;

    /** The title for that status: the same object until the status is another. */
    String of(String now) {
        if (!now.equals(status)) {
            status = now;
            title = now.isEmpty() || now.equals(CALM)
                    ? DesktopApplication.TITLE
                    : DesktopApplication.TITLE + " — " + now;
        }
        return title;
    }
}
