package dev.perch.bridge;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells how the connection stands: each change once, as a problem where the user can do something, and as a session. */
final class LinkNews {
    private static final String INSTALL = "install codex, or put it on the PATH";

    private final String where;
    private final RuntimeSnapshotEmitter emit;
    private @Nullable Link last;

    /** The states of a connection. */
    enum Link {
        CONNECTED("Codex"),
        NO_SERVER("Codex is not running"),
        LOST("Lost Codex"),
        NOT_STARTED("Codex cannot be started"),
        REFUSED("Codex does not let Perch in"),
        OTHER_VERSION("Codex has another version");

        private final String title;

        Link(String title) {
            this.title = title;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** @param where how the user knows the server */
    LinkNews(String where, RuntimeSnapshotEmitter emit) {
        this.where = where;
        this.emit = emit;
    }

    void connected(@Nullable ServerVersion version) {
        if (version != null && version.isKnownGood()) {
            become(Link.CONNECTED, "version " + version);
            return;
        }
        String is = version == null ? "has a version that it does not say" : "has version " + version;
        if (become(Link.OTHER_VERSION, "it " + is)) {
            emit.problem(Problem.warning(
                    where,
                    is + ", and Perch was tested with " + ServerVersion.MEASURED
                            + ", so it shows what goes on and answers nothing",
                    "answer in Codex itself, or look for a newer Perch"));
        }
    }

    void noServer(IOException why) {
        boolean absent = why instanceof NoSuchFileException || why instanceof java.net.ConnectException;
        if (absent && last == Link.LOST) {
            return; // the loss was told, and this is what is left of it
        }
        if (absent) {
            become(Link.NO_SERVER, "start codex; Perch finds it by itself");
        } else if (why instanceof StdioTransport.NotStarted) {
            if (become(Link.NOT_STARTED, INSTALL)) {
                emit.problem(Problem.error(where, said(why), INSTALL));
            }
        } else if (become(Link.REFUSED, said(why))) {
            emit.problem(Problem.error(where, said(why), "check what the source names, and its token"));
        }
    }

    void lost(@Nullable String why) {
        if (become(Link.LOST, why == null ? "it ended" : why)) {
            emit.problem(
                    Problem.warning(where, "the connection ended", "wait, for Perch connects again as soon as it can"));
        }
    }

    void refused(String why) {
        if (become(Link.REFUSED, why)) {
            emit.problem(Problem.error(where, "refused Perch: " + why, "look for a newer Perch"));
        }
    }

    /** Something could not be read. */
    void unread(String why) {
        emit.problem(Problem.warning(where, "sent " + why, "wait, for Perch asks again how things stand"));
    }

    /** @return whether that is new */
    private boolean become(Link link, String body) {
        if (link == last) {
            return false;
        }
        last = link;
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(RuntimeSnapshot.SESSION_ID, CodexSource.LINK);
        facts.put("link", link.word());
        boolean wrong = link == Link.REFUSED || link == Link.NOT_STARTED;
        PetAnimationState state = wrong ? PetAnimationState.FAILED : PetAnimationState.IDLE;
        emit.emit(new RuntimeSnapshot(state, link.title, ThreadSnapshot.line(body, 200), facts));
        return true;
    }

    private static String said(IOException why) {
        String message = why.getMessage();
        return message == null ? why.getClass().getSimpleName() : ThreadSnapshot.line(message, 200);
    }
}
