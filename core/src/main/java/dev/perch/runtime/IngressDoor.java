package dev.perch.runtime;

import dev.perch.bridge.CodexSource;
import dev.perch.bridge.TurnDesk;
import dev.perch.client.Rights;
import dev.perch.ingress.IngressLimits;
import dev.perch.ingress.IngressPorts;
import dev.perch.ingress.IngressServer;
import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.model.BubbleText;
import dev.perch.model.PanelText.Line;
import dev.perch.model.PanelText.Tone;
import dev.perch.model.SessionProjection;
import dev.perch.model.SourceRank;
import dev.perch.model.StatusSign;
import dev.perch.model.TurnNews;
import dev.perch.model.Writers;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where registered programs write, while the user wants it: opened and shut while the companion runs. Safe for threads. */
public final class IngressDoor implements AutoCloseable {

    private final InstanceLock lock;
    private final Companion companion;
    private final CompanionActions actions;
    private final PerchFolders folders;
    private final TurnDesk turns;
    private final ClientQuestions questions;
    private final Consumer<Boolean> remember;
    private final ClientSnapshots snapshots = new ClientSnapshots();
    private final AtomicInteger askings = new AtomicInteger();
    private volatile @Nullable IngressServer server;

    /**
     * A door that is shut.
     *
     * @param questions where the user is asked
     * @param remember told what the user wants from now on, on any thread
     */
    public IngressDoor(
            InstanceLock lock,
            Companion companion,
            CompanionActions actions,
            PerchFolders folders,
            TurnDesk turns,
            ClientQuestions questions,
            Consumer<Boolean> remember) {
        this.lock = lock;
        this.companion = companion;
        this.actions = actions;
        this.folders = folders;
        this.turns = turns;
        this.questions = questions;
        this.remember = remember;
        turns.onNews(this::heard);
        companion.start(SourceRank.INGRESS, snapshots);
    }

    /** Opens it, if it is shut; the user is told when that cannot be. */
    public synchronized void open() {
        if (server != null) {
            return;
        }
        try {
            IngressServer made = IngressServer.start(
                    lock,
                    questions.place(folders, actions),
                    folders.state(),
                    new IngressPorts(
                            turns::send, snapshots::put, finder(), questions::ask, this::spoken, actions.workspaces()),
                    IngressLimits.STANDARD);
            server = made;
            made.onConnected(this::mark);
            mark();
            audit("on");
            heard(new TurnNews.Line(turns.isOpen()));
        } catch (LocalFault fault) {
            companion.note(fault.problem());
        }
    }

    /** Shuts it, and hangs up on all. */
    public synchronized void shut() {
        IngressServer open = server;
        if (open != null) {
            server = null;
            open.close();
            mark();
            audit("off");
        }
    }

    /** Asks the user, at the pet, whether it may be opened; in place of any such question before. @return false: so many questions wait that this one is not asked */
    boolean askToOpen() {
        int asking = askings.incrementAndGet();
        return questions.ask(
                "Click me to answer",
                new HostQuestions.Question(
                        "Let programs write to your agents?",
                        List.of(
                                new Line("Programs that you register can then, each as far as you let it:", Tone.BODY),
                                new Line("show their state at the pet", Tone.TARGET),
                                new Line("write to Codex threads, steer and stop them", Tone.TARGET),
                                new Line(
                                        "None can answer what an agent asks you. The menu, or perch ingress off, ends it.",
                                        Tone.NOTE)),
                        "Turn on",
                        () -> asking == askings.get(),
                        yes -> {
                            if (yes) {
                                Thread opener = new Thread(this::openForGood, "perch-ingress-opener");
                                opener.setDaemon(true);
                                opener.start();
                            }
                        }));
    }

    private void openForGood() {
        open();
        remember.accept(true);
    }

    /** How many connections of registered programs there are; empty: it is shut. Any thread; takes no lock. */
    public OptionalInt connected() {
        IngressServer open = server;
        return open == null ? OptionalInt.empty() : OptionalInt.of(open.connected());
    }

    /** How many orders wait for the disk, at most {@link IngressServer#MOST_WAITING}; empty: it is shut. Any thread; takes no lock. */
    OptionalInt waiting() {
        IngressServer open = server;
        return open == null ? OptionalInt.empty() : OptionalInt.of(open.waiting());
    }

    /** Shuts it until the user says otherwise, and waits until all are hung up on. */
    public void shutForGood() {
        shut();
        remember.accept(false);
    }

    /** Has pets show how it stands now. Any thread. */
    private void mark() {
        OptionalInt connected = connected();
        companion.show(
                connected.isEmpty() ? Writers.SHUT : connected.getAsInt() > 0 ? Writers.CONNECTED : Writers.AWAITED);
    }

    private void heard(TurnNews news) {
        IngressServer open = server;
        if (open != null) {
            open.heard(news);
        }
    }

    private void spoken(IngressPorts.Spoken spoken) {
        boolean stop = spoken.method().equals("turn/interrupt");
        String said = spoken.sender() + (stop ? " stopped Codex" : " wrote to Codex");
        companion.say(BubbleText.of(StatusSign.NONE, said, null));
    }

    private IngressPorts.ThreadFinder finder() {
        return new IngressPorts.ThreadFinder() {
            @Override
            public Optional<String> find(String which, Rights rights) {
                return IngressDoor.this.find(which, rights);
            }

            @Override
            public Optional<String> folder(String thread) {
                return threads()
                        .filter(one -> one.session().id().equals(thread))
                        .findFirst()
                        .map(SessionProjection::workspace);
            }
        };
    }

    private Stream<SessionProjection> threads() {
        return companion.onShow().sessions().stream()
                .filter(one -> one.source().id().equals(CodexSource.ID)
                        && !one.session().id().equals(CodexSource.LINK));
    }

    private Optional<String> find(String which, Rights rights) {
        Stream<SessionProjection> threads = threads()
                .filter(one -> one.parent() == null)
                .filter(one -> rights.mayReach(one.session().id(), Objects.requireNonNullElse(one.workspace(), "")));
        if (which.equals("waiting")) {
            threads = threads.filter(one -> one.status().sign() == StatusSign.NEEDS_INPUT);
        }
        return threads.max(Comparator.comparingLong(SessionProjection::heardNanos))
                .map(one -> one.session().id());
    }

    private void audit(String state) {
        try {
            actions.auditNow("ingress", Map.of("state", state));
        } catch (IOException unwritten) {
            // the user was told
        }
    }

    @Override
    public void close() {
        shut();
        snapshots.stop();
    }
}
