package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A question about the network, as 0.169.0 asked it on a machine whose administrator manages the network
 * ({@code [experimental_network]} in {@code requirements.toml}). Only there does it offer to allow a command for the session.
 */
final class OfferedTest {
    private static final String ASKED = """
            {"kind":"command","threadId":"01a1ff3e-9fe3-7fe2-8cd7-5b087360b7fa",
             "turnId":"01a1ff3e-a03d-7271-823a-182625217ec6","itemId":"network#local#http#8.8.8.8#80#d15fc1b4",
             "startedAtMs":1795283658425,"environmentId":"local","reason":"Network access to 8.8.8.8 requires approval",
             "networkApprovalContext":{"host":"8.8.8.8","protocol":"http"},
             "proposedNetworkPolicyAmendments":[{"host":"8.8.8.8","action":"allow"},{"host":"8.8.8.8","action":"deny"}],
             "availableDecisions":["accept","acceptForSession",{"applyNetworkPolicyAmendment":
               {"network_policy_amendment":{"host":"8.8.8.8","action":"allow"}}},"cancel"]}
            """;

    @Test
    void theNetworkIsAskedForByHostAndAnsweredForTheSession() throws Exception {
        Ask ask;
        try (JsonParser parser = new JsonFactory().createParser(ASKED)) {
            Fields params = new Fields(JsonTree.readObject(parser));
            ask = Ask.of(new Message.Request(new RequestId(0L), "item/commandExecution/requestApproval", params));
        }
        Approval.Command shown = (Approval.Command) AskReader.read(ask, "0", "a title", Fields.of(Map.of()), true);
        assertEquals("http://8.8.8.8", shown.network());
        assertEquals(
                List.of("Allow", "Allow for the session", "Set a network rule", "Deny and stop"),
                shown.decisions().stream().map(Approval.Decision::label).toList());
        assertEquals(
                List.of("", "holds until the session ends", "writes a rule for good: allow 8.8.8.8", ""),
                shown.decisions().stream().map(Approval.Decision::lasting).toList());
        assertEquals(Map.of("decision", "acceptForSession"), AskReply.of(ask, shown, new ApprovalAnswer.Decide(1)));
    }
}
