package dev.perch.action;

import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stored grants of a companion that runs. What something else takes out of the file is gone, whatever the companion still
 * has in mind; what something else puts in does not count, since permissions are given on the screen alone. Blocks; one thread
 * at a time.
 */
public final class GrantKeeper {
    private final GrantFile file;
    private final Set<Grant> revoked = new HashSet<>();
    private GrantBook known;
    private Object stamp;

    /** Reads the file. */
    public GrantKeeper(GrantFile file) {
        this.file = file;
        stamp = file.stamp();
        known = file.load();
    }

    /** What the file said when it was last read or written. */
    public GrantBook known() {
        return known;
    }

    /** Where the file is. */
    public Path folder() {
        return Objects.requireNonNull(file.path().getParent());
    }

    /**
     * Looks whether something else changed the file.
     *
     * @param notes told when it cannot be believed any more
     * @return what that does to the grants in mind; null: nothing changed
     */
    public @Nullable UnaryOperator<GrantBook> look(Consumer<Problem> notes) {
        Object latest = file.stamp();
        GrantBook now = file.load();
        if (latest.equals(stamp) && now.equals(known)) {
            return null;
        }
        stamp = latest;
        Problem fault = now.fault();
        if (fault != null) {
            if (known.fault() == null) {
                notes.accept(fault);
            }
            known = new GrantBook(known.grants(), fault);
            return book -> new GrantBook(book.grants(), fault);
        }
        List<Grant> gone = new ArrayList<>(known.grants());
        gone.removeAll(now.grants());
        revoked.addAll(gone);
        known = now;
        Set<Grant> all = Set.copyOf(revoked);
        boolean none = now.grants().isEmpty();
        return book -> without(book, grant -> all.contains(grant) || none && grant.scope() == Grant.Scope.SESSION);
    }

    /**
     * Stores grants, except those that were revoked. A file that cannot be believed stays as it is, unless nothing is granted
     * any more.
     *
     * @throws IOException when that is not possible; the old ones are still there
     */
    public void save(GrantBook book) throws IOException {
        GrantBook kept = without(book, grant -> revoked.contains(grant) || grant.scope() == Grant.Scope.SESSION);
        if (book.fault() != null || known.fault() != null && !kept.grants().isEmpty()) {
            return;
        }
        file.save(kept);
        stamp = file.stamp();
        known = kept;
    }

    private static GrantBook without(GrantBook book, Predicate<Grant> gone) {
        List<Grant> left = new ArrayList<>(book.grants());
        left.removeIf(gone);
        return new GrantBook(left, null);
    }
}
