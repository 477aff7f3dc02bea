package dev.perch.pack;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.model.Problem;

/** An adapter that is not Perch's own. What it detects and then refuses is given to the next that detects it. */
public interface FallibleAdapter extends CompatiblePetPackageAdapter {
    /** Told that another adapter reads what this one detected and refused for that reason. */
    void refusedWhatOpens(Problem refusal);
}
