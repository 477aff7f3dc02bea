package dev.perch.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Asks a companion to quit and says what became of it. The argument is a run folder. It needs nothing but the JDK, since
 * another user may see no more.
 */
final class CallerProgram {
    private CallerProgram() {}

    public static void main(String[] arguments) {
        Path socket = Path.of(arguments[0], "control.sock");
        try (SocketChannel caller = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            System.out.println(said(caller));
        } catch (IOException shut) {
            System.out.println("found no way in");
        }
    }

    private static String said(SocketChannel caller) {
        try {
            String line = "{\"protocol\":1,\"command\":\"quit\"}\n";
            caller.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            return caller.read(ByteBuffer.allocate(4096)) > 0 ? "was answered" : "was hung up on";
        } catch (IOException reset) {
            return "was hung up on";
        }
    }
}
