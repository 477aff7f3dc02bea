package dev.perch.activity;

import dev.perch.model.PetsChoice;
import dev.perch.model.SessionId;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which projects or sessions have a pet of their own. One comes as soon as its sessions have something to tell, and
 * leaves some time after all of them rest or are gone. A session that works for another one is told of by that one's pet.
 * Render thread only; it reads no clock.
 */
public final class Casting {
    /** More pets than a person can tell apart; what comes beyond is told of by the pet that is always there. */
    public static final int MOST_PETS = 20;

    /** How long a pet stays that has nothing to tell: long enough for the next turn, a minute. */
    public static final long GRACE_NANOS = 60_000_000_000L;

    /** How far it is looked for whom a session works: agents of agents of agents. */
    private static final int MOST_PARENTS = 8;

    private final int most;
    private final long graceNanos;
    private PetsChoice choice;
    private List<SessionProjection> sessions = List.of();
    private final Map<SessionId, SessionProjection> byId = new HashMap<>();
    private final Map<String, Role> onStage = new LinkedHashMap<>();
    private final Map<String, Long> restingSince = new LinkedHashMap<>();
    private List<Role> roles = List.of();
    private boolean homeTells;
    private boolean anew;
    private int revision;
    private long nextChange = Long.MAX_VALUE;

    /** A cast with nobody on stage but the pet that is always there. */
    public Casting(PetsChoice choice) {
        this(choice, MOST_PETS, GRACE_NANOS);
    }

    Casting(PetsChoice choice, int most, long graceNanos) {
        this.choice = choice;
        this.most = most;
        this.graceNanos = graceNanos;
    }

    /** Has it go by that from the next {@link #follow} on; pets that no longer fit leave at once. */
    public void choose(PetsChoice wished) {
        if (wished != choice) {
            choice = wished;
            onStage.clear();
            restingSince.clear();
            revision++;
            anew = true;
        }
    }

    /** Takes in how the sessions stand at that time. Allocates nothing while nothing changes. */
    public void follow(List<SessionProjection> known, long nowNanos) {
        if (known == sessions && nowNanos < nextChange && !anew) {
            return;
        }
        sessions = known;
        anew = false;
        byId.clear();
        sessions.forEach(session -> byId.put(session.session(), session));
        Map<String, Role> asking = asking();
        rest(asking.keySet(), nowNanos);
        asking.forEach(this::enter);
        nextChange = restingSince.values().stream()
                .mapToLong(since -> since + graceNanos)
                .min()
                .orElse(Long.MAX_VALUE);
        homeTells = !onStage.keySet().containsAll(asking.keySet());
        List<Role> now = List.copyOf(onStage.values());
        if (!now.equals(roles)) {
            roles = now;
            revision++;
        }
    }

    /** Those that have something to tell, in the order of their arrival. */
    private Map<String, Role> asking() {
        Map<String, Role> asking = new LinkedHashMap<>();
        for (SessionProjection session : sessions) {
            if (session.status() != SessionStatus.IDLE) {
                Role role = wished(session);
                asking.putIfAbsent(role.key(), role);
            }
        }
        return asking;
    }

    private void rest(Set<String> asking, long now) {
        for (String key : onStage.keySet()) {
            if (asking.contains(key)) {
                restingSince.remove(key);
            } else {
                restingSince.putIfAbsent(key, now);
            }
        }
        for (String key : new LinkedHashSet<>(restingSince.keySet())) {
            if (now - restingSince.getOrDefault(key, now) >= graceNanos) {
                leave(key);
            }
        }
    }

    private void enter(String key, Role role) {
        if (role.equals(Role.HOME) || onStage.containsKey(key)) {
            return;
        }
        if (onStage.size() >= most) {
            restingSince.entrySet().stream()
                    .min(Comparator.comparingLong(Map.Entry::getValue))
                    .map(Map.Entry::getKey)
                    .ifPresent(this::leave);
        }
        if (onStage.size() < most) {
            onStage.put(key, role);
        }
    }

    private void leave(String key) {
        onStage.remove(key);
        restingSince.remove(key);
    }

    /** Those that have a pet of their own, in the order in which they came. The same list until it is another. */
    public List<Role> roles() {
        return roles;
    }

    /** Whether the pet that is always there has anything to do: it tells of something, or is the only one. */
    public boolean needsHome() {
        return homeTells || roles.isEmpty();
    }

    /** Who tells of that session. */
    public Role roleOf(SessionProjection session) {
        return onStage.getOrDefault(wished(session).key(), Role.HOME);
    }

    /** Who tells of the session of that name. */
    public Role roleOf(SessionId session) {
        SessionProjection known = byId.get(session);
        return known == null ? Role.HOME : roleOf(known);
    }

    /** The sessions that this one tells of. */
    public Part part(Role role) {
        return new Part() {
            @Override
            public boolean has(SessionProjection session) {
                return roleOf(session).equals(role);
            }

            @Override
            public boolean isAll() {
                return role.equals(Role.HOME) && choice == PetsChoice.ONE;
            }

            @Override
            public void follow(List<SessionProjection> known, long nowNanos) {
                Casting.this.follow(known, nowNanos);
            }

            @Override
            public int revision() {
                return revision;
            }

            @Override
            public long nextChange() {
                return nextChange;
            }

            @Override
            public String name() {
                return role.name();
            }
        };
    }

    private Role wished(SessionProjection session) {
        SessionProjection first = first(session);
        String workspace = workspace(first);
        String name = workspace == null ? "" : workspace.substring(workspace.lastIndexOf('/') + 1);
        return switch (choice) {
            case ONE -> Role.HOME;
            case PROJECT -> workspace == null ? Role.HOME : new Role("project " + workspace, name, workspace);
            case SESSION -> new Role("session " + id(first), name, workspace);
        };
    }

    /** A session with no name is its source's own. */
    private static String id(SessionProjection session) {
        String id = session.session().id();
        return session.session().equals(SessionId.MAIN) ? session.source().id() + " " + id : id;
    }

    /** The one that this one works for in the end. */
    private SessionProjection first(SessionProjection session) {
        SessionProjection first = session;
        for (int i = 0; i < MOST_PARENTS && first.parent() != null; i++) {
            SessionProjection parent = byId.get(first.parent());
            if (parent == null) {
                break;
            }
            first = parent;
        }
        return first;
    }

    private static @Nullable String workspace(SessionProjection session) {
        String told = session.workspace();
        if (told == null) {
            return null;
        }
        String path = told.replace('\\', '/');
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
