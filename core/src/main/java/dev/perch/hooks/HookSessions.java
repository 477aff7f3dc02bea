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

    private final Map<String, SessionStatus> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SessionStatus> eldest) {
            return size() > MOST;
        }
    };

    /** What the event makes of its session; null when it changes nothing. */
    @Nullable
    RuntimeSnapshot tell(HookEvent event) {
        String session = session(event);
        HookMeaning meaning = HookTable.of(event);
        if (meaning instanceof HookMeaning.Now now) {
            return told(event, session, goingOn(event, now));
        }
        boolean stays = meaning instanceof HookMeaning.Over && isToBeSeen(last.get(session));
        if (meaning instanceof HookMeaning.Ignored || stays) {
            return null;
        }
        last.remove(session);
        return snapshot(event, session, SessionStatus.IDLE, null, PetAnimationState.IDLE);
    }

    private static boolean isToBeSeen(@Nullable SessionStatus status) {
        return status == SessionStatus.READY || status == SessionStatus.FAILED;
    }

    /** A turn that leaves work in the background has not come to its end. */
    private static HookMeaning.Now goingOn(HookEvent event, HookMeaning.Now now) {
        return now.status() == SessionStatus.READY && event.goesOn()
                ? new HookMeaning.Now(
                        SessionStatus.WORKING, ActivityCategory.RUNNING_COMMAND, PetAnimationState.RUNNING)
                : now;
    }

    private RuntimeSnapshot told(HookEvent event, String session, HookMeaning.Now now) {
        ActivityCategory activity = now.activity() == null ? HookTool.activity(event.tool()) : now.activity();
        boolean asks = activity == ActivityCategory.WAITING_ANSWER;
        SessionStatus status = asks ? SessionStatus.WAITING_ANSWER : now.status();
        last.put(session, status);
        PetAnimationState state = asks
                ? PetAnimationState.WAITING
                : status == SessionStatus.WORKING ? new PetAnimationState(activity.word()) : now.state();
        return snapshot(event, session, status, activity, state);
    }

    private static RuntimeSnapshot snapshot(
            HookEvent event,
            String session,
            SessionStatus status,
            @Nullable ActivityCategory activity,
            PetAnimationState state) {
        Map<String, Object> facts = new HashMap<>();
        facts.put(RuntimeSnapshot.SESSION_ID, session);
        facts.put(RuntimeSnapshot.STATUS, status.word());
        facts.put("agent", event.agent().word());
        if (activity != null) {
            facts.put(RuntimeSnapshot.ACTIVITY, activity.word());
        }
        if (event.agentId() != null) {
            facts.put(RuntimeSnapshot.PARENT, name(event.session()));
        }
        String cwd = event.cwd();
        if (cwd != null && cwd.chars().noneMatch(Character::isISOControl)) {
            facts.put(RuntimeSnapshot.WORKSPACE, cwd);
        }
        return new RuntimeSnapshot(state, title(event), body(status, activity, event.tool()), facts);
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

    private static @Nullable String body(SessionStatus status, @Nullable ActivityCategory activity, @Nullable String tool) {
        String with = tool == null ? "" : ": " + visible(tool);
        return switch (status) {
            case IDLE -> null;
            case WAITING_APPROVAL -> "Asks for permission" + with;
            case WAITING_ANSWER -> "Asks you something";
            case READY -> "Finished";
            case FAILED -> "The turn failed";
            case INTERRUPTED -> "Stopped";
            case WORKING -> activity == null ? "Working" : sentence(activity) + with;
        };
    }

    private static String sentence(ActivityCategory activity) {
        return switch (activity) {
            case READING -> "Reading";
            case EDITING -> "Editing";
            case SEARCHING -> "Searching";
            case RUNNING_COMMAND -> "Running a command";
            case CALLING_TOOL -> "Calling a tool";
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
