package dev.perch.library;

import dev.perch.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Fetches a sheet over HTTPS as the Codex app does: no redirect, status 200, a PNG or WebP by its type, under 20 MB. Only
 * ever called once the user has said yes to that very address. Blocks.
 */
public final class SheetDownload {
    private static final int MOST_BYTES = 20 * 1000 * 1000;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PICTURE = Duration.ofSeconds(60);

    private final SSLContext trust;
    private final Duration mostTime;

    /**
     * What came.
     *
     * @param fileName with the ending of its type
     * @param bytes not looked at yet
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Sheet(String fileName, byte[] bytes) {}

    /** @param trust which servers are believed to be who they say */
    public SheetDownload(SSLContext trust) {
        this(trust, PICTURE);
    }

    /** @param mostTime for the picture, from the server's answer on */
    SheetDownload(SSLContext trust, Duration mostTime) {
        this.trust = trust;
        this.mostTime = mostTime;
    }

    /**
     * Fetches a sheet.
     *
     * @throws LibraryFault when the server answers otherwise than it must
     * @throws IOException when it cannot be reached
     * @throws InterruptedException when the thread is
     */
    public Sheet fetch(URI image) throws LibraryFault, IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trust)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
        HttpRequest request = HttpRequest.newBuilder(image)
                .timeout(ANSWER)
                .header("Accept", "image/webp, image/png")
                .build();
        HttpResponse<InputStream> answer;
        try {
            answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException late) {
            throw fault(image, "the server did not answer in time");
        }
        CompletableFuture<Boolean> late =
                new CompletableFuture<Boolean>().completeOnTimeout(true, mostTime.toMillis(), TimeUnit.MILLISECONDS);
        try (InputStream body = answer.body()) {
            Future<?> unused = late.thenRun(() -> hangUp(body));
            return read(image, answer, body);
        } catch (IOException broken) {
            if (late.isDone()) {
                throw fault(image, "the picture did not come within " + mostTime.toSeconds() + " s");
            }
            throw broken;
        } finally {
            late.cancel(false);
        }
    }

    private static void hangUp(InputStream body) {
        try {
            body.close();
        } catch (IOException gone) {
            // nothing more comes either way
        }
    }

    private static Sheet read(URI image, HttpResponse<InputStream> answer, InputStream body)
            throws LibraryFault, IOException {
        int status = answer.statusCode();
        if (status >= 300 && status < 400) {
            throw fault(image, "the server sends elsewhere, which could be anywhere");
        }
        if (status != 200) {
            throw fault(image, "the server answers " + status);
        }
        String ending =
                ending(image, answer.headers().firstValue("Content-Type").orElse(""));
        if (answer.headers().firstValueAsLong("Content-Length").orElse(0) >= MOST_BYTES) {
            throw fault(image, "the picture is not under 20 MB");
        }
        byte[] bytes = body.readNBytes(MOST_BYTES);
        if (bytes.length == MOST_BYTES) {
            throw fault(image, "the picture is not under 20 MB");
        }
        return new Sheet("spritesheet." + ending, bytes);
    }

    private static String ending(URI image, String type) throws LibraryFault {
        return switch (type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "image/png" -> "png";
            case "image/webp" -> "webp";
            default -> throw fault(image, "the server sends no PNG or WebP picture");
        };
    }

    private static LibraryFault fault(URI image, String what) {
        return new LibraryFault(
                Problem.error(image.getHost(), what, "download the pet by hand and install its folder"));
    }
}
