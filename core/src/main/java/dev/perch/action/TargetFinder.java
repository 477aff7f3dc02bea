package dev.perch.action;

import dev.perch.link.LinkPolicy;
import dev.perch.link.PlainWords;
import dev.perch.model.ActionSpec;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Settles what a declared action comes to on this user's machine, or says why it comes to nothing. Decides nothing else. */
final class TargetFinder {
    /** A link or a program's line that is longer cannot be read in a prompt, and is refused. */
    static final int MOST_SHOWN = 300;

    /** As long as a manifest's own prompt may be. */
    static final int MOST_PROMPT = 2_000;

    private static final String SEE = "see docs/interactions.md";

    private static final Pattern THREAD_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final UserActions user;

    TargetFinder(UserActions user) {
        this.user = user;
    }

    /** What it comes to. */
    sealed interface Finding {
        record Found(Effect effect) implements Finding {}

        record Unfit(Problem why) implements Finding {}
    }

    Finding find(ActionSpec spec, Dropped dropped, Function<Which, Optional<String>> threads) {
        if (spec instanceof ActionSpec.Pet pet) {
            return new Finding.Found(new Effect.Deed(pet));
        }
        if (spec instanceof ActionSpec.ShowStatus) {
            return new Finding.Found(new Effect.Status());
        }
        if (spec instanceof ActionSpec.OpenThread thread) {
            boolean chosen = thread.which() == Which.CHOSEN;
            return shown(thread.which(), chosen ? Optional.of(thread.id()) : threads.apply(thread.which()));
        }
        if (spec instanceof ActionSpec.OpenUrl page) {
            return link(page.url(), user.links().page(page.url()), true);
        }
        if (spec instanceof ActionSpec.OpenDeepLink deep) {
            return link(deep.url(), user.links().deepLink(deep.url()), false);
        }
        if (spec instanceof ActionSpec.NewThread thread) {
            return thread(thread, dropped);
        }
        if (spec instanceof ActionSpec.InvokeSkill skill) {
            return user.skills().contains(skill.skill())
                    ? new Finding.Found(new Effect.UseSkill(skill.skill(), skill.which(), skill.prompt()))
                    : unfit(
                            "skill " + shown(skill.skill()),
                            "your actions.json does not list it",
                            "add it to \"skills\"");
        }
        return command((ActionSpec.RunCommand) spec);
    }

    private Finding shown(Which which, Optional<String> id) {
        if (id.isEmpty() || !THREAD_ID.matcher(id.get()).matches()) {
            return unfit("thread", "no " + which.word() + " Codex thread is known", "start one in Codex");
        }
        return canBeShown(user.threadOpener())
                ? new Finding.Found(new Effect.ShowThread(which, id.get(), user.threadOpener()))
                : unfit("\"openThread\"", "cannot be shown whole and as it is", "shorten or simplify it");
    }

    private static Finding link(String asked, LinkPolicy.Verdict verdict, boolean page) {
        String where = "link " + shown(asked);
        if (verdict instanceof LinkPolicy.Verdict.Refused refused) {
            return unfit(where, refused.why(), SEE);
        }
        String url = ((LinkPolicy.Verdict.Canonical) verdict).url();
        return url.length() > MOST_SHOWN
                ? unfit(where, "is too long to be shown whole", "the pet's author should shorten it")
                : new Finding.Found(new Effect.OpenLink(url, page));
    }

    private Finding thread(ActionSpec.NewThread thread, Dropped dropped) {
        Path folder = user.workspaces().get(thread.workspace());
        if (folder == null) {
            return unfit(
                    "workspace " + shown(thread.workspace()),
                    "your actions.json does not name it",
                    "add it to \"workspaces\"");
        }
        String fault = dropped.fault();
        if (!fault.isEmpty()) {
            return unfit("workspace " + shown(thread.workspace()), fault, "drop something else");
        }
        String prompt = dropped.text().isEmpty() ? thread.prompt() : thread.prompt() + "\n" + dropped.text();
        if (prompt.length() > MOST_PROMPT) {
            return unfit("dropped text", "is too long to be shown whole in a prompt", "drop less of it");
        }
        return new Finding.Found(new Effect.BeginThread(thread.workspace(), folder, prompt, dropped.files()));
    }

    private Finding command(ActionSpec.RunCommand asked) {
        String where = "command " + shown(asked.name());
        CommandSpec command = user.commands().get(asked.name());
        if (command == null) {
            return unfit(where, "your commands.json does not have it", "write it there if you want it");
        }
        if (!command.params().keySet().equals(asked.params().keySet())) {
            return unfit(
                    where,
                    "takes the parameters " + command.params().keySet() + ", not "
                            + asked.params().keySet(),
                    "correct commands.json or the pet");
        }
        List<String> argv = new ArrayList<>();
        argv.add(command.exe().toString());
        for (String element : command.argv()) {
            boolean filled = element.startsWith("{") && element.endsWith("}");
            String param = filled ? element.substring(1, element.length() - 1) : "";
            String value = filled ? asked.params().get(param) : element;
            CommandSpec.Param rule = command.params().get(param);
            if (value == null || (filled && (rule == null || !fits(rule, value)))) {
                return unfit(where, "does not take " + shown(String.valueOf(value)) + " as " + param, SEE);
            }
            argv.add(value);
        }
        String fault = ShellGuard.fault(argv);
        if (!fault.isEmpty()) {
            return unfit(where, fault, "correct commands.json");
        }
        Path cwd = command.cwd();
        if (!canBeShown(argv) || cwd != null && !canBeShown(List.of(cwd.toString()))) {
            return unfit(where, "has arguments that cannot be shown whole and as they are", "shorten or simplify them");
        }
        return new Finding.Found(new Effect.Run(command.name(), argv, cwd, command.env(), command.timeoutMillis()));
    }

    private static boolean canBeShown(List<String> words) {
        return words.stream().mapToInt(String::length).sum() <= MOST_SHOWN
                && words.stream()
                        .allMatch(word -> PlainWords.fault(word, MOST_SHOWN).isEmpty());
    }

    /** A value with a hyphen in front would be an option, unless the user's pattern begins with one. */
    private static boolean fits(CommandSpec.Param rule, String value) {
        boolean option = value.startsWith("-") && !rule.pattern().pattern().startsWith("-");
        return !option
                && value.length() <= rule.most()
                && value.chars().noneMatch(c -> c < 0x20 || c == 0x7F)
                && rule.pattern().matcher(value).matches();
    }

    private static Finding unfit(String where, String what, String remedy) {
        return new Finding.Unfit(Problem.error(where, what, remedy));
    }

    /** A stranger's word for a sentence. */
    static String shown(String word) {
        String cut = word.length() > 60 ? word.substring(0, 60) + "…" : word;
        StringBuilder out = new StringBuilder("\"");
        cut.codePoints().forEach(point -> {
            if (point == ' ' || PlainWords.fault(Character.toString(point), 1).isEmpty()) {
                out.appendCodePoint(point);
            } else {
                out.append(String.format("<U+%04X>", point));
            }
        });
        return out.append('"').toString();
    }
}
