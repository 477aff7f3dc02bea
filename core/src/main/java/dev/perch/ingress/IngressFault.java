package dev.perch.ingress;

/** The codes of refusals that JSON-RPC 2.0 does not have. */
final class IngressFault {
    /** Too much waits; try again later. Codex's own code for that. */
    static final int OVERLOADED = -32_001;
    /** Not before the handshake, or the client is not known. */
    static final int NOT_KNOWN = -32_002;
    /** The client may not do that. */
    static final int NOT_ALLOWED = -32_003;
    /** The user said no, or nothing. */
    static final int DENIED = -32_004;
    /** More than a client may do in that time. */
    static final int TOO_OFTEN = -32_005;
    /** There is no such thing. */
    static final int NOT_FOUND = -32_006;
    /** The disk does not take it. */
    static final int NOT_WRITTEN = -32_007;
    /** The key stands for another delivery. */
    static final int OTHER_BODY = -32_009;

    private IngressFault() {}
}
