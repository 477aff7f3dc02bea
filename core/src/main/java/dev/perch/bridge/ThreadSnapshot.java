package dev.perch.bridge;

import dev.perch.model.ActivityCategory;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.text.VisibleText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A thread as the snapshot that the rest of Perch sees. Texts are cut to the limits, what cannot be seen is spelled out. */
final class ThreadSnapshot {
    private static final int TITLE_POINTS = 120;
    private static final int BODY_POINTS = 1_500; // spelled-out characters grow; 4,000 is the limit of a body
    private static final int FACT_POINTS = 200; // all facts together have 4 KiB
    private static final int FOLDER_POINTS = 400;
    private static final Pattern GAPS = Pattern.compile("\\s+");

    private ThreadSnapshot() {}

    /** @param sinceMs since when it stands so, milliseconds since 1970; 0 when unknown */
    static RuntimeSnapshot of(ThreadState thread, long sinceMs) {
        BridgeRule rule = BridgeRule.of(thread);
        Map<String, Object> facts = facts(thread, rule);
        if (sinceMs > 0) {
            facts.put("since", sinceMs);
        }
        return new RuntimeSnapshot(rule.state(), title(thread.info()), body(thread, rule), facts);
    }

    /** The same, true no longer than it takes to look: the connection is gone. */
    static RuntimeSnapshot stale(ThreadState thread, long sinceMs) {
        RuntimeSnapshot last = of(thread, sinceMs);
        Map<String, Object> facts = new LinkedHashMap<>(last.metadata());
        facts.put(RuntimeSnapshot.TTL_MS, RuntimeSnapshot.LEAST_TTL_MS);
        facts.put("link", "lost");
        return new RuntimeSnapshot(last.state(), last.title(), last.body(), facts);
    }

    static String line(String text, int points) {
        return VisibleText.shown(GAPS.matcher(text).replaceAll(" ").strip(), points);
    }

    static String title(ThreadInfo info) {
        for (String words : new String[] {info.name(), info.agent(), info.preview()}) {
            String title = line(words, TITLE_POINTS / 2);
            if (!title.isEmpty()) {
                return cut(title, TITLE_POINTS);
            }
        }
        return "Codex";
    }

    private static @Nullable String body(ThreadState thread, BridgeRule rule) {
        String said = switch (rule) {
            case APPROVAL_ASKED, ANSWER_ASKED -> asked(thread);
            case APPROVAL_FLAGGED, ANSWER_FLAGGED -> "";
            case RETRYING, FAILED -> thread.turn().error();
            case WORKING -> working(thread);
            case DONE -> thread.words();
            case INTERRUPTED, CALM -> "";
        };
        String body = cut(VisibleText.shown(said.strip(), BODY_POINTS, true), 2 * BODY_POINTS);
        return body.isEmpty() ? null : body;
    }

    private static String asked(ThreadState thread) {
        return thread.asks().get(0).line();
    }

    private static String working(ThreadState thread) {
        String line = thread.doing().line();
        return line.isEmpty() ? thread.ledger().planStep() : line;
    }

    private static Map<String, Object> facts(ThreadState thread, BridgeRule rule) {
        ThreadInfo info = thread.info();
        Ledger ledger = thread.ledger();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(RuntimeSnapshot.SESSION_ID, info.id());
        facts.put("threadId", info.id());
        facts.put(RuntimeSnapshot.STATUS, rule.status().word());
        ActivityCategory activity = rule.activity(thread);
        put(facts, RuntimeSnapshot.ACTIVITY, activity == null ? "" : activity.word(), FACT_POINTS);
        put(facts, RuntimeSnapshot.WORKSPACE, info.folder(), FOLDER_POINTS);
        put(facts, RuntimeSnapshot.PARENT, info.parent() == null ? "" : info.parent(), FACT_POINTS);
        put(facts, "agent", info.agent(), FACT_POINTS);
        put(facts, "model", info.model(), FACT_POINTS);
        put(facts, "effort", info.effort(), FACT_POINTS);
        put(facts, RuntimeSnapshot.TURN_ID, thread.turn().id(), FACT_POINTS);
        put(facts, "goal", ledger.goal(), FACT_POINTS);
        put(facts, "note", ledger.note(), FACT_POINTS);
        if (ledger.planSteps() > 0) {
            facts.put("progress", ledger.planDone() + "/" + ledger.planSteps());
        }
        if (ledger.tokens() > 0) {
            facts.put("tokens", ledger.tokens());
        }
        if (ledger.window() > 0) {
            facts.put("contextPercent", Math.min(100, 100 * ledger.inContext() / ledger.window()));
        }
        if (!thread.asks().isEmpty()) {
            facts.put("asks", thread.asks().size());
        }
        return facts;
    }

    private static void put(Map<String, Object> facts, String key, String value, int points) {
        String line = cut(line(value, points), points);
        if (!line.isEmpty()) {
            facts.put(key, line);
        }
    }

    /** At most so many code points; a name like {@code <U+202E>} may be cut in the middle. */
    private static String cut(String text, int points) {
        return text.codePointCount(0, text.length()) <= points
                ? text
                : text.substring(0, text.offsetByCodePoints(0, points - 1)) + "…";
    }
}
