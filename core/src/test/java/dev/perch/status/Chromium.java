package dev.perch.status;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real browser with one page, driven by its own protocol. */
final class Chromium implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(64, 4096, 1 << 24, 64, 1 << 20));

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<Map<String, ?>> heard = new LinkedBlockingQueue<>();
    private int id;

    Chromium(Path profile) throws Exception {
        process = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--window-size=900,960",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        Path told = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(told) || Files.readAllLines(told).size() < 2) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("chromium did not start: " + Files.readString(profile.resolve("log")));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        String port = Files.readAllLines(told).get(0);
        HttpClient http = HttpClient.newHttpClient();
        String pages = http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String page = pages.replaceAll("(?s).*?\"webSocketDebuggerUrl\": \"(ws://[^\"]*/page/[^\"]*)\".*", "$1");
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(page), new Ear())
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void open(String url) throws Exception {
        ask("Page.navigate", Map.of("url", url));
    }

    /** The value of an expression, a promise's too. */
    Object value(String script) throws Exception {
        Map<String, ?> answer =
                ask("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        return answer.get("result") instanceof Map<?, ?> result ? result.get("value") : null;
    }

    /** Waits until an expression is true. */
    void await(String script) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Boolean.TRUE.equals(value(script))) {
            if (System.nanoTime() > end) {
                throw new AssertionError(script + " is not true on " + value("document.body.innerText"));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    void picture(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Object data = ask("Page.captureScreenshot", Map.of()).get("data");
        Files.write(file, Base64.getDecoder().decode(String.valueOf(data)));
    }

    private Map<String, ?> ask(String method, Map<String, ?> params) throws Exception {
        int asked = ++id;
        socket.sendText(JsonTree.line(Map.of("id", asked, "method", method, "params", params)), true)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            Map<String, ?> answer = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("chromium did not answer " + method);
            }
            if (Integer.valueOf(asked).equals(answer.get("id"))) {
                return answer.get("result") instanceof Map<?, ?> result ? copy(result) : Map.of();
            }
        }
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                text.setLength(0);
                try (JsonParser parser = JSON.parser(bytes, 0, bytes.length)) {
                    heard.add(JsonTree.readObject(parser));
                } catch (IOException odd) {
                    throw new AssertionError(odd);
                }
            }
            from.request(1);
            return null;
        }
    }
}
