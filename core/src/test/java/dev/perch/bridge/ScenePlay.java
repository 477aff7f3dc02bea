package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.RuntimeSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A {@link CodexScene} while it is played: its thread, and the hands for it. */
final class ScenePlay {
    /** How the command that the model wants to run outside of its sandbox is asked for. */
    static final String COMMAND =
            "/bin/bash -lc 'mkdir -p ../pet-a && rmdir ../pet-a' [accept, acceptWithExecpolicyAmendment, cancel]";

    /** How the file that the model wants to write is asked for: the diff of a new file is its text. */
    static final String FILE = "hello.txt: hello [accept, acceptForSession, decline, cancel]";

    private final RealCodex codex;
    private final WatchedCodex pet;
    private final String thread;
    private final List<String> cards = new ArrayList<>();
    private String title = "";

    ScenePlay(RealCodex codex, WatchedCodex pet, String thread) {
        this.codex = codex;
        this.pet = pet;
        this.thread = thread;
    }

    String turn(String text) throws Exception {
        title = title.isEmpty() ? text : title;
        return pet.turn(thread, text);
    }

    static List<Map<String, String>> input(String text) {
        return List.of(Map.of("type", "text", "text", text));
    }

    FakeModel model() {
        return codex.model();
    }

    /** Something that another client asks of the server about the thread. */
    void call(String method, Map<String, Object> params) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(params);
        all.put("threadId", thread);
        pet.line().call(method, all);
    }

    <T extends Approval> T asked(Class<T> kind) {
        T asked = pet.asked(kind);
        cards.add(words(asked));
        return asked;
    }

    void answer(Class<? extends Approval> kind, String word) {
        assertEquals(ApprovalDesk.Outcome.SENT, pet.click(asked(kind), word));
    }

    void answer(Class<? extends Approval> kind, ApprovalAnswer answer) {
        assertEquals(ApprovalDesk.Outcome.SENT, pet.click(asked(kind), answer));
    }

    /** Somebody else is quicker; a click that comes too late sends nothing. */
    void answerElsewhere(Map<String, String> result) throws Exception {
        Approval asked = asked(Approval.Command.class);
        pet.line().reply(Long.parseLong(asked.about().id().replaceFirst(".*:", "")), result);
        pet.await("the card to leave", () -> pet.desk().open().isEmpty());
        assertEquals(ApprovalDesk.Outcome.GONE, pet.click(asked, "accept"));
    }

    void acceptBoth() {
        pet.await("both", () -> pet.desk().open().size() == 2);
        List<Approval> both = pet.desk().open();
        both.stream().map(ScenePlay::words).sorted().forEach(cards::add);
        both.forEach(one -> assertEquals(ApprovalDesk.Outcome.SENT, pet.click(one, "accept")));
    }

    void awaitLast(String status) {
        pet.awaitStates(thread, states -> states.endsWith(status));
    }

    /** Until Codex has told what the user said: what is interrupted before is a turn without a word. */
    void awaitTitle() {
        pet.await("the title", () -> last().title().equals(title));
    }

    /** Until that is part of what is told last. */
    void awaitSaid(String words) {
        pet.await(words, () -> String.valueOf(last().body()).contains(words));
    }

    void awaitGoal(String goal) {
        pet.await(
                "the goal " + goal,
                () -> last().metadata().getOrDefault("goal", "").equals(goal));
    }

    void awaitHelper(String states) {
        pet.await("a helper", () -> pet.childOf(thread) != null);
        pet.awaitStates(String.valueOf(pet.childOf(thread)), told -> told.endsWith(states));
    }

    /** Until that is told and nothing is asked any more. */
    void awaitEnd(String states) {
        pet.awaitStates(thread, states::equals);
        pet.await("the last card to leave", () -> pet.desk().open().isEmpty());
    }

    List<String> cards() {
        return List.copyOf(cards);
    }

    Set<String> activities() {
        Set<String> all = new TreeSet<>();
        pet.told(thread).forEach(told -> all.add(word(told, RuntimeSnapshot.ACTIVITY)));
        return all;
    }

    /** What the user said first: the title of the thread. */
    String title() {
        return title;
    }

    /** What was told last while it stood so, and had something to say if it ever had. */
    RuntimeSnapshot moment(String status) {
        List<RuntimeSnapshot> all = pet.told(thread).stream()
                .filter(told -> word(told, RuntimeSnapshot.STATUS).equals(status))
                .toList();
        return all.stream()
                .filter(told -> told.body() != null)
                .reduce((one, later) -> later)
                .orElse(all.get(all.size() - 1));
    }

    RuntimeSnapshot last() {
        List<RuntimeSnapshot> told = pet.told(thread);
        return told.get(told.size() - 1);
    }

    private static String word(RuntimeSnapshot told, String fact) {
        return String.valueOf(told.metadata().getOrDefault(fact, ""));
    }

    private static String words(Approval asked) {
        String what = "";
        if (asked instanceof Approval.Command command) {
            what = command.command();
        } else if (asked instanceof Approval.FileChange files) {
            Approval.Change change = files.changes().get(0);
            what = change.path().replaceFirst(".*/", "") + ": " + change.diff().strip();
        } else if (asked instanceof Approval.Permissions permissions) {
            what = permissions.wanted().get(0).text();
        } else if (asked instanceof Approval.Form form) {
            what = form.message() + (form.url() == null ? "" : " " + form.url());
        } else if (asked instanceof Approval.Questions questions) {
            what = questions.questions().get(0).text();
        }
        return what + " "
                + asked.decisions().stream().map(Approval.Decision::word).toList();
    }
}
