package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that the user typed: one that would be ignored is refused, since it was meant. */
final class TypedOptions {
    private final ParseResult typed;

    TypedOptions(CommandSpec command) {
        typed = command.commandLine().getParseResult();
    }

    boolean has(String option) {
        return typed.hasMatchedOption(option);
    }

    /**
     * Refuses each of {@code ignored} that was typed.
     *
     * @param because the option that leaves no use for them
     */
    void refuse(String because, String... ignored) throws ProblemException {
        for (String option : ignored) {
            if (has(option)) {
                throw new ProblemException(
                        Problem.error(option, "has no use " + because, "leave one of them out, or see --help"));
            }
        }
    }

    /** Refuses a number out of a range, whose ends are in it. */
    static void refuseBeyond(String option, int number, int least, int most) throws ProblemException {
        if (number < least || number > most) {
            throw new ProblemException(
                    Problem.error(option, "it is " + number, "give a whole number from " + least + " to " + most));
        }
    }

    /** Refuses options that were typed before the name of a command, which has its own. */
    static void refuseBeforeCommand(ParseResult perch) throws ProblemException {
        if (!perch.hasSubcommand()) {
            return;
        }
        for (OptionSpec option : perch.matchedOptions()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                throw new ProblemException(Problem.error(
                        option.longestName(),
                        "stands before the command",
                        "write it after " + perch.subcommand().commandSpec().name()));
            }
        }
    }
}
