package dev.perch.tools;

import dev.perch.bridge.CodexSource;
import dev.perch.client.ClientFile;
import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlClient;
import dev.perch.control.ControlCommand;
import dev.perch.control.StatusView;
import dev.perch.hooks.HookAgent;
import dev.perch.hooks.HookLetterbox;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.runtime.LoopbackDoor;
import dev.perch.runtime.ProblemException;
import dev.perch.status.StatusClient;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What is connected to the companion that runs, what of it is stale, and which agents call Perch's hooks: a finding each. */
final class Connections {
    private final Workbench bench;
    private final BiConsumer<String, String> say;

    private Connections(Workbench bench, BiConsumer<String, String> say) {
        this.bench = bench;
        this.say = say;
    }

    static void tell(Workbench bench, BiConsumer<String, String> say) {
        Connections connections = new Connections(bench, say);
        connections.companion();
        connections.codex();
        connections.hooks();
    }

    private void companion() {
        try {
            RunFolder folder = RunningCompanion.folder(bench);
            Optional<ControlAnswer> answer = new ControlClient(folder, bench.clock()).ask(ControlCommand.STATUS);
            StatusView status = answer.map(ControlAnswer::status).orElse(null);
            if (status == null) {
                say.accept("companion", answer.isEmpty() ? "none runs" : "runs, and does not say how it is");
                return;
            }
            say.accept("companion", "runs as process " + answer.get().pid());
            status.sources().forEach(source -> say.accept("source", source(source)));
            say.accept("threads", threads(folder));
            say.accept("ingress", ingress(status.writers()));
            queues(status.queues()).forEach(queue -> say.accept("queues", queue));
            Path pages = folder.path().resolve(LoopbackDoor.ENDPOINT);
            say.accept(
                    "pages",
                    Files.exists(pages)
                            ? "may read the status by HTTP; " + pages + " says where"
                            : "off: none can read the status by HTTP (perch config statusHttp on)");
        } catch (LocalFault fault) {
            say.accept("companion", fault.problem().sentence());
        }
    }

    private static String source(StatusView.Source source) {
        String problems = source.problems() == 0 ? "" : ", " + source.problems() + " PROBLEMS";
        return source.name() + ": " + source.phase() + ", " + source.snapshots() + " snapshots" + problems;
    }

    private String threads(RunFolder folder) throws LocalFault {
        try (StatusClient open =
                StatusClient.connect(folder, new SecureRandom()).orElse(null)) {
            if (open == null) {
                return "status.sock does not answer";
            }
            open.subscribe(null);
            Map<?, ?> reset = open.next();
            List<?> all = reset != null && reset.get("threads") instanceof List<?> list ? list : List.of();
            long stale = all.stream()
                    .filter(one -> one instanceof Map<?, ?> thread && Boolean.TRUE.equals(thread.get("stale")))
                    .count();
            return all.size() + " known" + (stale == 0 ? "" : ", " + stale + " of them STALE");
        } catch (IOException broken) {
            return "status.sock cannot be read (" + broken.getMessage() + ")";
        }
    }

    private List<String> queues(StatusView.Queues queues) {
        List<String> lines = new ArrayList<>();
        lines.add("snapshots: " + queues.snapshots() + " of " + queues.mostSnapshots() + " wait, " + queues.replaced()
                + " were replaced by later ones" + (queues.lost() == 0 ? "" : ", " + queues.lost() + " LOST"));
        lines.add("events of hooks: " + new HookLetterbox(bench.folders().hooks()).waiting() + " of "
                + HookLetterbox.MOST + " wait");
        if (queues.mostOrders() > 0) {
            lines.add("orders of programs: " + queues.orders() + " of " + queues.mostOrders() + " wait");
        }
        return lines;
    }

    private String ingress(int writers) {
        if (writers == StatusView.INGRESS_OFF) {
            return "off: no program can write to your agents (perch ingress on)";
        }
        try {
            int registered = new ClientFile(bench.folders().state()).read().size();
            return "on, " + writers + " connected, " + registered + " registered";
        } catch (IOException unread) {
            return "on, " + writers + " connected; WHO IS REGISTERED CANNOT BE READ (" + unread.getMessage() + ")";
        }
    }

    private void codex() {
        Path daemon = CodexSource.daemon(System.getenv(), Path.of(System.getProperty("user.home")));
        try {
            // What it names may be a link: Codex's is one, to a short path.
            SocketChannel.open(UnixDomainSocketAddress.of(daemon.toRealPath())).close();
            say.accept("codex", "its app-server listens at " + daemon);
        } catch (IOException nobody) {
            say.accept("codex", "no app-server listens at " + daemon + "; start codex, and Perch finds it");
        }
    }

    private void hooks() {
        for (HookAgent agent : HookAgent.values()) {
            say.accept("hooks", agent.displayName() + ": " + hooks(agent));
        }
    }

    private String hooks(HookAgent agent) {
        try {
            HookFiles files = HooksCommand.files(bench.folders(), agent);
            int events = files.events(files.read()).size();
            return events == 0 ? "not installed" : events + " events";
        } catch (ProblemException unread) {
            return "CANNOT BE READ (" + unread.getMessage() + ")";
        }
    }
}
