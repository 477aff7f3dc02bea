package dev.perch.bridge;

/** Something to be asked of the server, so that what is known of a thread becomes whole. */
sealed interface Errand {
    String thread();

    /** Ask what a thread is and how it stands. */
    record Read(String thread) implements Errand {}

    /** Hear of its turns, items and questions from now on; open questions are said again. */
    record Subscribe(String thread) implements Errand {}

    /** Hear only of its status again. A subscription keeps a thread loaded for ever. */
    record Unsubscribe(String thread) implements Errand {}

    /** Ask how its last turn ended, which was not heard. */
    record LastTurn(String thread) implements Errand {}
}
