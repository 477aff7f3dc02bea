package dev.perch.lwjgl3.bus;

import java.util.List;

/**
 * What goes over the bus (D-Bus specification, "Message Format"). Texts that a message does not have are empty.
 *
 * @param kind {@link #CALL}, {@link #ANSWER}, {@link #ERROR} or {@link #SIGNAL}
 * @param number what an answer to it names; the bus client gives one to each message that it sends
 * @param answerTo the number of the call that it answers; 0 for none
 * @param peer whom it comes from, or is for: a name on the bus
 * @param path of the object
 * @param type the interface; of an error its name
 * @param member the method or the signal
 * @param signature of the arguments
 * @param arguments as {@link Wire} reads and writes them
 */
public record BusMessage(
        int kind,
        long number,
        long answerTo,
        String peer,
        String path,
        String type,
        String member,
        String signature,
        List<Object> arguments) {
    /** Asks for an answer. */
    public static final int CALL = 1;

    /** What a call comes to. */
    public static final int ANSWER = 2;

    /** A call comes to nothing. */
    public static final int ERROR = 3;

    /** Told to whoever listens. */
    public static final int SIGNAL = 4;

    /** Takes a copy. */
    public BusMessage {
        arguments = List.copyOf(arguments);
    }

    /** A call of a method. */
    public static BusMessage call(
            String peer, String path, String type, String member, String signature, Object... arguments) {
        return new BusMessage(CALL, 0, 0, peer, path, type, member, signature, List.of(arguments));
    }

    /** A signal to whoever listens. */
    public static BusMessage signal(String path, String type, String member, String signature, Object... arguments) {
        return new BusMessage(SIGNAL, 0, 0, "", path, type, member, signature, List.of(arguments));
    }

    /** What this call comes to. */
    public BusMessage answer(String answerSignature, Object... values) {
        return new BusMessage(ANSWER, 0, number, peer, "", "", "", answerSignature, List.of(values));
    }

    /** This call comes to nothing, for that reason. */
    public BusMessage refusal(String error) {
        return new BusMessage(ERROR, 0, number, peer, "", error, "", "", List.of());
    }

    /** Whether it is a call of that method. */
    public boolean calls(String ofType, String method) {
        return kind == CALL && type.equals(ofType) && member.equals(method);
    }
}
