package dev.perch.testkit;

import dev.perch.audit.AuditLog;
import dev.perch.client.ClientFile;
import dev.perch.client.Consent;
import dev.perch.client.GuestBook;
import dev.perch.ingress.IngressPorts;
import dev.perch.runtime.SystemClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A user who lets every program in, and every delivery through, until told otherwise. */
public final class LetIn implements Consent {
    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    public final List<IngressPorts.Wish> wishes = new CopyOnWriteArrayList<>();
    public volatile boolean yes = true;

    /** Whether there is room for the question of another program. */
    public volatile boolean room = true;

    /** What the user says to each delivery; by default what is said to programs. */
    public volatile Consumer<Consumer<Boolean>> click = answer -> answer.accept(yes);

    @Override
    public boolean ask(Asked program, BooleanSupplier open, Consumer<Boolean> answer) {
        if (room) {
            asked.add(program);
            answer.accept(yes);
        }
        return room;
    }

    /** Reads what is to be sent, and clicks. */
    public boolean read(IngressPorts.Wish wish, BooleanSupplier open, Consumer<Boolean> answer) {
        wishes.add(wish);
        click.accept(answer);
        return true;
    }

    /** What a socket needs at which programs must be known; clients and audit are in that folder. */
    public GuestBook.Place place(Path state) {
        return new GuestBook.Place(
                new ClientFile(state),
                new SystemClock(),
                SystemClock::wallMillis,
                new SecureRandom(),
                this,
                new AuditLog(state.resolve("audit"), SystemClock::wallMillis)::append,
                problem -> {});
    }
}
