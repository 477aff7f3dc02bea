package dev.perch.lwjgl3;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.Platform;

/**
 * Where libraries of a Linux system lie. Of one that LWJGL opens by its mere name it asks the dynamic linker for the path, with
 * {@code dlopen} in a callback of {@code dl_iterate_phdr}: whoever opens a library on another thread at that moment, the JVM
 * itself for one, and it wait for each other for ever (LWJGL 3.3.6 with glibc 2.36, seen at a start). It does not ask for one
 * that it finds itself.
 */
final class SystemLibraries {
    /** Of Debian's layout, then of Fedora's, then of Arch's. */
    private static final List<String> FOLDERS = List.of("/usr/lib/%s-linux-gnu", "/usr/lib64", "/usr/lib");

    private SystemLibraries() {}

    /** Has LWJGL look there, after all other places that it has; its own libraries are found by then. */
    static void tellLwjgl() {
        if (Platform.get() != Platform.LINUX) {
            return;
        }
        String before = Configuration.LIBRARY_PATH.get("");
        String processor = Platform.getArchitecture() == Platform.Architecture.ARM64 ? "aarch64" : "x86_64";
        String all = FOLDERS.stream()
                .map(folder -> String.format(folder, processor))
                .filter(folder -> Files.isDirectory(Path.of(folder)))
                .collect(Collectors.joining(File.pathSeparator));
        if (!before.endsWith(all)) {
            Configuration.LIBRARY_PATH.set(before.isEmpty() ? all : before + File.pathSeparator + all);
        }
    }
}
