package dev.perch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Where lock and socket live, and every way in which that place can be another's. */
final class RunFolderTest {
    @TempDir
    private Path home;

    private Path runtime;

    @BeforeEach
    void makeTheRuntimeDirectory() throws IOException {
        runtime = folder(home.resolve("runtime"), "rwx------");
    }

    @Test
    void theRuntimeDirectoryIsUsedWhereItIsTheUsersAlone() throws Exception {
        RunFolder opened = RunFolder.open(runtime.toString(), home.resolve("state/run"));
        assertEquals(runtime.resolve("perch"), opened.path());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(opened.path())));
        assertFalse(Files.exists(home.resolve("state")));
    }

    @TestFactory
    Stream<DynamicTest> aRuntimeDirectoryThatIsNoneIsPassedOver() throws IOException {
        Map<String, String> directories = new LinkedHashMap<>();
        directories.put("empty", "");
        directories.put("relative", "run");
        directories.put("missing", home.resolve("nowhere").toString());
        directories.put("a file", Files.writeString(home.resolve("file"), "").toString());
        directories.put(
                "a link",
                Files.createSymbolicLink(home.resolve("link"), runtime).toString());
        directories.put(
                "open to the group", folder(home.resolve("group"), "rwxr-x---").toString());
        directories.put("open to all", folder(home.resolve("all"), "rwxrwxrwx").toString());
        directories.put("no path", "\0");
        return directories.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Path fallback = home.resolve("state/run-" + each.getKey().replace(' ', '-'));
                    assertEquals(
                            fallback, RunFolder.open(each.getValue(), fallback).path());
                    assertTrue(Files.isDirectory(fallback));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFolderThatIsNotTheUsersAloneIsRefusedAndLeftAsItIs() throws IOException {
        Map<String, Path> layouts = new LinkedHashMap<>();
        layouts.put("a link to a good folder", Files.createSymbolicLink(home.resolve("a"), runtime));
        layouts.put("a link to nowhere", Files.createSymbolicLink(home.resolve("b"), home.resolve("nowhere")));
        layouts.put("a file", Files.writeString(home.resolve("c"), "mine"));
        layouts.put("the group may read", folder(home.resolve("d"), "rwxr-----"));
        layouts.put("others may enter", folder(home.resolve("e"), "rwx-----x"));
        layouts.put("others may write", folder(home.resolve("f"), "rwx---rwx"));
        layouts.put("the owner may not write", folder(home.resolve("g"), "r-x------"));
        return layouts.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    Object before = state(each.getValue());
                    LocalFault fault = assertThrows(LocalFault.class, () -> RunFolder.open(null, each.getValue()));
                    assertTrue(fault.problem()
                            .sentence()
                            .startsWith(each.getValue().toString()));
                    assertEquals(before, state(each.getValue()));
                }));
    }

    /** Root may give a folder away; nobody else can, and finds the root folder to be root's. */
    @Test
    void aFolderOfAnotherUserIsRefused() throws IOException {
        Path foreign = Path.of("/");
        if (Ownership.of(foreign).isOurs()) {
            foreign = folder(home.resolve("foreign"), "rwx------");
            Files.setAttribute(foreign, "unix:uid", 65_534);
        }
        Path refused = foreign;
        LocalFault fault = assertThrows(LocalFault.class, () -> RunFolder.open(null, refused));
        assertTrue(
                fault.problem().sentence().contains("another user"),
                fault.problem().sentence());
    }

    @Test
    void aPathLongerThanASocketsMayBeIsRefusedBeforeAnythingIsMade() {
        Path deep = home.resolve("x".repeat(100));
        LocalFault fault = assertThrows(LocalFault.class, () -> RunFolder.open(null, deep));
        assertTrue(
                fault.problem().sentence().contains("100 bytes"),
                fault.problem().sentence());
        assertFalse(Files.exists(deep));
    }

    /** From 88 bytes of the folder on a socket's own name is too long; up to 95 its short one is not. */
    @Test
    void aSocketWhosePathWouldBeTooLongHasAShortName() throws Exception {
        Path deep = home.resolve("x".repeat(95 - home.toString().length() - 1));
        RunFolder opened = RunFolder.open(null, deep);
        assertEquals(95, opened.path().toString().length());
        Set<Path> files = new HashSet<>();
        for (String name : List.of("control.sock", "status.sock", "ingress.sock")) {
            Path file = opened.socket(name);
            assertEquals(100, file.toString().length());
            files.add(file);
            try (InstanceLock lock = InstanceLock.take(opened).orElseThrow();
                    ServerSocketChannel bound = LocalSocket.bind(lock, name);
                    LocalLine line = LocalLine.connect(opened, name, 100).orElseThrow()) {
                assertTrue(bound.isOpen() && Files.exists(file));
            }
        }
        assertEquals(3, files.size(), "each has a name of its own");
        Path short1 = folder(home.resolve("short"), "rwx------");
        assertEquals(short1.resolve("status.sock"), RunFolder.open(null, short1).socket("status.sock"));
    }

    @TestFactory
    Stream<DynamicTest> aLockThatIsNoPlainFileIsRefused() throws Exception {
        RunFolder folder = RunFolder.open(runtime.toString(), home);
        Path victim = Files.writeString(home.resolve("victim"), "precious");
        return Stream.of("link", "dangling link", "folder")
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    switch (kind) {
                        case "link" -> Files.createSymbolicLink(folder.lock(), victim);
                        case "dangling link" -> Files.createSymbolicLink(folder.lock(), home.resolve("made"));
                        default -> Files.createDirectory(folder.lock());
                    }
                    assertThrows(LocalFault.class, () -> InstanceLock.take(folder));
                    Files.delete(folder.lock());
                    assertEquals("precious", Files.readString(victim));
                    assertFalse(Files.exists(home.resolve("made")));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoSocketOfOursIsNotTakenAway() throws Exception {
        RunFolder folder = RunFolder.open(runtime.toString(), home);
        Path victim = Files.writeString(home.resolve("victim"), "precious");
        return Stream.of("link", "file", "folder")
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    switch (kind) {
                        case "link" -> Files.createSymbolicLink(folder.socket("control.sock"), victim);
                        case "file" -> Files.writeString(folder.socket("control.sock"), "mine");
                        default -> Files.createDirectory(folder.socket("control.sock"));
                    }
                    try (InstanceLock lock = InstanceLock.take(folder).orElseThrow()) {
                        assertThrows(LocalFault.class, () -> LocalSocket.bind(lock, "control.sock"));
                    }
                    assertTrue(Files.exists(folder.socket("control.sock"), LinkOption.NOFOLLOW_LINKS));
                    assertEquals("precious", Files.readString(victim));
                    Files.delete(folder.socket("control.sock"));
                }));
    }

    private static Path folder(Path path, String mode) throws IOException {
        Files.createDirectory(path);
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static Object state(Path path) throws IOException {
        return Files.readAttributes(path, "unix:mode,uid,ino,nlink", LinkOption.NOFOLLOW_LINKS);
    }
}
