package dev.perch.lwjgl3;

import dev.perch.action.ActionOutcome;
import dev.perch.action.Effect;
import dev.perch.link.LinkPolicy;
import dev.perch.model.Problem;
import dev.perch.runtime.DesktopDoor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.lwjgl.system.Platform;

/**
 * Opens links and runs the user's commands: the only class that does. There is no shell: a program gets its arguments one by one,
 * as they were shown. On a thread of its own.
 */
final class DesktopEffects implements DesktopDoor {
    private static final Set<String> CODEX = Set.of("codex");

    /** A thread by its id, or a new one with what is to be filled in. */
    private static final Pattern THREAD = Pattern.compile("codex://threads/([A-Za-z0-9_-]{1,64}|new\\?[^/#]*)");

    private static final int ASKED_SECONDS = 10;

    /** What opens something fails at once or stays, as a browser does: it is not waited for after this. */
    private static final int OPENER_MILLIS = 3_000;

    /** Of what a program said last, when it failed. */
    private static final int MOST_SAID = 80;

    private static final File NOWHERE = new File(Platform.get() == Platform.WINDOWS ? "NUL" : "/dev/null");

    private final Map<String, String> environment;

    /** @param environment of this process */
    DesktopEffects(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public ActionOutcome perform(Effect effect) {
        if (effect instanceof Effect.OpenLink link) {
            return open(link);
        }
        if (effect instanceof Effect.Run run) {
            return run(run);
        }
        return failed("action", "this desktop cannot " + effect.what(), "see docs/interactions.md");
    }

    private ActionOutcome open(Effect.OpenLink link) {
        boolean scheme = link.url().matches("[a-z][a-z0-9+.-]*://.*");
        boolean codex = link.url().startsWith("codex://");
        if (!scheme || (codex && !codexRight(link.url()))) {
            return failed("link", "is no link that Perch opens", "see docs/interactions.md");
        }
        if (codex && !hasHandler("codex")) {
            return failed(
                    "thread",
                    "no program on this machine opens codex:// links",
                    link.url().startsWith("codex://threads/new")
                            ? "install Codex's app, which opens them"
                            : "set \"openThread\" in actions.json, such as [\"/usr/bin/xterm\", \"-e\", \"codex\", \"resume\","
                                    + " \"{threadId}\"]");
        }
        List<String> opener = opener();
        if (opener.isEmpty()) {
            return failed("link", "there is no xdg-open to open it with", "install xdg-utils");
        }
        List<String> argv = new ArrayList<>(opener);
        argv.add(link.url());
        return start(argv, null, environment, 0, "Opened " + link.url());
    }

    /** Links of Codex are put together by Perch; their form is looked at all the same. */
    private static boolean codexRight(String url) {
        LinkPolicy policy = new LinkPolicy(CODEX, Set.of());
        return THREAD.matcher(url).matches() && policy.deepLink(url) instanceof LinkPolicy.Verdict.Canonical;
    }

    private boolean hasHandler(String scheme) {
        if (Platform.get() != Platform.LINUX) {
            return true;
        }
        Path mime = Path.of("/usr/bin/xdg-mime");
        if (!Files.isExecutable(mime)) {
            return false;
        }
        try {
            Process asked = new ProcessBuilder(mime.toString(), "query", "default", "x-scheme-handler/" + scheme)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(asked.getInputStream().readNBytes(1_000), java.nio.charset.StandardCharsets.UTF_8);
            return asked.waitFor(ASKED_SECONDS, TimeUnit.SECONDS)
                    && said.strip().endsWith(".desktop");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> opener() {
        return switch (Platform.get()) {
            case MACOSX -> List.of("/usr/bin/open");
            case WINDOWS -> List.of("C:\\Windows\\System32\\rundll32.exe", "url.dll,FileProtocolHandler");
            default -> Files.isExecutable(Path.of("/usr/bin/xdg-open")) ? List.of("/usr/bin/xdg-open") : List.of();
        };
    }

    private ActionOutcome run(Effect.Run run) {
        Path exe = Path.of(run.argv().get(0));
        if (!exe.isAbsolute() || !Files.isExecutable(exe)) {
            return failed(
                    "command \"" + run.name() + "\"", exe + " is not there or cannot be run", "correct commands.json");
        }
        Map<String, String> seen = new java.util.TreeMap<>();
        run.env().forEach(name -> {
            String value = environment.get(name);
            if (value != null) {
                seen.put(name, value);
            }
        });
        Path home = Path.of(System.getProperty("user.home"));
        File cwd = (run.cwd() == null ? home : run.cwd()).toFile();
        return start(run.argv(), cwd, seen, run.timeoutMillis(), "Ran \"" + run.name() + "\"");
    }

    private static ActionOutcome start(
            List<String> argv,
            @org.jspecify.annotations.Nullable File cwd,
            Map<String, String> seen,
            int timeoutMillis,
            String done) {
        String where = "program " + argv.get(0);
        ProcessBuilder builder = new ProcessBuilder(argv)
                .directory(cwd)
                .redirectInput(ProcessBuilder.Redirect.from(NOWHERE))
                .redirectErrorStream(true);
        if (timeoutMillis == 0) {
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD); // it stays when Perch has ended
        }
        builder.environment().clear();
        builder.environment().putAll(seen);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return failed(where, "cannot be started", "check that it is there and may be run");
        }
        ProgramOutput output = new ProgramOutput(process.getInputStream());
        try {
            int millis = timeoutMillis == 0 ? OPENER_MILLIS : timeoutMillis;
            if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                if (timeoutMillis == 0) {
                    return new ActionOutcome.Done(done);
                }
                end(process);
                return failed(where, "took longer than " + millis / 1_000 + " s and was ended", "give it more time");
            }
            int code = process.exitValue();
            String said = code == 0 ? "" : output.lastLine(MOST_SAID);
            String why = "ended with code " + code + (said.isEmpty() ? "" : " and said \"" + said + "\"");
            return code == 0 ? new ActionOutcome.Done(done) : failed(where, why, "try it in a terminal");
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            return failed(where, "was ended with Perch", "do it again");
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static ActionOutcome failed(String where, String what, String remedy) {
        return new ActionOutcome.Failed(Problem.error(where, what, remedy));
    }
}
