package dev.perch.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The released Codex 0.169.0, in a home of its own, with a model that the tests bring; it reaches no network. */
public final class RealCodex implements AutoCloseable {
    static final String TOKEN = "a-token-of-the-tests-0123456789";

    private static final String CONFIG = """
            model = "gpt-5.5"
            model_provider = "fake"
            approval_policy = "on-request"
            sandbox_mode = "workspace-write"
            check_for_update_on_startup = false
            [analytics]
            enabled = false
            [feedback]
            enabled = false
            [otel]
            exporter = "none"
            trace_exporter = "none"
            metrics_exporter = "none"
            [sandbox_workspace_write]
            exclude_slash_tmp = true
            exclude_tmpdir_env_var = true
            [tui]
            screen_reader_detection_done = true
            [notice.model_migrations]
            "gpt-5.5" = "gpt-6-sol"
            [projects."%s"]
            trust_level = "trusted"
            [features]
            plugins = false
            remote_plugin = false
            apps = false
            default_mode_request_user_input = true
            request_permissions_tool = true
            [mcp_servers.%s]
            command = "%s"
            args = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", "%s", "%s"]
            [model_providers.fake]
            name = "fake"
            base_url = "%s"
            wire_api = "responses"
            request_max_retries = 0
            stream_max_retries = 1
            """;

    private final Path folder;
    private final FakeModel model;
    private final List<Process> started = new ArrayList<>();

    /** A home with nothing in it yet; nothing runs there. */
    public RealCodex() throws IOException {
        folder = Files.createTempDirectory("perch-codex");
        model = new FakeModel();
        for (String name : List.of("codex", "home", "tmp", "project")) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.writeString(
                folder.resolve("codex/config.toml"),
                CONFIG.formatted(
                        project(),
                        AskingServer.NAME,
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        AskingServer.class.getName(),
                        model.url()));
        Files.writeString(folder.resolve("token"), TOKEN);
    }

    /** Lets go a turn whose text is that, and which begins with "wait for". */
    public void letGo(String text) {
        model.open(text);
    }

    FakeModel model() {
        return model;
    }

    /** When its model last had a tool called, by {@link System#nanoTime}. */
    public long calledNanos() {
        return model.calledNanos();
    }

    /** What its model was told that came of the last tool. */
    public String toolAnswer() {
        return model.told();
    }

    /** Where its terminals are opened. */
    public Path project() {
        return folder.resolve("project");
    }

    /** What a terminal of this home needs. */
    public Map<String, String> environment() {
        return Map.of(
                "CODEX_HOME", folder.resolve("codex").toString(),
                "HOME", folder.resolve("home").toString(),
                "TMPDIR", folder.resolve("tmp").toString());
    }

    /** What {@code ./test} installs. */
    public static Path program() {
        String folder =
                System.getProperty("perch.codex", System.getProperty("user.home") + "/.cache/perch-test/codex-0.169.0");
        Path program = Path.of(folder, "package/vendor/x86_64-unknown-linux-musl/bin/codex");
        if (!Files.isExecutable(program)) {
            throw new AssertionError(program + " is not there: ./test installs it");
        }
        return program;
    }

    /** Has an app-server listen where the daemon of this home would; it does a moment later. */
    public void serve() throws IOException {
        start("unix://");
    }

    /** An app-server on the socket that a daemon of this home would have; it is there a moment later. */
    CodexTarget onSocket() throws IOException {
        serve();
        return new CodexTarget.Socket(folder.resolve("codex/app-server-control/app-server-control.sock"));
    }

    /** An app-server on loopback that wants the token. */
    CodexTarget onLoopback() throws IOException {
        Process process = start(
                "ws://127.0.0.1:0",
                "--ws-auth",
                "capability-token",
                "--ws-token-file",
                folder.resolve("token").toString());
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        Pattern port = Pattern.compile("ws://127\\.0\\.0\\.1:(\\d+)");
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher matcher = port.matcher(line);
            if (matcher.find()) {
                return new CodexTarget.Loopback(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(matcher.group(1))),
                        TOKEN);
            }
        }
        throw new AssertionError("the app-server named no port");
    }

    /** A child of Perch's own. */
    CodexTarget asChild() {
        return new CodexTarget.Child(program().toString(), environment(), project());
    }

    /** What a power cut does to the servers. */
    void kill() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        started.clear();
    }

    private Process start(String listen, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(program().toString(), "app-server", "--listen", listen));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project().toFile());
        if (more.length == 0) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        model.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
