package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WireCodecTest {
    private final WireCodec codec = new WireCodec(WireLimits.DEFAULT);

    @Test
    void aRequestWithTheIdZeroIsARequest() throws IOException {
        Message.Request request = assertInstanceOf(
                Message.Request.class, read("{\"id\":0,\"method\":\"item/tool/requestUserInput\",\"params\":{}}"));
        assertEquals(new RequestId(0L), request.id());
    }

    @Test
    void anIdMayBeAText() throws IOException {
        Message.Request request =
                assertInstanceOf(Message.Request.class, read("{\"id\":\"a-1\",\"method\":\"later/invented\"}"));
        assertEquals("{\"id\":\"a-1\",\"result\":{}}", text(WireCodec.reply(request.id(), Map.of())));
    }

    @Test
    void whatIsUnknownIsReadAndKeepsItsOddities() throws IOException {
        Message.Notice notice = assertInstanceOf(
                Message.Notice.class,
                read("{\"method\":\"new/thing\",\"params\":{\"a\":[1,{\"b\":null}],\"threadId\":7},\"emittedAtMs\":5,"
                        + "\"extra\":{}}"));
        assertEquals(5, notice.emittedAtMs());
        assertEquals("", notice.params().text("threadId"));
    }

    @Test
    void anAnswerAndARefusalNameTheirCall() throws IOException {
        assertEquals(new Message.Result(3, Fields.NONE), read("{\"id\":3,\"result\":null}"));
        assertEquals(
                new Message.Refusal(4L, -32001, "later"),
                read("{\"id\":4,\"error\":{\"code\":-32001,\"message\":\"later\"}}"));
        assertEquals(new Message.Refusal(null, -32600, ""), read("{\"id\":null,\"error\":{\"code\":-32600}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"id\":1.5,\"result\":1}",
                "{\"result\":{}}",
                "{\"id\":1,\"result\":{}",
                "{\"a\":1}{}",
                "{\"a\":1,\"a\":2,\"method\":\"m\"}",
                "nul"
            })
    void whatIsNoMessageIsRefused(String bad) {
        assertThrows(IOException.class, () -> read(bad));
    }

    @Test
    void deepNestingIsRefused() {
        assertThrows(IOException.class, () -> read("{\"method\":\"m\",\"params\":" + "[".repeat(1_000) + "}"));
    }

    private Message read(String json) throws IOException {
        return codec.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
