package dev.perch.pack.check;

import dev.perch.pack.DecodedPet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about a pet.
 *
 * @param pet as read; null when it could not be
 * @param findings by the order of the rules, then by place
 */
public record Verdict(@Nullable DecodedPet pet, List<Finding> findings) {
    /** Copies the findings. */
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether Perch's import opens it. */
    public boolean opens() {
        return findings.stream().noneMatch(finding -> finding.rule().level() == Level.ERROR);
    }

    /** How many findings are of that level. */
    public long count(Level level) {
        return findings.stream()
                .filter(finding -> finding.rule().level() == level)
                .count();
    }
}
