package dev.perch.lwjgl3.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A terminal that nobody sees, in tmux: its text is read, and keys are typed into it. */
public final class Terminal implements AutoCloseable {
    private final String server = "perch-" + UUID.randomUUID();

    /**
     * Opens a terminal of 110 columns with that program in it.
     *
     * @param environment added to that of the test
     */
    public Terminal(Path folder, Map<String, String> environment, Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "-f", "/dev/null", "new-session", "-d", "-x", "110", "-y", "40", "-c", folder.toString(), "env"));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.add(program.toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of(";", "set-option", "-g", "remain-on-exit", "on"));
        tmux(command);
    }

    /** What stands in it. */
    public String text() {
        return tmux(List.of("capture-pane", "-p"));
    }

    /** Waits until that stands in it. */
    public void await(String words) {
        Eventually.await(() -> text().contains(words), () -> "no \"" + words + "\" in\n" + text());
    }

    /** Waits until that stands in it no more. */
    public void awaitGone(String words) {
        Eventually.await(() -> !text().contains(words), () -> "still \"" + words + "\" in\n" + text());
    }

    /** Types the words, which stand there then. */
    public void draft(String words) {
        tmux(List.of("send-keys", "-l", words));
        await(words);
    }

    /** Types the words, and the return key once they stand there. */
    public void type(String words) {
        draft(words);
        press("Enter");
    }

    /** Presses a key, by tmux's name for it. */
    public void press(String key) {
        tmux(List.of("send-keys", key));
    }

    private String tmux(List<String> words) {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", server));
        command.addAll(words);
        return Child.run(Map.of(), command.toArray(String[]::new));
    }

    @Override
    public void close() {
        tmux(List.of("kill-server"));
    }
}
