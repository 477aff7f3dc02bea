package dev.perch.runtime;

import dev.perch.action.ActionDesk;
import dev.perch.action.ActionOutcome;
import dev.perch.action.AuditSink;
import dev.perch.action.Effect;
import dev.perch.action.EffectPort;
import dev.perch.action.GrantBook;
import dev.perch.action.GrantFile;
import dev.perch.action.GrantKeeper;
import dev.perch.action.InputTokens;
import dev.perch.action.PermissionGate;
import dev.perch.action.UserActions;
import dev.perch.action.UserActionsFile;
import dev.perch.audit.AuditLog;
import dev.perch.ecs.Acting;
import dev.perch.ecs.Told;
import dev.perch.files.DirectoryWatch;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What stands behind the actions of one companion: the user's files, the grants, the audit, and two threads, one that writes and
 * one that carries out effects, one after the other. Made and closed by the program.
 */
public final class CompanionActions implements AutoCloseable {
    /** Effects that may wait; a person does not make more at once. */
    private static final int MOST_EFFECTS = 16;

    private static final int MOST_LINES = 1_024;
    private static final String GRANTS = "grants.json";

    private final PermissionGate gate;
    private final InputTokens tokens = new InputTokens();
    private final LongSupplier wallMillis;
    private final GrantKeeper grants;
    private final AuditLog audit;
    private final RecentActivity recent;
    private final UserActionsFile userFiles;
    private volatile UserActions user;
    private final Consumer<Problem> notes;
    private final ExecutorService writer = worker("perch-audit", MOST_LINES);
    private final ExecutorService doer = worker("perch-actions", MOST_EFFECTS);
    private volatile DesktopDoor door = effect ->
            new ActionOutcome.Failed(Problem.error("action", "there is no desktop here", "run Perch in a window"));
    private volatile Consumer<Runnable> renderThread = work -> {};
    private final Path config;
    private final DirectoryWatch watch;
    private final List<DirectoryWatch> userWatches;

    /**
     * Reads the user's files. Blocks; not on the render thread.
     *
     * @param notes told of what cannot be read or written, on any thread
     */
    public CompanionActions(PerchFolders folders, LongSupplier wallMillis, Consumer<Problem> notes) {
        this.notes = notes;
        this.wallMillis = wallMillis;
        config = folders.config();
        userFiles = new UserActionsFile(config, notes);
        user = new UserActionsFile(config, toldOnceTheyAreWatched -> {}).load();
        GrantFile file = new GrantFile(folders.state());
        grants = new GrantKeeper(file);
        GrantBook book = grants.known();
        if (book.fault() != null) {
            notes.accept(book.fault());
        }
        audit = new AuditLog(auditFolder(folders), wallMillis);
        recent = RecentActivity.of(auditFolder(folders));
        gate = new PermissionGate(tokens, user, book);
        watch = new DirectoryWatch(file.path(), () -> inTurn(this::look, GRANTS));
        userWatches = List.of(userWatch("actions.json"), userWatch("commands.json"));
    }

    /** Where the audit of those folders is. */
    public static Path auditFolder(PerchFolders folders) {
        return folders.state().resolve("audit");
    }

    /** Where this companion's audit is written. */
    AuditSink audit() {
        return this::write;
    }

    /** Writes one line of the audit, and blocks until it is on the disk; the user is told when it is not. */
    void auditNow(String kind, Map<String, String> fields) throws IOException {
        try {
            append(kind, fields);
        } catch (IOException e) {
            notes.accept(Problem.warning(
                    "audit", "cannot be written (" + e.getClass().getSimpleName() + ")", "check the disk"));
            throw e;
        }
    }

    /** The folders that the user's file names as workspaces. */
    Set<String> workspaces() {
        return user.workspaces().values().stream().map(Path::toString).collect(Collectors.toSet());
    }

    /** Has effects carried out there from now on. */
    public void onDesktop(DesktopDoor desktop) {
        door = desktop;
    }

    /**
     * A desk for a runtime: its questions are its own, what is granted there is granted at all.
     *
     * @param threads where threads and skills are found
     * @param outcomes told what becomes of effects, on any thread
     */
    Acting acting(ThreadDoor threads, Consumer<Told> outcomes) {
        EffectPort port = new EffectPort() {
            @Override
            public void perform(Effect effect, Consumer<ActionOutcome> done) {
                CompanionActions.this.perform(effect, threads, done);
            }

            @Override
            public Optional<String> thread(Which which) {
                return threads.find(which);
            }
        };
        return new Acting(new ActionDesk(tokens, gate, port, this::write, wallMillis, this::keep), outcomes);
    }

    /**
     * Hears from now on of what is revoked on the disk and of what the user's files say.
     *
     * @param onRenderThread has something done in the next step, from any thread
     */
    void watch(Consumer<Runnable> onRenderThread) {
        renderThread = onRenderThread;
        inTurn(this::beginToWatch, GRANTS);
    }

    /** Waits for what is under way, but not for long. */
    @Override
    public void close() {
        watch.close();
        userWatches.forEach(DirectoryWatch::close);
        doer.shutdownNow();
        writer.shutdown();
        try {
            if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(Effect effect, ThreadDoor threads, Consumer<ActionOutcome> done) {
        ThreadOpening opening = effect instanceof Effect.ShowThread show
                ? new ThreadOpening(shown(show.thread()), door, show.opener())
                : new ThreadOpening(threads, door, List.of());
        try {
            doer.execute(() -> done.accept(opening.perform(effect)));
        } catch (RejectedExecutionException e) {
            done.accept(new ActionOutcome.Failed(
                    Problem.error("action", "too many are under way", "wait until one is done")));
        }
    }

    /** Knows the one thread that the user was shown, whatever has come up since. */
    private static ThreadDoor shown(String id) {
        return new ThreadDoor() {
            @Override
            public Optional<String> find(Which which) {
                return Optional.of(id);
            }
        };
    }

    private void write(String kind, Map<String, String> fields) {
        inTurn(() -> append(kind, fields), "audit");
    }

    private void append(String kind, Map<String, String> fields) throws IOException {
        audit.append(kind, fields);
        recent.add(Instant.ofEpochMilli(wallMillis.getAsLong()), kind, fields);
    }

    /** What was written there of late, in words, the newest first. Any thread; returns at once. */
    List<String> recent() {
        return recent.lines();
    }

    private void keep(GrantBook book) {
        inTurn(
                () -> {
                    look();
                    grants.save(book);
                },
                GRANTS);
    }

    private void beginToWatch() throws IOException {
        Files.createDirectories(grants.folder());
        watch.ensure();
        look();
        Files.createDirectories(config);
        userWatches.forEach(DirectoryWatch::ensure);
        readUser();
    }

    private DirectoryWatch userWatch(String name) {
        return new DirectoryWatch(config.resolve(name), () -> inTurn(this::readUser, name));
    }

    /** What the user's files name counts from now on. */
    private void readUser() {
        UserActions now = userFiles.load();
        user = now;
        renderThread.accept(() -> gate.setUser(now));
    }

    /** Has the gate forget what was revoked elsewhere. */
    private void look() {
        UnaryOperator<GrantBook> change = grants.look(notes);
        if (change != null) {
            renderThread.accept(() -> gate.setBook(change.apply(gate.book())));
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void inTurn(Writing writing, String what) {
        try {
            writer.execute(() -> {
                try {
                    writing.run();
                } catch (IOException e) {
                    notes.accept(Problem.warning(
                            what, "cannot be written (" + e.getClass().getSimpleName() + ")", "check the disk"));
                }
            });
        } catch (RejectedExecutionException e) {
            notes.accept(Problem.warning(what, "cannot be written fast enough, so a line is lost", "check the disk"));
        }
    }

    private static ExecutorService worker(String name, int most) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(most), work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
