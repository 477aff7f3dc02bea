package dev.perch.bridge;

/**
 * What is told beside a status.
 *
 * @param planDone steps of the plan that are done
 * @param planSteps steps of the plan; 0 when there is none
 * @param planStep the step in progress; empty when none
 * @param tokens used by the thread so far; 0 when unknown
 * @param window tokens of the model's context; 0 when unknown
 * @param inContext tokens of the last request
 * @param goal what the thread works towards; empty when nothing
 * @param note the last thing that Codex warned of or judged; empty when nothing
 */
record Ledger(
        int planDone,
        int planSteps,
        String planStep,
        long tokens,
        long window,
        long inContext,
        String goal,
        String note) {
    static final Ledger EMPTY = new Ledger(0, 0, "", 0, 0, 0, "", "");

    /** The {@code turn/plan/updated} notice. */
    Ledger plan(Fields params) {
        int steps = 0;
        int done = 0;
        String current = "";
        for (Fields step : params.objects("plan")) {
            steps++;
            done += step.text("status").equals("completed") ? 1 : 0;
            current = step.text("status").equals("inProgress") ? step.text("step") : current;
        }
        return new Ledger(done, steps, current, tokens, window, inContext, goal, note);
    }

    /** The {@code thread/tokenUsage/updated} notice. */
    Ledger usage(Fields params) {
        Fields usage = params.object("tokenUsage");
        return new Ledger(
                planDone,
                planSteps,
                planStep,
                usage.object("total").whole("totalTokens", tokens),
                usage.whole("modelContextWindow", window),
                usage.object("last").whole("totalTokens", inContext),
                goal,
                note);
    }

    Ledger goal(String next) {
        return new Ledger(planDone, planSteps, planStep, tokens, window, inContext, next, note);
    }

    Ledger note(String next) {
        return new Ledger(planDone, planSteps, planStep, tokens, window, inContext, goal, next);
    }

    /** A new turn has no plan yet, and its own notes. */
    Ledger newTurn() {
        return new Ledger(0, 0, "", tokens, window, inContext, goal, "");
    }
}
