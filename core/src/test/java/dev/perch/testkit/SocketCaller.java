package dev.perch.testkit;

import dev.perch.local.Ownership;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Says one line to a socket, and tells what became of it. The arguments are the socket and the line. The program needs nothing
 * but the JDK, since another user may see no more.
 */
public final class SocketCaller {
    private SocketCaller() {}

    public static void main(String[] arguments) {
        try (SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(arguments[0]))) {
            System.out.print(said(caller, arguments[1] + "\n"));
        } catch (IOException shut) {
            System.out.print("found no way in");
        }
    }

    private static String said(SocketChannel caller, String line) {
        try {
            caller.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            return caller.read(ByteBuffer.allocate(4096)) > 0 ? "was answered" : "was hung up on";
        } catch (IOException reset) {
            return "was hung up on";
        }
    }

    /** Whether a program can be started as somebody else here: by root alone. Where not, that is said. */
    public static boolean canBeSomebodyElse() throws IOException {
        boolean root = Ownership.of(Path.of("/")).isOurs();
        if (!root) {
            System.out.println("not root: no program can be started as another user, so nobody tries it");
        }
        return root;
    }

    /** What becomes of a program of the user's own. */
    public static String asOurselves(Path socket, String line) throws IOException {
        return call(List.of(), socket, line);
    }

    /** What becomes of a program of {@code nobody}. */
    public static String asNobody(Path socket, String line) throws IOException {
        return call(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), socket, line);
    }

    /** Lets everybody into all folders from {@code home} to the socket, and to the socket itself. */
    public static void openToAll(Path home, Path socket) throws IOException {
        for (Path path = socket; path.startsWith(home); path = path.getParent()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }

    private static String call(List<String> as, Path socket, String line) throws IOException {
        List<String> command = new ArrayList<>(as);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SocketCaller.class.getName(),
                socket.toString(),
                line));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
