package dev.perch.tools;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/**
 * One run of the real command line, in this JVM.
 *
 * @param exitCode as the shell sees it
 * @param out what it printed
 * @param err what it said beside that
 */
record CommandLineRun(int exitCode, String out, String err) {
    /** A run that reads {@code input} from standard input. */
    static CommandLineRun withInput(String input, Object... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return of(words);
        } finally {
            System.setIn(before);
        }
    }

    static CommandLineRun of(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine perch = Perch.commandLine(onQuit -> {});
        perch.setOut(new PrintWriter(out, true));
        perch.setErr(new PrintWriter(err, true));
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        int exitCode = perch.execute(arguments);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}
