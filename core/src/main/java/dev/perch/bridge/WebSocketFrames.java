package dev.perch.bridge;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The client's half of RFC 6455: reads the frames of a server, masks those of a client. */
final class WebSocketFrames {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int MOST_CONTROL_BYTES = 125;
    private static final int BUFFER = 64 * 1024;

    private final ReadableByteChannel in;
    private final int limit;
    private final ControlFrames control;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();

    /** Takes the control frames that come between the pieces of messages. */
    interface ControlFrames {
        void take(int opcode, byte[] payload) throws IOException;
    }

    /** One frame's head. */
    private record Head(boolean last, int opcode, long length) {}

    /**
     * @param head what of the first frames came with the answer to the upgrade
     * @param limit most bytes of a message
     */
    WebSocketFrames(ReadableByteChannel in, ByteBuffer head, int limit, ControlFrames control) {
        this.in = in;
        this.limit = limit;
        this.control = control;
        buffer.clear().put(head).flip();
    }

    /**
     * The next message, put together from its pieces.
     *
     * @return null when the server closed
     * @throws Transport.Oversized when it was too long; it has been skipped
     * @throws ProtocolException when the server does not keep to the protocol
     */
    byte @Nullable [] message() throws IOException {
        Head head = beyondControl();
        if (head == null) {
            return null;
        }
        require(head.opcode() != CONTINUATION, "a continuation of nothing");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        long length = 0;
        while (true) {
            length += head.length();
            take(head.length(), length <= limit ? whole : null);
            if (head.last()) {
                break;
            }
            head = beyondControl();
            if (head == null) {
                return null;
            }
            require(head.opcode() == CONTINUATION, "a new message inside another");
        }
        if (length > limit) {
            throw new Transport.Oversized(limit);
        }
        return whole.toByteArray();
    }

    /** The head of the next frame that is none of control; null at the end. */
    private @Nullable Head beyondControl() throws IOException {
        while (true) {
            Head head = head();
            if (head == null) {
                return null;
            }
            if (head.opcode() < CLOSE) {
                return head;
            }
            require(head.last() && head.length() <= MOST_CONTROL_BYTES, "a control frame that is no single short one");
            ByteArrayOutputStream payload = new ByteArrayOutputStream();
            take(head.length(), payload);
            control.take(head.opcode(), payload.toByteArray());
            if (head.opcode() == CLOSE) {
                return null;
            }
        }
    }

    private @Nullable Head head() throws IOException {
        if (!fill(2)) {
            return null;
        }
        int first = buffer.get() & 0xFF;
        int second = buffer.get() & 0xFF;
        require((first & 0x70) == 0, "an extension that was not agreed on");
        require((second & 0x80) == 0, "a masked frame of a server");
        int opcode = first & 0x0F;
        require(opcode <= BINARY || (opcode >= CLOSE && opcode <= PONG), "an unknown kind of frame");
        return new Head((first & 0x80) != 0, opcode, length(second & 0x7F));
    }

    private long length(int said) throws IOException {
        if (said < 126) {
            return said;
        }
        int bytes = said == 126 ? 2 : 8;
        if (!fill(bytes)) {
            throw new EOFException("the connection ended inside a frame");
        }
        long length = bytes == 2 ? buffer.getShort() & 0xFFFF : buffer.getLong();
        require(length >= 0, "a negative length");
        return length;
    }

    /** @param into null to skip */
    private void take(long length, @Nullable ByteArrayOutputStream into) throws IOException {
        long left = length;
        while (left > 0) {
            if (!fill(1)) {
                throw new EOFException("the connection ended inside a frame");
            }
            int some = (int) Math.min(left, buffer.remaining());
            if (into != null) {
                into.write(buffer.array(), buffer.arrayOffset() + buffer.position(), some);
            }
            buffer.position(buffer.position() + some);
            left -= some;
        }
    }

    /** Reads until so many bytes are there; false when the stream ends before. */
    private boolean fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return true;
        }
        buffer.compact();
        while (buffer.position() < bytes) {
            if (in.read(buffer) < 0) {
                buffer.flip();
                return false;
            }
        }
        buffer.flip();
        return true;
    }

    private static void require(boolean kept, String otherwise) throws ProtocolException {
        if (!kept) {
            throw new ProtocolException("the server sent " + otherwise);
        }
    }

    /** A whole frame of a client, masked. */
    static ByteBuffer masked(int opcode, byte[] payload, RandomGenerator random) {
        byte[] mask = new byte[4];
        random.nextBytes(mask);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i & 3]));
        }
        return frame.flip();
    }
}
