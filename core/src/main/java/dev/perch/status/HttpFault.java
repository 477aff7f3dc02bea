package dev.perch.status;

/** Why a request is not answered as it was meant; the message is a sentence for whoever wrote it. */
final class HttpFault extends Exception {
    private static final long serialVersionUID = 1;

    private final int code;

    HttpFault(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    int code() {
        return code;
    }
}
