package dev.perch.tools.conformance;

import java.util.List;
import java.util.Set;

/**
 * One row of the table: what is said to a server and what has to come back.
 *
 * @param id names it: a group, a dot, a word
 * @param rule one sentence
 * @param known whether the handshake comes first, for which a client's key is needed
 * @param scopes what that client has to be let do
 * @param steps in their order
 */
record Case(String id, String rule, boolean known, Set<String> scopes, List<Step> steps) {
    /** Something that is said, or that has to come back. */
    @FunctionalInterface
    interface Step {
        void take(Dialogue dialogue) throws Broken;
    }

    /** One of somebody whom the server does not know. */
    static Case stranger(String id, String rule, Step... steps) {
        return new Case(id, rule, false, Set.of(), List.of(steps));
    }

    /** One of a registered client, after the handshake. */
    static Case client(String id, String rule, Step... steps) {
        return new Case(id, rule, true, Set.of(), List.of(steps));
    }

    /** The same, where the client has to be let do that. */
    Case needs(String... what) {
        return new Case(id, rule, known, Set.of(what), steps);
    }
}
