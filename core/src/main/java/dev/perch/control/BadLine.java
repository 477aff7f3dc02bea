package dev.perch.control;

/** A line that is no request or no answer; the message is a sentence for whoever wrote it. */
final class BadLine extends Exception {
    private static final long serialVersionUID = 1;

    BadLine(String sentence) {
        super(sentence);
    }
}
