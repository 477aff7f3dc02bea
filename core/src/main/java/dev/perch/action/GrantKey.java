package dev.perch.action;

import dev.perch.json.JsonTree;
import dev.perch.model.ActionSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a grant is for: this action of this package, with this target. Another byte in any of them is another key.
 *
 * @param pet id of the package
 * @param packageHash SHA-256 of the package, in hex
 * @param action id of the action
 * @param actionHash SHA-256 of what the manifest says of it, in hex
 * @param target what it comes to on this machine, a part a line
 */
public record GrantKey(String pet, String packageHash, String action, String actionHash, String target) {
    /** What is written down when all are taken back. */
    public static final GrantKey ALL = new GrantKey("", "", "all", "", "");

    static GrantKey of(ActionRequest request, Effect effect) {
        return new GrantKey(
                request.origin().pet().id(),
                request.origin().packageHash(),
                request.actionId(),
                hash(request.spec()),
                Effect.Part.all(effect.bound()));
    }

    /** The fields of the audit's line of the kind {@code grant} that says that the user took it back. */
    public Map<String, String> revoked() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("pet", pet);
        fields.put("package", packageHash);
        fields.put("action", action);
        fields.put("target", target);
        fields.put("decision", "revoked");
        fields.put("by", "user");
        return fields;
    }

    /** A short name for all of it: another key has another. */
    public String id() {
        return sha256(JsonTree.line(Map.of("key", List.of(pet, packageHash, action, actionHash, target))));
    }

    /** SHA-256 of an action as it is declared, in hex. */
    static String hash(ActionSpec spec) {
        return sha256(JsonTree.line(spec.json()));
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
