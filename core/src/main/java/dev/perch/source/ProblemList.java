package dev.perch.source;

import dev.perch.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The first problems of one file; a file of garbage has one for each line. */
final class ProblemList implements Consumer<Problem> {
    private final List<Problem> problems = new ArrayList<>();

    @Override
    public void accept(Problem problem) {
        if (problems.size() < SnapshotTimeline.Reading.MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    List<Problem> toList() {
        return List.copyOf(problems);
    }
}
