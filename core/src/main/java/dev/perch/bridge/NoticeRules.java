package dev.perch.bridge;

import dev.perch.model.ActivityCategory;
import org.jspecify.annotations.Nullable;

/** What a notice about one thread makes of its state. Pure; a notice that says nothing of the state leaves it as it is. */
final class NoticeRules {
    private NoticeRules() {}

    static ThreadState after(ThreadState thread, String method, Fields params) {
        return switch (method) {
            case "thread/status/changed" -> thread.stands(ThreadStatus.in(params));
            case "thread/name/updated" -> thread.with(thread.info().named(params.text("threadName")));
            case "thread/settings/updated" -> settings(thread, params.object("threadSettings"));
            case "thread/tokenUsage/updated" -> thread.with(thread.ledger().usage(params));
            case "thread/goal/updated" -> thread.with(thread.ledger().goal(goal(params.object("goal"))));
            case "thread/goal/cleared" -> thread.with(thread.ledger().goal(""));
            case "turn/started" ->
                thread.began(TurnState.of(params.object("turn")))
                        .with(thread.ledger().newTurn());
            case "turn/completed" -> completed(thread, params.object("turn"));
            case "turn/plan/updated" -> thread.with(thread.ledger().plan(params));
            case "error" -> thread.failing(params.object("error").text("message"), params.truth("willRetry"));
            case "item/started" -> started(thread.inTurn(params.text("turnId")), params.object("item"));
            case "item/completed" -> finished(thread.inTurn(params.text("turnId")), params.object("item"));
            case "serverRequest/resolved" -> resolved(thread, RequestId.of(params.value("requestId")));
            case "item/autoApprovalReview/started" ->
                thread.with(new Doing(params.text("reviewId"), ActivityCategory.REVIEWING, action(params)));
            case "item/autoApprovalReview/completed" ->
                thread.finished(params.text("reviewId")).with(thread.ledger().note(verdict(params)));
            case "hook/started" -> note(thread, params.object("run").text("statusMessage"));
            case "hook/completed" -> note(thread, hookSaid(params.object("run")));
            case "model/rerouted" -> thread.with(thread.info().answeredBy(params.text("toModel"), ""));
            case "warning", "guardianWarning" -> note(thread, params.text("message"));
            case "thread/realtime/started" -> note(thread, "a voice session is open");
            case "thread/realtime/closed" -> note(thread, "the voice session is over");
            case "thread/realtime/error" -> note(thread, params.text("message"));
            case "mcpServer/startupStatus/updated" -> note(thread, serverFailed(params));
            case "thread/environment/disconnected" -> note(thread, "an environment of the thread is not connected");
            default -> thread;
        };
    }

    private static ThreadState settings(ThreadState thread, Fields settings) {
        return thread.with(thread.info().answeredBy(settings.text("model"), settings.text("effort")));
    }

    private static String goal(Fields goal) {
        String status = goal.text("status");
        return status.equals("complete")
                ? ""
                : status.equals("active") ? goal.text("objective") : goal.text("objective") + " (" + status + ")";
    }

    private static ThreadState completed(ThreadState thread, Fields turn) {
        ThreadState ended = thread.ended(TurnState.of(turn));
        for (Fields item : turn.objects("items")) {
            ended = spoken(ended, item);
        }
        return ended;
    }

    private static ThreadState started(ThreadState thread, Fields item) {
        Doing doing = Doing.of(item);
        if (doing != null) {
            return thread.turn().running() ? thread.with(doing) : thread;
        }
        return item.text("type").equals("userMessage") ? previewed(thread, item) : thread;
    }

    /** A thread with no name is called after the first thing that it was told. */
    private static ThreadState previewed(ThreadState thread, Fields item) {
        if (!thread.info().preview().isEmpty() || !thread.info().known()) {
            return thread;
        }
        for (Fields part : item.objects("content")) {
            if (!part.text("text").isEmpty()) {
                return thread.with(thread.info().previewed(part.text("text")));
            }
        }
        return thread;
    }

    private static ThreadState finished(ThreadState thread, Fields item) {
        if (item.text("type").equals("enteredReviewMode")) {
            return thread; // the review has only begun; exitedReviewMode ends it
        }
        ThreadState next = item.text("type").equals("exitedReviewMode")
                ? thread.with(Doing.THINKING)
                : thread.finished(item.text("id"));
        return spoken(next, item);
    }

    private static ThreadState spoken(ThreadState thread, Fields item) {
        boolean said =
                item.text("type").equals("agentMessage") && !item.text("text").isEmpty();
        return said ? thread.saying(item.text("text")) : thread;
    }

    private static ThreadState resolved(ThreadState thread, @Nullable RequestId id) {
        return id == null ? thread : thread.resolved(id);
    }

    private static ThreadState note(ThreadState thread, String text) {
        return text.isEmpty() ? thread : thread.with(thread.ledger().note(text));
    }

    private static String action(Fields params) {
        Fields action = params.object("action");
        return action.text("command").isEmpty() ? action.text("type") : action.text("command");
    }

    private static String verdict(Fields params) {
        Fields review = params.object("review");
        return "auto-review: " + review.text("status")
                + (review.text("rationale").isEmpty() ? "" : ", " + review.text("rationale"));
    }

    private static String hookSaid(Fields run) {
        String status = run.text("status");
        if (!status.equals("blocked") && !status.equals("failed") && !status.equals("stopped")) {
            return "";
        }
        StringBuilder said = new StringBuilder("hook " + run.text("eventName") + " " + status);
        for (Fields entry : run.objects("entries")) {
            said.append(": ").append(entry.text("text"));
        }
        return said.toString();
    }

    private static String serverFailed(Fields params) {
        return params.text("status").equals("failed")
                ? "MCP server " + params.text("name") + " did not start: " + params.text("error")
                : "";
    }
}
