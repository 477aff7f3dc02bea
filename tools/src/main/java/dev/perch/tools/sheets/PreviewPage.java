package dev.perch.tools.sheets;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One HTML file that plays every state of a pet: no script, no network, the films are in it. */
public final class PreviewPage {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>NAME</title>
            <style>
            body{margin:2rem;font:15px/1.5 system-ui,sans-serif;color:#1e2430;background:#f4f1ea}
            main{display:flex;flex-wrap:wrap;gap:1rem;margin-top:1rem}
            figure{margin:0;padding:.5rem;border-radius:.5rem;background:#fff}
            img{display:block}
            #dark:checked~main figure{background:#1e2430;color:#e8e6e0}
            #checker:checked~main figure{background:repeating-conic-gradient(#d8dce2 0 25%,#fff 0 50%) 0/32px 32px}
            figcaption small{opacity:.7}
            </style></head><body>
            <h1>NAME</h1><p>ABOUT</p>
            <input type="radio" name="g" id="light" checked><label for="light">light</label>
            <input type="radio" name="g" id="dark"><label for="dark">dark</label>
            <input type="radio" name="g" id="checker"><label for="checker">checker</label>
            <main>
            """;

    private PreviewPage() {}

    /** The page. */
    public static String of(Art art) throws IOException {
        Object name = art.manifest().getOrDefault("displayName", art.id());
        Object about = art.manifest().getOrDefault("description", "");
        StringBuilder html =
                new StringBuilder(HEAD.replace("ABOUT", escaped(about)).replace("NAME", escaped(name)));
        Films films = new Films(picture -> picture);
        for (Map.Entry<String, List<ArtFrame>> state : art.states().entrySet()) {
            String film = Base64.getEncoder().encodeToString(films.apng(state.getValue()));
            html.append("<figure><img alt=\"")
                    .append(escaped(state.getKey()))
                    .append("\" src=\"data:image/png;base64,");
            html.append(film)
                    .append("\"><figcaption>")
                    .append(escaped(state.getKey()))
                    .append("<br><small>");
            html.append(times(state.getValue())).append("</small></figcaption></figure>\n");
        }
        return html.append("</main></body></html>\n").toString();
    }

    private static String times(List<ArtFrame> frames) {
        if (frames.stream().allMatch(frame -> frame.millis() == 0)) {
            return frames.size() == 1 ? "held" : "held poses, " + Films.HELD_MILLIS + " ms each here";
        }
        return frames.stream()
                .map(frame -> String.valueOf(frame.millis()))
                .collect(Collectors.joining(" · ", "", " ms"));
    }

    private static String escaped(@Nullable Object text) {
        return String.valueOf(text == null ? "" : text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
