package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.PanelText.Item;
import dev.perch.model.PanelText.Line;
import dev.perch.model.SessionId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a question's panel says, page by page, and what its buttons make of it. */
final class ApprovalPanelTest {
    private static Approval.About about(boolean answerable) {
        return new Approval.About("c:0", new SessionId("t"), "A thread", "turn", "item", answerable);
    }

    private static final List<Approval.Decision> DECISIONS =
            List.of(new Approval.Decision("accept", "Allow", ""), new Approval.Decision("decline", "Deny", ""));

    private static Approval.Command command(String text, boolean answerable) {
        return new Approval.Command(about(answerable), text, "/home/me", "", null, List.of(), DECISIONS);
    }

    @Test
    void aLongCommandIsWholeOverItsPages() {
        String text = "echo " + "0123456789".repeat(500) + " && rm -rf the-end";
        List<List<Line>> pages = ApprovalWords.pages(command(text, true), 0);
        assertTrue(pages.size() > 10, pages.size() + " pages");
        String shown = pages.stream().flatMap(List::stream).map(Line::text).collect(Collectors.joining());
        assertTrue(shown.contains(text), shown);
    }

    @Test
    void differentTextsAreShownDifferently() {
        assertEquals("a<U+202E>b", ShownText.line("a\u202eb"));
        assertEquals("<U+003C>U+202E>", ShownText.line("<U+202E>"));
        assertEquals("a\u00a0\u00a0b c\u00a0", ShownText.line("a  b c "));
        assertEquals("a<U+00A0>b", ShownText.line("a\u00a0b"));
        assertNotEquals(ShownText.line("e\u0301"), ShownText.line("\u00e9"));
        assertEquals(List.of("a", "\u00a0", "<U+0009>b"), ShownText.lines("a\n\n\tb", 99));
    }

    @Test
    void ofPermissionsOnlyTheMarkedAreGranted() {
        List<Approval.Permission> wanted = List.of(
                new Approval.Permission("network", "use the network"), new Approval.Permission("write:/x", "write /x"));
        ApprovalChoices choices =
                new ApprovalChoices(new Approval.Permissions(about(true), "/home/me", "", wanted, List.of()));
        assertEquals(List.of("mark:0", "mark:1", "none"), possible(choices));
        choices.choose("mark:0");
        choices.choose("mark:1");
        choices.choose("mark:1");
        assertEquals(List.of("mark:0", "mark:1", "turn", "session", "none"), possible(choices));
        assertEquals(new ApprovalAnswer.Grant(Set.of("network"), true), choices.choose("session"));
        assertEquals(new ApprovalAnswer.Grant(Set.of(), false), choices.choose("none"));
    }

    @Test
    void severalQuestionsAreOneAnswer() {
        List<Approval.Option> options = List.of(new Approval.Option("Tea", ""), new Approval.Option("Milk", "warm"));
        List<Approval.Question> two = List.of(
                new Approval.Question("a", "A", "Which?", options, false, false),
                new Approval.Question("b", "B", "And?", options, true, false));
        ApprovalChoices choices = new ApprovalChoices(new Approval.Questions(about(true), two, 0, List.of()));
        assertEquals(null, choices.choose("option:1"));
        assertEquals(
                new ApprovalAnswer.Reply(Map.of("a", List.of("Milk"), "b", List.of("Tea"))),
                choices.choose("option:0"));
    }

    @Test
    void whatIsNotShownOrNotTestedCannotBeAllowed() {
        Approval.FileChange unheard = new Approval.FileChange(about(true), "", "", List.of(), DECISIONS);
        assertEquals(List.of("decide:1"), possible(new ApprovalChoices(unheard)));
        Approval strange = command("ls", false);
        assertEquals(List.of(), possible(new ApprovalChoices(strange)));
        assertTrue(ApprovalWords.pages(strange, 0).toString().contains("answer it there"));
    }

    private static List<String> possible(ApprovalChoices choices) {
        return choices.items().stream().filter(Item::enabled).map(Item::key).toList();
    }
}
