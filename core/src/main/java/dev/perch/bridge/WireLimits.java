package dev.perch.bridge;

import dev.perch.json.StrictJson;

/**
 * Every limit of what an app-server says.
 *
 * @param messageBytes bytes of one message; the server sends up to 16 MiB in one frame, and what is longer comes in pieces
 * @param headBytes bytes of the answer to the upgrade
 * @param json limits of the text
 */
record WireLimits(int messageBytes, int headBytes, StrictJson.Limits json) {
    private static final int MIB = 1024 * 1024;

    /** 16 MiB a message; 4 Mi characters hold any output that Codex keeps of a command. */
    static final WireLimits DEFAULT =
            new WireLimits(16 * MIB, 16 * 1024, new StrictJson.Limits(64, 4 * 1024, 4 * MIB, 64, 1_000_000));
}
