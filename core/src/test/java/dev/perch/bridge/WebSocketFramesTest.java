package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455 as a server may send it. */
final class WebSocketFramesTest {
    private static final int LIMIT = 200_000;

    private final List<String> control = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 199_999})
    void aMessageOfAnyLengthComesWhole(int length) throws IOException {
        byte[] text = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
        assertArrayEquals(text, frames(frame(0x81, text)).message());
    }

    @Test
    void piecesArePutTogetherWithPingsBetweenThem() throws IOException {
        WebSocketFrames frames =
                frames(frame(0x01, "one "), frame(0x89, "p"), frame(0x00, "two "), frame(0x80, "three"));
        assertEquals("one two three", new String(frames.message(), StandardCharsets.UTF_8));
        assertEquals(List.of("9 p"), control);
        assertNull(frames.message());
    }

    @Test
    void itDoesNotMatterWhereTheBytesAreCut() throws IOException {
        byte[] all = join(frame(0x81, "a".repeat(300)), frame(0x01, "b"), frame(0x80, "c"));
        ReadableByteChannel drops = Channels.newChannel(new ByteArrayInputStream(all) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1));
            }
        });
        WebSocketFrames frames = new WebSocketFrames(drops, ByteBuffer.allocate(0), LIMIT, (code, data) -> {});
        assertEquals(300, frames.message().length);
        assertEquals("bc", new String(frames.message(), StandardCharsets.UTF_8));
    }

    @Test
    void whatIsTooLongIsSkippedAndTheNextIsRead() throws IOException {
        WebSocketFrames frames = frames(frame(0x01, "x".repeat(LIMIT)), frame(0x80, "x"), frame(0x81, "next"));
        assertThrows(Transport.Oversized.class, frames::message);
        assertEquals("next", new String(frames.message(), StandardCharsets.UTF_8));
    }

    @Test
    void aCloseEndsIt() throws IOException {
        WebSocketFrames frames = frames(frame(0x88, "\u0003\u00e8"), frame(0x81, "late"));
        assertNull(frames.message());
        assertEquals(1, control.size());
    }

    @ParameterizedTest
    @CsvSource({
        "a continuation of nothing, 0x80",
        "an extension, 0xC1",
        "an unknown kind, 0x83",
        "an unknown control frame, 0x8B",
        "a ping in pieces, 0x09"
    })
    void aServerThatBreaksTheProtocolIsLeft(String what, String first) {
        int head = Integer.decode(first.strip());
        assertThrows(ProtocolException.class, () -> frames(frame(head, "x")).message(), what);
    }

    @Test
    void aNewMessageInsideAnotherAMaskedFrameAndALongPingAreFaults() {
        assertThrows(
                ProtocolException.class,
                () -> frames(frame(0x01, "a"), frame(0x81, "b")).message());
        assertThrows(
                ProtocolException.class,
                () -> frames(new byte[] {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 'x'})
                        .message());
        assertThrows(
                ProtocolException.class,
                () -> frames(frame(0x89, "x".repeat(126))).message());
        assertThrows(
                ProtocolException.class,
                () -> frames(new byte[] {(byte) 0x81, 127, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0})
                        .message());
    }

    @Test
    void anEndInsideAFrameIsNoEndOfTheStream() {
        byte[] whole = frame(0x81, "hello");
        byte[] half = java.util.Arrays.copyOf(whole, 4);
        assertThrows(EOFException.class, () -> frames(half).message());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 125, 126, 65_535, 65_536})
    void whatIsSentIsMasked(int length) {
        byte[] text = "y".repeat(length).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer frame = WebSocketFrames.masked(1, text, new Random(7));
        assertEquals((byte) 0x81, frame.get());
        int said = frame.get() & 0xFF;
        assertEquals(0x80, said & 0x80);
        long got =
                (said & 0x7F) < 126 ? said & 0x7F : (said & 0x7F) == 126 ? frame.getShort() & 0xFFFF : frame.getLong();
        assertEquals(length, got);
        byte[] mask = new byte[4];
        frame.get(mask);
        byte[] clear = new byte[frame.remaining()];
        for (int i = 0; i < clear.length; i++) {
            clear[i] = (byte) (frame.get() ^ mask[i & 3]);
        }
        assertArrayEquals(text, clear);
    }

    @Test
    void theProofIsThatOfTheStandard() {
        assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", WebSocketTransport.accept("dGhlIHNhbXBsZSBub25jZQ=="));
    }

    private WebSocketFrames frames(byte[]... frames) {
        return new WebSocketFrames(
                Channels.newChannel(new ByteArrayInputStream(join(frames))),
                ByteBuffer.allocate(0),
                LIMIT,
                (code, data) -> control.add(code + " " + new String(data, StandardCharsets.ISO_8859_1)));
    }

    private static byte[] frame(int first, String text) {
        return frame(first, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] frame(int first, byte[] data) {
        ByteBuffer frame = ByteBuffer.allocate(data.length + 10).put((byte) first);
        if (data.length < 126) {
            frame.put((byte) data.length);
        } else if (data.length < 65_536) {
            frame.put((byte) 126).putShort((short) data.length);
        } else {
            frame.put((byte) 127).putLong(data.length);
        }
        frame.put(data);
        return java.util.Arrays.copyOf(frame.array(), frame.position());
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
