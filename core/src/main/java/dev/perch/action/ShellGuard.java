package dev.perch.action;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses command lines that hand text to a shell or an interpreter: there, a parameter could become code. */
final class ShellGuard {
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "dash", "zsh", "ksh", "fish", "csh", "tcsh", "cmd", "powershell", "pwsh", "busybox");
    private static final Set<String> INTERPRETERS = Set.of(
            "python",
            "python2",
            "python3",
            "perl",
            "ruby",
            "node",
            "nodejs",
            "php",
            "lua",
            "osascript",
            "awk",
            "env",
            "xargs");
    private static final Set<String> CODE =
            Set.of("-c", "-e", "-command", "-encodedcommand", "/c", "/k", "--eval", "-r", "-p");

    private ShellGuard() {}

    /**
     * Why it is refused, in one clause; empty: it is not.
     *
     * @param argv the program and its arguments
     */
    static String fault(List<String> argv) {
        String path = argv.get(0).toLowerCase(Locale.ROOT);
        String program = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (program.endsWith(".bat") || program.endsWith(".cmd")) {
            return "a .bat or .cmd reads its arguments as code";
        }
        String name = program.endsWith(".exe") ? program.substring(0, program.length() - 4) : program;
        String plain = name.replaceAll("[0-9.]+$", "");
        boolean interprets = SHELLS.contains(name) || INTERPRETERS.contains(name) || INTERPRETERS.contains(plain);
        for (String argument : argv.subList(1, argv.size())) {
            String word = argument.toLowerCase(Locale.ROOT);
            boolean bundle = SHELLS.contains(name) && word.matches("-[a-z]*c[a-z]*");
            if (interprets && (CODE.contains(word) || bundle)) {
                return program + " " + argument + " runs a text as code";
            }
        }
        if (argv.stream().anyMatch(word -> word.chars().anyMatch(c -> c < 0x20 || c == 0x7F))) {
            return "an argument has a control character";
        }
        return "";
    }
}
