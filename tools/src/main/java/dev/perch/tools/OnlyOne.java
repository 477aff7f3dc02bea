package dev.perch.tools;

import dev.perch.api.Clock;
import dev.perch.control.ControlServer;
import dev.perch.control.Entrance;
import dev.perch.ingress.IngressServer;
import dev.perch.local.Endpoint;
import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.model.Problem;
import dev.perch.runtime.ClientQuestions;
import dev.perch.runtime.Companion;
import dev.perch.runtime.CompanionActions;
import dev.perch.runtime.IngressDoor;
import dev.perch.runtime.LoopbackDoor;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.StatusDoor;
import dev.perch.settings.Setting;
import dev.perch.settings.SettingsFile;
import dev.perch.status.StatusServer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A start of the companion as the user's only one, with the socket that takes its commands. */
final class OnlyOne implements AutoCloseable {
    private final Workbench bench;
    private final Clock clock;
    private final boolean another;
    private final @Nullable InstanceLock lock;
    private @Nullable ControlServer server;
    private @Nullable StatusDoor status;
    private @Nullable LoopbackDoor pages;
    private volatile @Nullable IngressDoor ingress;
    private Thread opening = new Thread();

    private OnlyOne(Workbench bench, Clock clock, boolean another, @Nullable InstanceLock lock) {
        this.bench = bench;
        this.clock = clock;
        this.another = another;
        this.lock = lock;
    }

    /**
     * Finds out whether another one runs; that one comes forward, and the user is told. Where the system cannot tell, this
     * one runs without control, and the user is told too.
     *
     * @throws ProblemException when another one runs that does not answer
     */
    static OnlyOne enter(Workbench bench, Clock clock) throws ProblemException {
        try {
            Entrance entrance = Entrance.enter(RunningCompanion.folder(bench), clock);
            if (entrance instanceof Entrance.First first) {
                return new OnlyOne(bench, clock, false, first.lock());
            }
            long pid = ((Entrance.Second) entrance).answer().pid();
            bench.say("Perch runs already (process " + pid + ") and has come forward; the options of this start are not"
                    + " used. perch quit ends it.");
            return new OnlyOne(bench, clock, true, null);
        } catch (Entrance.NoAnswer fault) {
            throw new ProblemException(fault.problem());
        } catch (LocalFault fault) {
            bench.note(fault.problem());
            return new OnlyOne(bench, clock, false, null);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return new OnlyOne(bench, clock, true, null);
        }
    }

    /** Whether another one runs, so that this start has nothing to do. */
    boolean isAnother() {
        return another;
    }

    /** Opens doors on a thread of its own, once: the first picture waits for none of them, nor for what is written to the disk. */
    void open(Runnable doors) {
        opening = new Thread(doors, "perch-doors");
        opening.start();
    }

    /** Has commands carried out from now on, where that is possible. */
    void serve(ControlServer.Handler handler) {
        if (lock == null) {
            return;
        }
        try {
            server = ControlServer.start(lock, clock, handler);
            Endpoint.ofThisProcess()
                    .write(lock, List.of(ControlServer.SOCKET, StatusServer.SOCKET, IngressServer.SOCKET));
        } catch (LocalFault fault) {
            bench.note(fault.problem());
        } catch (IOException unwritten) {
            bench.note(Problem.warning(Endpoint.FILE, "cannot be written", "check the run folder"));
        }
    }

    /**
     * Has other programs read how the sessions stand from now on, where that is possible.
     *
     * @param questions where the user is asked who may
     * @param settings say what Perch's own commands and pages may read, and whether pages may at all
     */
    void showStatus(
            Companion companion, CompanionActions actions, ClientQuestions questions, FollowedSettings settings) {
        if (lock == null) {
            return;
        }
        try {
            status = StatusDoor.open(
                    lock,
                    companion,
                    InstantSource.system(),
                    settings.statusDetail(),
                    bench.folders(),
                    actions,
                    questions);
            LoopbackDoor.removeLeftOver(lock);
            LoopbackDoor.Terms terms = settings.statusHttp();
            if (terms != null) {
                pages = LoopbackDoor.open(lock, bench.folders(), clock, status, terms);
            }
        } catch (LocalFault fault) {
            bench.note(fault.problem());
        } catch (IOException closed) {
            bench.note(Problem.warning(
                    "statusHttp",
                    "pages cannot read the status (" + closed.getMessage() + ")",
                    "set statusHttpPort to a free port, or to 0"));
        }
    }

    /**
     * Makes the door for programs that write, where that is possible.
     *
     * @param settings say whether it is to be open now, and keep whether it is to be at the next start
     * @return null: it is not
     */
    @Nullable
    IngressDoor letWrite(
            Companion companion, CompanionActions actions, ClientQuestions questions, FollowedSettings settings) {
        if (lock == null) {
            return null;
        }
        IngressDoor door = new IngressDoor(
                lock, companion, actions, bench.folders(), bench.turns(), questions, on -> keepIngress(settings, on));
        if (settings.ingress()) {
            door.open();
        }
        ingress = door;
        return door;
    }

    /** The door for programs that write; null: there is none here, or none yet. */
    @Nullable
    IngressDoor ingress() {
        return ingress;
    }

    private void keepIngress(FollowedSettings settings, boolean on) {
        try {
            settings.keep(Setting.INGRESS, on ? "on" : "off");
        } catch (IOException unwritten) {
            bench.note(Problem.warning(
                    SettingsFile.NAME, "cannot be written, so the next start asks again", "make it writable"));
        }
    }

    /** Ends the sockets first, then the lock that guards it. */
    @Override
    public void close() {
        awaitDoors();
        IngressDoor door = ingress;
        if (door != null) {
            door.close();
        }
        if (pages != null) {
            pages.close();
        }
        if (status != null) {
            status.close();
        }
        if (server != null) {
            server.close();
        }
        if (lock != null) {
            Endpoint.remove(lock);
            lock.close();
        }
    }

    private void awaitDoors() {
        try {
            opening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
