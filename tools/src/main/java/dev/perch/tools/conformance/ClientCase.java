package dev.perch.tools.conformance;

/**
 * One row of the table for clients: what the server does, and what a client must make of it that was told to send one message.
 *
 * @param id names it
 * @param rule one sentence
 * @param play what the server says; it throws where the client said something wrong
 * @param ends how the client's program has to end
 * @param prints what it has to print, on whichever output; empty: anything
 */
record ClientCase(String id, String rule, Play play, Ends ends, String prints) {
    /** What is said over the connections of one run of the client. */
    @FunctionalInterface
    interface Play {
        void take(Stage stage) throws Broken;
    }

    /** How a program ends. */
    enum Ends {
        /** With exit code 0. */
        WELL,
        /** With another. */
        BADLY
    }
}
