package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.link.PlainWords;
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
        List<List<Line>> pages = pages(command(text, true), 14);
        assertTrue(pages.size() > 10, pages.size() + " pages");
        String shown = pages.stream().flatMap(List::stream).map(Line::text).collect(Collectors.joining());
        assertTrue(shown.contains(text), shown);
    }

    @Test
    void aSmallScreenHasMorePagesAndLosesNoWord() {
        assertEquals(14, ApprovalWords.rows(1_080));
        assertEquals(6, ApprovalWords.rows(480));
        assertEquals(4, ApprovalWords.rows(200));
        String text = "echo " + "0123456789".repeat(90);
        List<List<Line>> pages = pages(command(text, true), 4);
        assertTrue(pages.size() > pages(command(text, true), 14).size());
        for (List<Line> page : pages) {
            int letters = page.stream().mapToInt(line -> line.text().length()).sum();
            assertTrue(letters <= 4 * LinePages.ROW, page.toString());
        }
        String shown = pages.stream().flatMap(List::stream).map(Line::text).collect(Collectors.joining());
        assertTrue(shown.contains(text), shown);
    }

    @Test
    void differentTextsAreShownDifferently() {
        for (char point = '!'; point <= '~'; point++) {
            assertEquals("", PlainWords.fault(String.valueOf(point), 1));
            assertEquals(String.valueOf(point), ShownText.line(String.valueOf(point)));
        }
        assertEquals("a<U+007F>b", ShownText.line("a\u007fb"));
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
        ApprovalChoices choices = choices(new Approval.Permissions(about(true), "/home/me", "", wanted, List.of()));
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
        ApprovalChoices choices = choices(new Approval.Questions(about(true), two, 0, List.of()));
        assertEquals(null, choices.choose("option:1"));
        assertEquals(
                new ApprovalAnswer.Reply(Map.of("a", List.of("Milk"), "b", List.of("Tea"))),
                choices.choose("option:0"));
    }

    @Test
    void anAnswerIsTypedAndASecretIsNotShown() {
        List<Approval.Question> two = List.of(
                new Approval.Question("a", "A", "Which word?", List.of(), false, true),
                new Approval.Question("b", "B", "And?", List.of(new Approval.Option("Tea", "")), true, false));
        ApprovalChoices choices = choices(new Approval.Questions(about(true), two, 60_000, List.of()));
        type(choices, "hux\u202ex");
        choices.erase();
        assertEquals("•••_", choices.items().get(0).label(), "neither the word nor what cannot be seen");
        assertEquals(null, choices.choose("say"));
        assertEquals(List.of("option:0", "say"), possible(choices));
        assertEquals(null, choices.choose("say"), "nothing is typed yet");
        type(choices, "milk, warm");
        assertEquals("milk, warm_", choices.items().get(1).label());
        assertEquals(
                new ApprovalAnswer.Reply(Map.of("a", List.of("hux"), "b", List.of("milk, warm"))),
                choices.choose("say"));
    }

    @Test
    void aFormIsFilledInFieldByFieldAndThenAllowed() {
        List<Approval.FormField> fields = List.of(
                new Approval.FormField("name", "Name", "of the pet", "string", true, List.of()),
                new Approval.FormField("age", "", "", "integer", true, List.of()),
                new Approval.FormField("loud", "Loud?", "", "boolean", true, List.of()),
                new Approval.FormField("kind", "", "", "string", true, List.of("cat", "dog")),
                new Approval.FormField("note", "", "", "string", false, List.of()));
        Approval.Form form = new Approval.Form(about(true), "pets", "Who?", null, fields, DECISIONS);
        ApprovalChoices choices = choices(form);
        assertEquals(List.of("say", "decide:1"), possible(choices));
        type(choices, "Pip");
        choices.choose("say");
        type(choices, "two");
        choices.choose("say");
        assertTrue(choices.words().pages(14).toString().contains("Field 2 of 5"), "two is no whole number");
        choices.erase();
        choices.erase();
        choices.erase();
        type(choices, "2");
        choices.choose("say");
        assertEquals(List.of("value:0", "value:1", "decide:1"), possible(choices));
        choices.choose("value:1");
        choices.choose("value:0");
        assertEquals(List.of("say", "skip", "decide:1"), possible(choices));
        choices.choose("skip");
        assertEquals(List.of("decide:0", "decide:1"), possible(choices));
        assertEquals(
                new ApprovalAnswer.Fill(Map.of("name", "Pip", "age", 2L, "loud", false, "kind", "cat")),
                choices.choose("decide:0"));
        assertEquals(new ApprovalAnswer.Decide(1), choices.choose("decide:1"));
    }

    private static void type(ApprovalChoices choices, String words) {
        words.codePoints().forEach(choices::type);
    }

    @Test
    void whatIsNotShownOrNotTestedCannotBeAllowed() {
        Approval.FileChange unheard = new Approval.FileChange(about(true), "", "", List.of(), DECISIONS);
        assertEquals(List.of("decide:1"), possible(choices(unheard)));
        Approval strange = command("ls", false);
        assertEquals(List.of(), possible(choices(strange)));
        assertTrue(pages(strange, 14).toString().contains("answer it there"));
    }

    @Test
    void toLettersThatNoFontHasNobodySaysYes() {
        String script = "\uA9B2\uA9CF"; // Javanese
        assertEquals("rm <U+A9B2><U+A9CF>", ShownText.line("rm " + script, ApprovalPanelTest::isLatin));
        for (Approval asked : List.of(
                command("rm " + script, true),
                new Approval.FileChange(
                        about(true),
                        "",
                        "",
                        List.of(new Approval.Change("a.txt", "update", "", "+" + script)),
                        DECISIONS),
                new Approval.Form(
                        about(true), "pets", "Who?", "https://pets.example/" + script, List.of(), DECISIONS))) {
            ApprovalChoices choices = new ApprovalChoices(asked, ApprovalPanelTest::isLatin);
            String words = choices.words().pages(14).toString();
            assertTrue(words.contains("<U+A9B2>") && words.contains("answer in Codex"), words);
            assertTrue(
                    !possible(choices).contains("decide:0") && possible(choices).contains("decide:1"), words);
        }
        ApprovalChoices permissions = new ApprovalChoices(
                new Approval.Permissions(
                        about(true),
                        "/home/me",
                        "",
                        List.of(new Approval.Permission("w", "write " + script)),
                        List.of()),
                ApprovalPanelTest::isLatin);
        permissions.words();
        assertEquals(List.of("none"), possible(permissions));
        ApprovalChoices question = new ApprovalChoices(
                new Approval.Questions(
                        about(true),
                        List.of(new Approval.Question(
                                "a", "A", script, List.of(new Approval.Option("Tea", "")), true, false)),
                        0,
                        List.of()),
                ApprovalPanelTest::isLatin);
        question.words();
        assertEquals(List.of(), possible(question));
        assertTrue(!question.typing());
    }

    @Test
    void aLabelThatNoFontHasIsNoButton() {
        List<Approval.FormField> kind =
                List.of(new Approval.FormField("kind", "", "", "string", true, List.of("cat", "\uA9B2")));
        ApprovalChoices choices = new ApprovalChoices(
                new Approval.Form(about(true), "pets", "Who?", null, kind, DECISIONS), ApprovalPanelTest::isLatin);
        assertTrue(choices.words().readable());
        assertEquals(List.of("value:0", "decide:1"), possible(choices));
    }

    /** As if there were fonts for that alone. */
    private static boolean isLatin(int point) {
        return point < 0x250;
    }

    private static ApprovalChoices choices(Approval asked) {
        return new ApprovalChoices(asked, point -> true);
    }

    private static List<List<Line>> pages(Approval asked, int rows) {
        return choices(asked).words().pages(rows);
    }

    private static List<String> possible(ApprovalChoices choices) {
        return choices.items().stream().filter(Item::enabled).map(Item::key).toList();
    }
}
