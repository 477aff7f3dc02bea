package dev.perch.bridge;

/** All that Perch itself asks of an app-server. What is not here cannot be sent. */
enum ClientMethod {
    INITIALIZE("initialize"),
    THREAD_LOADED_LIST("thread/loaded/list"),
    THREAD_READ("thread/read"),
    /** Subscribes; carries the thread's id and {@code excludeTurns} only, for anything else would change the user's session. */
    THREAD_RESUME("thread/resume"),
    THREAD_UNSUBSCRIBE("thread/unsubscribe"),
    /** The turn of a thread that was joined late. */
    THREAD_TURNS_LIST("thread/turns/list"),
    /** These six carry what another program wants, put together by {@link TurnWords}. */
    THREAD_START("thread/start"),
    THREAD_FORK("thread/fork"),
    TURN_START("turn/start"),
    TURN_STEER("turn/steer"),
    TURN_INTERRUPT("turn/interrupt"),
    THREAD_QUEUE_ADD("thread/queue/add");

    private final String wire;

    ClientMethod(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}
