package dev.perch.bridge;

import dev.perch.bridge.CodexMethod.Use;
import java.util.List;

/** The 86 notices of an app-server. */
final class CodexNotices {
    private static final String NOT_OURS = "answers a call that Perch does not make";
    private static final String STREAM = "a piece of a text that comes whole with its item";
    private static final String VOICE =
            "sound and words of a voice session; that it is open is told by its start and end";
    private static final String LISTS = "a list in Codex's own windows changed; Perch shows none";

    static final List<CodexMethod> ALL = List.of(
            state("error", "the turn fails, or is tried again: then it is no failure"),
            state("thread/started", "a new session, with what it is"),
            state("thread/status/changed", "works, waits, rests or has failed"),
            ignored("thread/readState/changed", "an open TUI marks its turns as read by itself, within milliseconds"),
            state("thread/archived", "the user put the session away"),
            state("thread/deleted", "the user put the session away"),
            ignored("thread/unarchived", "the session tells of itself when something goes on in it"),
            state("thread/closed", "unloaded: nothing goes on; what ended unseen stays"),
            ignored("thread/reverted", "the history changed, not what goes on"),
            out("skills/changed", LISTS),
            state("thread/name/updated", "the title"),
            out("thread/section/changed", LISTS),
            out("thread/attachment/updated", LISTS),
            state("thread/goal/updated", "what the session works towards"),
            out("thread/prediction/updated", "a guess at the user's next words"),
            state("thread/goal/cleared", "no goal any more"),
            ignored("thread/queue/changed", "says not what is queued; the turn that comes of it is told"),
            out("project/changed", LISTS),
            out("thread/project/updated", LISTS),
            ignored("thread/environment/connected", "as it should be"),
            state("thread/environment/disconnected", "a note on the session"),
            state("thread/settings/updated", "model and effort"),
            state("thread/tokenUsage/updated", "tokens, and how full the context is"),
            state("turn/started", "works; the turn before is over"),
            state("hook/started", "a note, when the hook has one"),
            state("turn/completed", "done, failed or interrupted; all of its questions and items are over"),
            state("hook/completed", "a note, when the hook blocked, stopped or failed"),
            out("turn/diff/updated", "the changes of the turn, which each file change tells too"),
            state("turn/plan/updated", "progress, and the step at hand"),
            state("item/started", "what the session is busy with"),
            state("item/autoApprovalReview/started", "Codex reviews by itself whether to go on"),
            state("item/autoApprovalReview/completed", "a note with the verdict, which nobody is asked about"),
            ignored("autoApprovalReview/strictReviewRequired", "the reviews that follow are told"),
            state("item/completed", "that work is over; the agent's last words"),
            out("item/agentMessage/delta", STREAM),
            out("item/plan/delta", STREAM),
            ignored("command/exec/outputDelta", NOT_OURS),
            ignored("process/outputDelta", NOT_OURS),
            ignored("process/exited", NOT_OURS),
            out("item/commandExecution/outputDelta", STREAM),
            out("item/commandExecution/terminalInteraction", "keys sent to a command that runs"),
            out("item/fileChange/outputDelta", STREAM),
            out("item/fileChange/patchUpdated", STREAM),
            state("serverRequest/resolved", "a question is no longer open, whoever answered it"),
            out("item/mcpToolCall/progress", "the call is told by its item"),
            ignored("mcpServer/oauthLogin/completed", NOT_OURS),
            state("mcpServer/startupStatus/updated", "a note, when a server did not start"),
            ignored("mcpServer/event/stream/notification", NOT_OURS),
            ignored("account/updated", "a turn that nobody is signed in for fails, and says so"),
            ignored("account/gatewayOAuth/changed", "a gateway's own sign-in; a turn that cannot go on says why"),
            state(
                    "account/rateLimits/updated",
                    "from 80 % on a note on whatever works; a turn that reaches a limit fails, and says so"),
            out("app/list/updated", LISTS),
            ignored("remoteControl/status/changed", "the pairing with Codex's cloud, which is not a session's"),
            ignored("externalAgentConfig/import/progress", NOT_OURS),
            ignored("externalAgentConfig/import/completed", NOT_OURS),
            ignored("fs/changed", NOT_OURS),
            out("item/reasoning/summaryTextDelta", STREAM),
            out("item/reasoning/summaryPartAdded", STREAM),
            out("item/reasoning/textDelta", STREAM),
            ignored("thread/compacted", "deprecated; the item contextCompaction tells it"),
            state("model/rerouted", "another model answers"),
            ignored("model/verification", "what the provider knows of the user is not a session's"),
            ignored("modelProvider/authRecoveryStarted", "passes by itself, or the turn fails"),
            ignored("modelProvider/authRecoveryCompleted", "passes by itself, or the turn fails"),
            out("turn/moderationMetadata", "for the provider's own clients"),
            out("model/safetyBuffering/updated", "for the provider's own clients"),
            state("warning", "a note on the session"),
            state("guardianWarning", "a note on the session"),
            ignored("deprecationNotice", "for the makers of clients"),
            ignored("configWarning", "comes on every connection, and the TUI shows it"),
            ignored("fuzzyFileSearch/sessionUpdated", NOT_OURS),
            ignored("fuzzyFileSearch/sessionCompleted", NOT_OURS),
            state("thread/realtime/started", "a note: a voice session is open"),
            out("thread/realtime/itemAdded", VOICE),
            out("thread/realtime/item/started", VOICE),
            out("thread/realtime/item/transcript/delta", VOICE),
            out("thread/realtime/item/completed", VOICE),
            out("thread/realtime/transcript/delta", VOICE),
            out("thread/realtime/transcript/done", VOICE),
            out("thread/realtime/outputAudio/delta", VOICE),
            out("thread/realtime/sdp", VOICE),
            state("thread/realtime/error", "a note on the session"),
            state("thread/realtime/closed", "a note: the voice session is over"),
            ignored("windows/worldWritableWarning", "a matter of the machine; Codex shows it"),
            ignored("windowsSandbox/setupCompleted", NOT_OURS),
            ignored("account/login/completed", NOT_OURS));

    private CodexNotices() {}

    private static CodexMethod state(String name, String reason) {
        return new CodexMethod(name, false, Use.STATE, reason);
    }

    private static CodexMethod ignored(String name, String reason) {
        return new CodexMethod(name, false, Use.IGNORED, reason);
    }

    private static CodexMethod out(String name, String reason) {
        return new CodexMethod(name, false, Use.OPTED_OUT, reason);
    }
}
