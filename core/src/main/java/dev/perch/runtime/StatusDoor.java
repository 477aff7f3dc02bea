package dev.perch.runtime;

import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.status.StatusEpoch;
import dev.perch.status.StatusFeed;
import dev.perch.status.StatusLog;
import dev.perch.status.StatusServer;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Where other programs read how the companion's sessions stand, for as long as it runs. */
public final class StatusDoor implements AutoCloseable {
    private final StatusFeed feed;
    private final StatusServer server;

    private StatusDoor(StatusFeed feed, StatusServer server) {
        this.feed = feed;
        this.server = server;
    }

    /**
     * Opens it; before the companion's window.
     *
     * @param wall the wall clock
     * @param detail whether titles, workspaces and the agents' own names of threads are told to Perch's own commands
     * @param questions where the user is asked who may read
     * @throws LocalFault when its socket cannot be made
     */
    public static StatusDoor open(
            InstanceLock lock,
            Companion companion,
            InstantSource wall,
            boolean detail,
            PerchFolders folders,
            CompanionActions actions,
            ClientQuestions questions)
            throws LocalFault {
        StatusFeed feed = new StatusFeed(new StatusLog(new StatusEpoch(new SecureRandom()), companion.clock(), wall));
        try {
            StatusServer server = StatusServer.start(lock, questions.place(folders, actions), feed, detail);
            companion.onShow(new StatusTap(feed));
            return new StatusDoor(feed, server);
        } catch (LocalFault closed) {
            feed.close();
            throw closed;
        }
    }

    /** What is told. */
    StatusFeed feed() {
        return feed;
    }

    @Override
    public void close() {
        server.close();
        feed.close();
    }
}
