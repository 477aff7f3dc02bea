package dev.perch.hooks;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** OpenCode has no list of hooks in its settings; it runs every file of its folder of plugins. This is Perch's. */
public final class OpencodePlugin {
    private static final String TEMPLATE = "/assets/hooks/opencode-plugin.js";
    private static final String FIRST_WORDS = "// Perch's plugin for OpenCode:";

    private OpencodePlugin() {}

    /** The plugin, which leaves the events that matter in that folder. */
    public static String text(Path spool) throws IOException {
        try (InputStream in = OpencodePlugin.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new FileNotFoundException("the plugin for OpenCode is missing from this build");
            }
            String events = HookTable.wanted(HookAgent.OPENCODE).stream()
                    .map(event -> '"' + event + '"')
                    .collect(Collectors.joining(", "));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@SPOOL@", spool.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .replace("@EVENTS@", events);
        }
    }

    /** Whether a file is Perch's, of whatever version. */
    public static boolean isOurs(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).startsWith(FIRST_WORDS);
    }
}
