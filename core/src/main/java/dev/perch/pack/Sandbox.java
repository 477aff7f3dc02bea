package dev.perch.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a command line is wrapped by bubblewrap: no network, no home, its own processes, read-only JDK and class path. */
final class Sandbox {
    private static final List<String> SYSTEM = List.of("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache");

    private Sandbox() {}

    /**
     * The words that go before {@code command}.
     *
     * @param bwrap the program
     * @param javaHome of the JDK that the command runs
     * @param classPath files and folders that it may read
     */
    static List<String> wrap(Path bwrap, Path javaHome, List<Path> classPath) {
        List<String> words = new ArrayList<>(List.of(bwrap.toString(), "--unshare-all", "--die-with-parent"));
        words.addAll(List.of("--new-session", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
        SYSTEM.forEach(path -> bind(words, "--ro-bind-try", path));
        bind(words, "--ro-bind", javaHome.toString());
        settings(javaHome).forEach(path -> bind(words, "--ro-bind-try", path));
        classPath.forEach(path -> bind(words, "--ro-bind", path.toString()));
        words.addAll(List.of("--chdir", "/tmp"));
        return words;
    }

    private static void bind(List<String> words, String how, String path) {
        words.addAll(List.of(how, path, path));
    }

    /** Debian keeps the files of {@code conf} under {@code /etc} and links to them. */
    private static List<String> settings(Path javaHome) {
        Path security = javaHome.resolve("conf/security/java.security");
        try {
            Path real = security.toRealPath();
            Path folder = real.getParent() == null ? null : real.getParent().getParent();
            return folder == null || real.startsWith(javaHome) || !Files.isDirectory(folder)
                    ? List.of()
                    : List.of(folder.toString());
        } catch (IOException e) {
            return List.of();
        }
    }
}
