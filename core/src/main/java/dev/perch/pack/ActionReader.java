package dev.perch.pack;

import dev.perch.link.LinkPolicy;
import dev.perch.link.PlainWords;
import dev.perch.model.ActionSpec;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.ActionSpec.Pet.Deed;
import dev.perch.model.PetAnimationState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one action of a manifest. */
final class ActionReader {
    private static final int MOST_PROMPT = 2_000;
    private static final int MOST_SAID = 120;
    private static final int MOST_NAME = 60;
    private static final int MOST_PARAMS = 8;
    private static final int MOST_PARAM = 200;

    private static final List<String> KINDS = List.of(
            "pet", "showStatus", "openThread", "newThread", "openUrl", "openDeepLink", "invokeSkill", "runCommand");
    private static final List<String> DEEDS =
            Stream.of(Deed.values()).map(Deed::word).toList();

    private ActionReader() {}

    static ActionSpec read(StrictFields fields) throws Refusal {
        ActionSpec spec = switch (fields.word("kind", KINDS)) {
            case "pet" -> deed(fields);
            case "showStatus" -> new ActionSpec.ShowStatus();
            case "openThread" -> new ActionSpec.OpenThread(which(fields, List.of("current", "waiting", "latest")));
            case "newThread" -> new ActionSpec.NewThread(fields.text("workspace", MOST_NAME), prompt(fields));
            case "openUrl" -> new ActionSpec.OpenUrl(page(fields));
            case "openDeepLink" -> new ActionSpec.OpenDeepLink(deepLink(fields));
            case "invokeSkill" -> skill(fields);
            default -> new ActionSpec.RunCommand(fields.text("name", MOST_NAME), params(fields));
        };
        fields.end();
        return spec;
    }

    static PetAnimationState clip(String where, String word) throws Refusal {
        if (!PetAnimationState.isWord(word)) {
            throw new Refusal(where, "names no clip", "write the name of one, such as \"waving\"");
        }
        return new PetAnimationState(word);
    }

    private static ActionSpec deed(StrictFields fields) throws Refusal {
        String word = fields.word("do", DEEDS);
        Deed deed = Stream.of(Deed.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow();
        return switch (deed) {
            case OPEN, TUCK -> new ActionSpec.Pet(deed, "");
            case ANIMATE ->
                new ActionSpec.Pet(
                        deed, clip(fields.at("clip"), fields.raw("clip", 32)).id());
            case SAY -> new ActionSpec.Pet(deed, fields.text("text", MOST_SAID));
        };
    }

    private static Which which(StrictFields fields, List<String> words) throws Refusal {
        Which which = ActionSpec.which(fields.word("which", words));
        return which == null ? Which.CURRENT : which;
    }

    private static ActionSpec skill(StrictFields fields) throws Refusal {
        Which which = fields.has("which") ? which(fields, List.of("current", "new")) : Which.CURRENT;
        return new ActionSpec.InvokeSkill(
                fields.text("skill", MOST_NAME), which, fields.has("prompt") ? prompt(fields) : "");
    }

    /** A text of lines; each as it is seen. */
    private static String prompt(StrictFields fields) throws Refusal {
        String prompt = fields.raw("prompt", MOST_PROMPT);
        for (String line : prompt.split("\n", -1)) {
            String fault = line.isEmpty() ? "" : PlainWords.fault(line, MOST_PROMPT);
            if (!fault.isEmpty()) {
                throw new Refusal(fields.at("prompt"), fault, "write plain lines");
            }
        }
        return prompt;
    }

    /** Whether it may be opened depends on the user too; what nobody's config could allow is refused here. */
    private static String page(StrictFields fields) throws Refusal {
        String url = fields.raw("url", LinkPolicy.LONGEST);
        int path = url.indexOf('/', "http://".length());
        String origin = url.startsWith("http://") && path > 0 ? url.substring(0, path) : url;
        boolean own = LOOPBACK.stream().anyMatch(host -> origin.equals(host) || origin.startsWith(host + ":"));
        return canonical(fields, new LinkPolicy(Set.of(), own ? Set.of(origin) : Set.of()).page(url));
    }

    private static final List<String> LOOPBACK = List.of("http://127.0.0.1", "http://[::1]", "http://localhost");

    private static String deepLink(StrictFields fields) throws Refusal {
        String url = fields.raw("url", LinkPolicy.LONGEST);
        int colon = url.indexOf(':');
        String scheme = colon < 0 ? "" : url.substring(0, colon);
        return canonical(fields, new LinkPolicy(Set.of(scheme), Set.of()).deepLink(url));
    }

    private static String canonical(StrictFields fields, LinkPolicy.Verdict verdict) throws Refusal {
        if (verdict instanceof LinkPolicy.Verdict.Canonical link) {
            return link.url();
        }
        throw new Refusal(
                fields.at("url"),
                ((LinkPolicy.Verdict.Refused) verdict).why(),
                "write a plain link, such as https://example.org/page");
    }

    private static Map<String, String> params(StrictFields fields) throws Refusal {
        Map<String, String> params = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : fields.map("params", MOST_PARAMS).entrySet()) {
            String name = StrictFields.id(fields.at("params") + "." + entry.getKey(), String.valueOf(entry.getKey()));
            String where = fields.at("params") + "." + name;
            String value = entry.getValue() instanceof String text ? text : "";
            String fault = PlainWords.fault(value, MOST_PARAM);
            if (!fault.isEmpty()) {
                throw new Refusal(where, fault, "write a text of plain words");
            }
            params.put(name, value);
        }
        return params;
    }
}
