package dev.perch.hooks;

import dev.perch.model.ActivityCategory;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SessionStatus;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns events into snapshots of sessions. Remembers how each stood last. Not safe for threads. */
final class HookSessions {
    private static final int MOST = 1000;
    private static final long GUESS_TTL_MS = 60_000;
    private static final HookMeaning.Now FAILED =
            new HookMeaning.Now(SessionStatus.FAILED, ActivityCategory.FAILED, PetAnimationState.FAILED);

    private final Map<String, HookMeaning.Now> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, HookMeaning.Now> eldest) {
            return size() > MOST;
        }
    };

    /** What the event makes of its session; null when it changes nothing. */
    @Nullable
    RuntimeSnapshot tell(HookEvent event) {
        String session = session(event);
        HookMeaning meaning = HookTable.of(event);
        if (meaning instanceof HookMeaning.Now now) {
            return told(event, session, precise(event, now));
        }
        if (meaning instanceof HookMeaning.Ignored) {
            return null;
        }
        HookMeaning.Now was = last.get(session);
        if (meaning instanceof HookMeaning.Over && was != null) {
            if (was.activity() == ActivityCategory.RETRYING) {
                return told(event, session, FAILED);
            }
            if (was.status() == SessionStatus.READY || was.status() == SessionStatus.FAILED) {
                return null;
            }
        }
        last.remove(session);
        return snapshot(event, session, new HookMeaning.Now(SessionStatus.IDLE, null, PetAnimationState.IDLE));
    }

    /** What a log lets one guess of a session; it holds for a minute. */
    static RuntimeSnapshot guess(HookEvent line, HookMeaning.Now now) {
        RuntimeSnapshot told = snapshot(line, session(line), precise(line, now));
        Map<String, Object> facts = new HashMap<>(told.metadata());
        facts.put("guess", true);
        facts.put(RuntimeSnapshot.TTL_MS, GUESS_TTL_MS);
        return new RuntimeSnapshot(told.state(), told.title(), "By its log: " + told.body(), facts);
    }

    private static HookMeaning.Now precise(HookEvent event, HookMeaning.Now now) {
        if (now.status() == SessionStatus.READY && event.goesOn()) {
            return working(ActivityCategory.RUNNING_COMMAND); // work goes on in the background
        }
        if (now.status() != SessionStatus.WORKING) {
            return now;
        }
        ActivityCategory activity = now.activity() == null ? HookTool.activity(event.tool()) : now.activity();
        return activity == ActivityCategory.WAITING_ANSWER
                ? new HookMeaning.Now(SessionStatus.WAITING_ANSWER, activity, PetAnimationState.WAITING)
                : working(activity);
    }

    private static HookMeaning.Now working(ActivityCategory activity) {
        return new HookMeaning.Now(SessionStatus.WORKING, activity, new PetAnimationState(activity.word()));
    }

    private RuntimeSnapshot told(HookEvent event, String session, HookMeaning.Now now) {
        last.put(session, now);
        return snapshot(event, session, now);
    }

    private static RuntimeSnapshot snapshot(HookEvent event, String session, HookMeaning.Now now) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(RuntimeSnapshot.SESSION_ID, session);
        facts.put(RuntimeSnapshot.STATUS, now.status().word());
        facts.put("agent", event.agent().word());
        if (now.activity() != null) {
            facts.put(RuntimeSnapshot.ACTIVITY, now.activity().word());
        }
        if (event.agentId() != null) {
            facts.put(RuntimeSnapshot.PARENT, name(event.session()));
        }
        String cwd = event.cwd();
        if (cwd != null && cwd.chars().noneMatch(Character::isISOControl)) {
            facts.put(RuntimeSnapshot.WORKSPACE, cwd);
        }
        return new RuntimeSnapshot(now.state(), title(event), body(now, event.tool()), facts);
    }

    private static String title(HookEvent event) {
        String agent = event.agent().displayName();
        String folder = folder(event.cwd());
        return folder.isEmpty() ? agent : agent + " · " + folder;
    }

    private static String folder(@Nullable String cwd) {
        try {
            Path name = cwd == null ? null : Path.of(cwd).getFileName();
            return name == null ? "" : visible(name.toString());
        } catch (InvalidPathException none) {
            return "";
        }
    }

    private static @Nullable String body(HookMeaning.Now now, @Nullable String tool) {
        String with = tool == null ? "" : ": " + visible(tool);
        return switch (now.status()) {
            case IDLE -> null;
            case WAITING_APPROVAL -> "Asks for permission" + with;
            case WAITING_ANSWER -> "Asks you something";
            case READY -> "Finished";
            case FAILED -> "The turn failed";
            case INTERRUPTED -> "Stopped";
            case WORKING -> now.activity() == null ? "Working" : sentence(now.activity()) + with;
        };
    }

    private static String sentence(ActivityCategory activity) {
        return switch (activity) {
            case READING -> "Reading";
            case EDITING -> "Editing";
            case SEARCHING -> "Searching";
            case RUNNING_COMMAND -> "Running a command";
            case CALLING_TOOL -> "Calling a tool";
            case RETRYING -> "Trying again after an error";
            case COMPACTING -> "Making room in its context";
            default -> "Thinking";
        };
    }

    /** A sub-agent is a session of its own. */
    private static String session(HookEvent event) {
        return name(event.agentId() == null ? event.session() : event.agentId());
    }

    private static String name(String given) {
        return SessionId.isId(given) ? given : "hook-" + Integer.toHexString(given.hashCode());
    }

    private static String visible(String text) {
        String plain = text.codePoints()
                .filter(point -> Character.isLetterOrDigit(point) || " ._-+@()".indexOf(point) >= 0)
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.strip();
    }
}
