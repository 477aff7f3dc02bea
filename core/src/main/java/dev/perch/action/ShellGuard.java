package dev.perch.action;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Refuses command lines that hand text to a shell or an interpreter: there, a parameter could become code. It knows the common
 * ones, wherever in the line they stand, so that {@code timeout 5 sh -c} is seen too; of a program that it does not know the
 * question still shows every argument.
 */
final class ShellGuard {
    /** The argument after one of these programs that makes a text into code; options whose value follows at once are no bundles. */
    private static final Map<String, Pattern> CODE = new TreeMap<>();

    /** These run a text as code unless an argument names a file. */
    private static final Map<String, Pattern> FILE = new TreeMap<>();

    static {
        know(CODE, "-[a-zA-Z]*[cC].*|--command.*|--init-command.*", "sh bash dash ash zsh ksh mksh fish csh tcsh");
        know(CODE, "-[a-zA-Z]*c.*|--command.*|--session-command.*", "su runuser script flock");
        know(CODE, "-[a-zA-Z&&[^WXmQ]]*c.*", "python pypy jython");
        know(CODE, "-[a-zA-Z0-9&&[^IrMmFCKxi]]*[eE].*|-[mM].*[^\\w:=,-].*", "perl ruby");
        know(CODE, "-[ceip]*[ep].*|--eval.*|--print.*|eval", "node nodejs bun deno");
        know(CODE, "-[a-zA-Z&&[^dfcz]]*[rRBE].*|--run.*|--process-.*", "php");
        know(CODE, "-[ce].*|--eval.*", "lua luajit osascript rscript groovy elixir emacs guile");
        know(CODE, "-[a-zA-Z]*S.*|--split-string.*", "env");
        know(CODE, "-e.*|--source.*", "awk gawk mawk nawk");
        know(CODE, "(?i)[/-](c.*|e|ec|en.*)", "powershell pwsh");
        know(CODE, "(?i)[/-].*[ck].*", "cmd");
        know(FILE, "(?i)[/-]f.*", "powershell pwsh");
        know(FILE, "-[fE].*|--file.*|--exec.*", "awk gawk mawk nawk");
    }

    private ShellGuard() {}

    private static void know(Map<String, Pattern> table, String pattern, String programs) {
        Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
        for (String program : programs.split(" ", -1)) {
            table.put(program, compiled);
        }
    }

    /**
     * Why it is refused, in one clause; empty: it is not.
     *
     * @param argv the program and its arguments
     */
    static String fault(List<String> argv) {
        for (int i = 0; i < argv.size(); i++) {
            String program = program(argv.get(i));
            if (program.endsWith(".bat") || program.endsWith(".cmd")) {
                return "a .bat or .cmd reads its arguments as code";
            }
            String name = program.replaceAll("\\.exe$", "");
            String fault = codeAfter(name, argv.subList(i + 1, argv.size()));
            String plain = name.replaceAll("[0-9.-]+$", "");
            if (fault.isEmpty() && !plain.equals(name)) {
                fault = codeAfter(plain, argv.subList(i + 1, argv.size()));
            }
            if (!fault.isEmpty()) {
                return program + fault;
            }
        }
        if (argv.stream().anyMatch(word -> word.chars().anyMatch(c -> c < 0x20 || c == 0x7F))) {
            return "an argument has a control character";
        }
        return "";
    }

    private static String program(String word) {
        String path = word.toLowerCase(Locale.ROOT);
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String codeAfter(String name, List<String> arguments) {
        Pattern code = CODE.get(name);
        Pattern file = FILE.get(name);
        for (String argument : arguments) {
            if (code != null && code.matcher(argument).matches()) {
                return " " + argument + " runs a text as code";
            }
        }
        if (file == null || arguments.isEmpty() || arguments.stream().anyMatch(file.asMatchPredicate())) {
            return "";
        }
        return " with no file runs a text as code";
    }
}
