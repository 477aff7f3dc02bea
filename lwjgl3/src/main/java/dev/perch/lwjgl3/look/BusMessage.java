package dev.perch.lwjgl3.look;

import java.util.List;

/**
 * What came from the bus.
 *
 * @param kind 2 for an answer, 3 for an error, 4 for a signal
 * @param answerTo the number of the call that it answers; 0 for none
 * @param member the name of a signal; empty for others
 * @param arguments as {@link Wire} reads them
 */
record BusMessage(int kind, long answerTo, String member, List<Object> arguments) {
    static final int ANSWER = 2;
    static final int ERROR = 3;
    static final int SIGNAL = 4;
}
