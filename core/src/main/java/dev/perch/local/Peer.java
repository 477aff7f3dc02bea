package dev.perch.local;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;

/** Who is at the other end of a socket, by the system's own word (SO_PEERCRED). */
public final class Peer {
    private Peer() {}

    /** Whether it is that user, and no other: root neither, unless that is the user. What cannot be told is not. */
    public static boolean is(SocketChannel channel, UserPrincipal owner) {
        try {
            return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(owner);
        } catch (IOException | UnsupportedOperationException untold) {
            return false;
        }
    }
}
