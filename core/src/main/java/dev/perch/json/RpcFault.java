package dev.perch.json;

/** Why a JSON-RPC request is not done; the message is a sentence for whoever wrote it. */
public final class RpcFault extends Exception {
    private static final long serialVersionUID = 1;

    /** No JSON, or no UTF-8. */
    public static final int NO_JSON = -32_700;

    /** JSON, but no request. */
    public static final int NO_REQUEST = -32_600;

    /** There is no such method. */
    public static final int NO_METHOD = -32_601;

    /** The method does not take that. */
    public static final int BAD_PARAMS = -32_602;

    private final int code;

    /** @param code as JSON-RPC 2.0 has it */
    public RpcFault(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** As JSON-RPC 2.0 has it. */
    public int code() {
        return code;
    }
}
