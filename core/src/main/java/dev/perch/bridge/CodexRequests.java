package dev.perch.bridge;

import dev.perch.bridge.CodexMethod.Use;
import java.util.List;

/** The 11 requests of an app-server. None is ever answered but by the user's input; an error reply is an answer, too. */
final class CodexRequests {
    static final List<CodexMethod> ALL = List.of(
            card("item/commandExecution/requestApproval", "may a command run"),
            card("item/fileChange/requestApproval", "may files be changed"),
            card("item/tool/requestUserInput", "questions of the agent"),
            card("mcpServer/elicitation/request", "an MCP server asks for a form or a visit to a page"),
            card("item/permissions/requestApproval", "may the agent have more permissions"),
            ignored("item/tool/call", "a tool of the client that started the thread; Perch brings none"),
            ignored(
                    "account/chatgptAuthTokens/refresh",
                    "for the client that signed the user in; Perch holds no tokens"),
            ignored("attestation/generate", "Perch says in the handshake that it attests nothing"),
            ignored("currentTime/read", "for a client that keeps the clock of its threads; Perch does not"),
            ignored("applyPatchApproval", "of the old API, whose turns Perch never starts"),
            ignored("execCommandApproval", "of the old API, whose turns Perch never starts"));

    private CodexRequests() {}

    private static CodexMethod card(String name, String reason) {
        return new CodexMethod(name, true, Use.CARD, reason);
    }

    private static CodexMethod ignored(String name, String reason) {
        return new CodexMethod(name, true, Use.IGNORED, reason);
    }
}
