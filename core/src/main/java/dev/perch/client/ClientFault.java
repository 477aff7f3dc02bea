package dev.perch.client;

/** The codes of refusals that JSON-RPC 2.0 does not have. */
public final class ClientFault {
    /** Too much waits; try again later. Codex's own code for that. */
    public static final int OVERLOADED = -32_001;
    /** Not before the handshake, or the client is not known. */
    public static final int NOT_KNOWN = -32_002;
    /** The client may not do that. */
    public static final int NOT_ALLOWED = -32_003;
    /** The user said no, or nothing. */
    public static final int DENIED = -32_004;
    /** More than a client may do in that time. */
    public static final int TOO_OFTEN = -32_005;
    /** There is no such thing. */
    public static final int NOT_FOUND = -32_006;
    /** The disk does not take it. */
    public static final int NOT_WRITTEN = -32_007;
    /** The key stands for another delivery. */
    public static final int OTHER_BODY = -32_009;

    private ClientFault() {}
}
