package dev.perch.ingress;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that can be asked on the socket. What is not here does not exist. */
enum IngressMethod {
    HELLO("hello", When.FIRST, null),
    AUTH("auth", When.FIRST, null),
    CLIENT_REGISTER("client/register", When.FIRST, null),
    PING("ping", When.READY, null),
    THREAD_FIND("thread/find", When.READY, null),
    DELIVERY_GET("delivery/get", When.READY, null),
    SNAPSHOT_PUT("snapshot/put", When.READY, Scope.SNAPSHOT_WRITE),
    THREAD_START("thread/start", When.READY, Scope.THREAD_OPEN),
    THREAD_RESUME("thread/resume", When.READY, Scope.THREAD_OPEN),
    THREAD_FORK("thread/fork", When.READY, Scope.THREAD_OPEN),
    TURN_START("turn/start", When.READY, Scope.TURN_START),
    TURN_STEER("turn/steer", When.READY, Scope.TURN_STEER),
    TURN_INTERRUPT("turn/interrupt", When.READY, Scope.TURN_INTERRUPT),
    THREAD_QUEUE_ADD("thread/queue/add", When.READY, Scope.TURN_START);

    /** When in the life of a connection a method may be called. */
    enum When {
        /** Before anybody is known. */
        FIRST,
        /** Once the client has shown who it is. */
        READY
    }

    private final String wire;
    private final When when;
    private final @Nullable Scope scope;

    IngressMethod(String wire, When when, @Nullable Scope scope) {
        this.wire = wire;
        this.when = when;
        this.scope = scope;
    }

    String wire() {
        return wire;
    }

    When when() {
        return when;
    }

    /** What the client needs; null: nothing but to be known. */
    @Nullable
    Scope scope() {
        return scope;
    }

    /** Whether it asks for something that is delivered, and answered with a receipt. */
    boolean orders() {
        return scope != null && scope != Scope.SNAPSHOT_WRITE;
    }

    static Optional<IngressMethod> of(String wire) {
        return Stream.of(values()).filter(method -> method.wire.equals(wire)).findFirst();
    }
}
