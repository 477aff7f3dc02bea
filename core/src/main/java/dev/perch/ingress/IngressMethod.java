package dev.perch.ingress;

import dev.perch.client.Scope;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a known client can ask on the socket. What is not here does not exist. */
enum IngressMethod {
    PING("ping", null),
    THREAD_FIND("thread/find", null),
    DELIVERY_GET("delivery/get", null),
    SNAPSHOT_PUT("snapshot/put", Scope.SNAPSHOT_WRITE),
    THREAD_START("thread/start", Scope.THREAD_OPEN),
    THREAD_RESUME("thread/resume", Scope.THREAD_OPEN),
    THREAD_FORK("thread/fork", Scope.THREAD_OPEN),
    TURN_START("turn/start", Scope.TURN_START),
    TURN_STEER("turn/steer", Scope.TURN_STEER),
    TURN_INTERRUPT("turn/interrupt", Scope.TURN_INTERRUPT),
    THREAD_QUEUE_ADD("thread/queue/add", Scope.TURN_START);

    private final String wire;
    private final @Nullable Scope scope;

    IngressMethod(String wire, @Nullable Scope scope) {
        this.wire = wire;
        this.scope = scope;
    }

    String wire() {
        return wire;
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
