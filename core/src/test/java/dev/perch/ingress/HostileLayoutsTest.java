package dev.perch.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.runtime.SystemClock;
import dev.perch.status.StatusEpoch;
import dev.perch.status.StatusFeed;
import dev.perch.status.StatusLog;
import dev.perch.status.StatusServer;
import dev.perch.testkit.LetIn;
import dev.perch.testkit.OpenIngress;
import dev.perch.testkit.SocketCaller;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The place where the sockets lie, made by somebody else before: the one that writes and the one that reads open in none of it,
 * say why in one sentence, and leave it as it is. And whoever gets as far as a socket must be the user.
 */
final class HostileLayoutsTest {
    private static final int NOBODY = 65_534;

    @TempDir
    private Path home;

    @TempDir
    private Path state;

    /** Makes something; what it returns stays open until the attempt is over. */
    @FunctionalInterface
    private interface Trap {
        AutoCloseable set(Path run, Path socket) throws Exception;
    }

    /** The same for traps that hold nothing open. */
    @FunctionalInterface
    private interface Made {
        void make(Path run, Path socket) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> eachIsRefusedInOneSentenceAndLeftAsItIs() throws IOException {
        Map<String, Trap> traps = new LinkedHashMap<>();
        traps.put("the folder is a link to a good one", made((run, socket) -> {
            Files.createSymbolicLink(run, folder(run.resolveSibling("good"), "rwx------"));
        }));
        traps.put("the folder is a link to nowhere", made((run, socket) -> {
            Files.createSymbolicLink(run, run.resolveSibling("nowhere"));
        }));
        traps.put("the folder is a file", made((run, socket) -> Files.writeString(run, "mine")));
        traps.put("the folder is a pipe", made((run, socket) -> pipe(run)));
        traps.put("the group may read the folder", made((run, socket) -> folder(run, "rwxr-----")));
        traps.put("others may enter the folder", made((run, socket) -> folder(run, "rwx-----x")));
        traps.put("others may write to the folder", made((run, socket) -> folder(run, "rwx---rwx")));
        traps.put("the lock is a link", inFolder((run, socket) -> {
            Files.createSymbolicLink(
                    run.resolve("instance.lock"), Files.writeString(run.resolveSibling("victim"), "x"));
        }));
        traps.put("the lock is a pipe", inFolder((run, socket) -> pipe(run.resolve("instance.lock"))));
        traps.put("the socket is a link", inFolder((run, socket) -> {
            Files.createSymbolicLink(socket, Files.writeString(run.resolveSibling("victim"), "x"));
        }));
        traps.put("the socket is a link to nowhere", inFolder((run, socket) -> {
            Files.createSymbolicLink(socket, run.resolveSibling("nowhere"));
        }));
        traps.put("the socket is a file", inFolder((run, socket) -> Files.writeString(socket, "mine")));
        traps.put("the socket is a folder", inFolder((run, socket) -> Files.createDirectory(socket)));
        traps.put("the socket is a pipe", inFolder((run, socket) -> pipe(socket)));
        traps.put("another program listens already", (run, socket) -> {
            folder(run, "rwx------");
            return listener(socket);
        });
        if (SocketCaller.canBeSomebodyElse()) {
            traps.put("the folder is another user's", made((run, socket) -> {
                Files.setAttribute(folder(run, "rwx------"), "unix:uid", NOBODY);
            }));
            traps.put("the socket is another user's", inFolder((run, socket) -> {
                listener(socket).close();
                Files.setAttribute(socket, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }));
        }
        return traps.entrySet().stream()
                .flatMap(trap -> Stream.of(Server.values())
                        .map(server -> DynamicTest.dynamicTest(
                                server.socket + ": " + trap.getKey(), () -> refused(server, trap.getValue()))));
    }

    private void refused(Server server, Trap trap) throws Exception {
        Path place = Files.createTempDirectory(home, "layout");
        Path run = place.resolve("run");
        try (AutoCloseable held = trap.set(run, run.resolve(server.socket))) {
            Map<Path, Object> before = tree(place);
            LocalFault fault =
                    assertThrows(LocalFault.class, () -> open(server, run).close());
            String sentence = fault.problem().sentence();
            assertTrue(sentence.startsWith(run.toString()) && sentence.lines().count() == 1, sentence);
            Map<Path, Object> after = tree(place);
            after.keySet().retainAll(before.keySet()); // a lock may have been made before the socket was looked at
            assertEquals(before, after, sentence);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatADeadCompanionLeftIsInNobodysWay() {
        return Stream.of(Server.values())
                .map(server -> DynamicTest.dynamicTest(server.socket, () -> {
                    Path run = folder(home.resolve(server.name()), "rwx------");
                    listener(run.resolve(server.socket)).close();
                    open(server, run).close();
                }));
    }

    /** As an SSH agent does: even where folder and socket stand open by mistake, the system's word on who calls decides. */
    @TestFactory
    Stream<DynamicTest> anotherUserIsHungUpOnEvenWhereTheSocketStandsOpen() throws IOException {
        return SocketCaller.canBeSomebodyElse()
                ? Stream.of(Server.values())
                        .map(server -> DynamicTest.dynamicTest(server.socket, () -> hungUpOn(server)))
                : Stream.empty();
    }

    private void hungUpOn(Server server) throws Exception {
        Path run = home.resolve(server.name());
        Path socket = run.resolve(server.socket);
        try (AutoCloseable open = open(server, run)) {
            SocketCaller.openToAll(home, socket);
            assertEquals("was answered", SocketCaller.asOurselves(socket, "hello"));
            assertEquals("was hung up on", SocketCaller.asNobody(socket, "hello"));
        }
    }

    /** The sockets besides {@code control.sock}, which has its own tests. */
    private enum Server {
        INGRESS("ingress.sock"),
        STATUS("status.sock");

        private final String socket;

        Server(String socket) {
            this.socket = socket;
        }
    }

    private AutoCloseable open(Server server, Path run) throws Exception {
        RunFolder folder = RunFolder.open(null, run);
        if (server == Server.INGRESS) {
            return new OpenIngress(folder, state, (call, then) -> {}, OpenIngress.GENEROUS, Set.of());
        }
        InstanceLock lock = InstanceLock.take(folder).orElseThrow();
        StatusFeed feed = new StatusFeed(
                new StatusLog(new StatusEpoch(new SecureRandom()), new SystemClock(), InstantSource.system()));
        try {
            StatusServer open = StatusServer.start(lock, new LetIn().place(state), feed, false);
            return () -> {
                open.close();
                feed.close();
                lock.close();
            };
        } catch (LocalFault shut) {
            feed.close();
            lock.close();
            throw shut;
        }
    }

    private static Trap made(Made made) {
        return (run, socket) -> {
            made.make(run, socket);
            return () -> {};
        };
    }

    private static Trap inFolder(Made made) {
        return made((run, socket) -> {
            folder(run, "rwx------");
            made.make(run, socket);
        });
    }

    private static Path folder(Path path, String mode) throws IOException {
        Files.createDirectory(path);
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static void pipe(Path path) throws Exception {
        assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
    }

    private static ServerSocketChannel listener(Path socket) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    }

    /** What each file is, whose, and who may do what with it. */
    private static Map<Path, Object> tree(Path folder) throws IOException {
        Map<Path, Object> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> !each.equals(folder)).toList()) {
                tree.put(file, Files.readAttributes(file, "unix:mode,uid,ino,size", LinkOption.NOFOLLOW_LINKS));
            }
        }
        return tree;
    }
}
