package dev.perch.tools.conformance;

import dev.perch.client.ClientKey;
import dev.perch.tools.conformance.ClientCase.Ends;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Plays the server for a client's program, once for each row of the table. */
public final class ClientKit {
    private final Path folder;
    private final List<String> command;
    private final Duration patience;
    private final ClientKey key = new ClientKey("c-conformance", Proof.random(32));
    private final Set<String> nonces = new HashSet<>();

    /**
     * A kit for one program.
     *
     * @param folder empty; holds the socket, the key and what the program prints
     * @param command runs the client; {@code {socket}}, {@code {key}}, {@code {thread}} and {@code {text}} in it are filled in
     * @param patience how long the client may take for each word, and to end
     */
    public ClientKit(Path folder, List<String> command, Duration patience) {
        this.folder = folder;
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    /**
     * Runs one case after the other.
     *
     * @param only the beginning of the ids that are run; empty: all
     * @param told hears of each as it ends
     * @throws IOException when the folder cannot be used
     */
    public List<Verdict> run(String only, Consumer<Verdict> told) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        key.write(folder.resolve("key.json"));
        for (ClientCase one : ClientCases.all()) {
            if (one.id().startsWith(only)) {
                Verdict verdict = verdict(one);
                verdicts.add(verdict);
                told.accept(verdict);
            }
        }
        return verdicts;
    }

    private Verdict verdict(ClientCase one) throws IOException {
        Path socket = folder.resolve("ingress.sock");
        Files.deleteIfExists(socket);
        Path printed = folder.resolve("printed");
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(socket));
            Process client = new ProcessBuilder(filled(socket))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            try {
                client.getOutputStream().close();
                Future<?> unused = client.onExit().thenRun(() -> close(door));
                play(one, door);
                ended(one, client, printed);
                return new Verdict(one.id(), one.rule(), Verdict.End.PASSED, "");
            } catch (Broken broken) {
                return new Verdict(one.id(), one.rule(), Verdict.End.FAILED, String.valueOf(broken.getMessage()));
            } finally {
                client.destroyForcibly();
            }
        }
    }

    private void play(ClientCase one, ServerSocketChannel door) throws Broken {
        try (Stage stage = new Stage(door, key, patience)) {
            stage.meet();
            one.play().take(stage);
            if (!nonces.add(stage.nonce())) {
                throw new Broken("the same nonce as on another connection");
            }
            if (one.ends() == Ends.WELL) {
                stage.nothingMore();
            }
        }
    }

    private void ended(ClientCase one, Process client, Path printed) throws Broken, IOException {
        try {
            if (!client.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Broken("it did not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Broken("stopped");
        }
        String said = Files.readString(printed);
        if ((client.exitValue() == 0) != (one.ends() == Ends.WELL)) {
            throw new Broken("it ended with exit code " + client.exitValue() + " and said: " + said.strip());
        }
        if (!said.contains(one.prints())) {
            throw new Broken("the user does not see \"" + one.prints() + "\", but: " + said.strip());
        }
    }

    private List<String> filled(Path socket) {
        return command.stream()
                .map(word -> word.replace("{socket}", socket.toString())
                        .replace("{key}", folder.resolve("key.json").toString())
                        .replace("{thread}", Stage.THREAD)
                        .replace("{text}", Stage.TEXT))
                .toList();
    }

    private static void close(ServerSocketChannel door) {
        try {
            door.close();
        } catch (IOException already) {
            // it is closed
        }
    }
}
