package dev.perch.action;

import dev.perch.model.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All grants at a moment. A value.
 *
 * @param grants in the order in which they were made
 * @param fault why the stored ones cannot be believed, so that everything is denied; null: they can
 */
public record GrantBook(List<Grant> grants, @Nullable Problem fault) {
    /** Nothing granted yet. */
    public static final GrantBook EMPTY = new GrantBook(List.of(), null);

    /** More than a user can look through; the oldest go. */
    private static final int MOST = 256;

    /** Takes a copy. */
    public GrantBook {
        grants = List.copyOf(grants);
    }

    /** A book that cannot be read: it denies everything. */
    static GrantBook unreadable(Problem fault) {
        return new GrantBook(List.of(), fault);
    }

    /** What they say of a key: a denial beats a question, a question beats a permission; null: nothing. */
    Grant.@Nullable Ruling ruling(GrantKey key, long wallMillis) {
        Grant.Ruling found = null;
        for (Grant grant : grants) {
            boolean counts = grant.key().equals(key) && grant.lives(wallMillis);
            if (counts && (found == null || grant.ruling().compareTo(found) < 0)) {
                found = grant.ruling();
            }
        }
        return found;
    }

    /** The book with one more; what was said of its key before is forgotten. */
    GrantBook with(Grant grant) {
        List<Grant> next = new ArrayList<>(grants);
        next.removeIf(old -> old.key().equals(grant.key()));
        next.add(grant);
        return new GrantBook(next.subList(Math.max(0, next.size() - MOST), next.size()), fault);
    }

    /** The book without the grant of that place. */
    public GrantBook without(int place) {
        List<Grant> next = new ArrayList<>(grants);
        next.remove(place);
        return new GrantBook(next, fault);
    }
}
