package dev.perch.tools;

import dev.perch.client.ClientKey;
import dev.perch.client.ClientLine;
import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlClient;
import dev.perch.control.ControlCommand;
import dev.perch.ingress.IngressServer;
import dev.perch.json.RpcFault;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The way of a command to a socket of the companion that runs at which one must be known; what is in the way is said in one
 * sentence.
 */
final class IngressLine {
    /** The exit code when a companion runs whose ingress is off. */
    static final int OFF = 7;

    /** The exit code when the program is not registered, or may not do that. */
    static final int NOT_ALLOWED = 8;

    /** The exit code when what was asked is known not to have been done. */
    static final int NOT_DONE = 10;

    /** The exit code when nobody knows whether it was done. */
    static final int UNKNOWN = 11;

    private static final int NOT_KNOWN_CODE = -32_002;
    private static final int NOT_ALLOWED_CODE = -32_003;
    private static final int DENIED_CODE = -32_004;

    private final Workbench bench;

    IngressLine(CommandSpec command) {
        bench = Workbench.of(command);
    }

    /** Does something over the line. */
    @FunctionalInterface
    interface Use {
        int take(ClientLine client, Workbench bench) throws IOException, RpcFault, ProblemException;
    }

    /** Where the key of a registered program lies, if it was registered by {@code perch client add}. */
    static Path keyFile(Workbench bench, String name) {
        return bench.folders().state().resolve("keys").resolve(name + ".json");
    }

    /** Does something as that program. @return the exit code */
    int as(String name, Use use) throws ProblemException {
        return unknown(IngressServer.SOCKET, (client, any) -> {
            Optional<ClientKey> key = key(name);
            if (key.isEmpty()) {
                bench.note(Problem.error(
                        "client " + name,
                        "is not registered",
                        "register it with perch client add " + name + " --scope all, or less"));
                return NOT_ALLOWED;
            }
            client.introduce(key.get(), new SecureRandom());
            return use.take(client, bench);
        });
    }

    private Optional<ClientKey> key(String name) throws ProblemException {
        try {
            return ClientKey.read(keyFile(bench, name));
        } catch (IOException unread) {
            throw new ProblemException(Problem.error(
                    keyFile(bench, name).toString(),
                    "cannot be read (" + unread.getMessage() + ")",
                    "revoke the client and add it again"));
        }
    }

    /**
     * Does something at that socket before anybody is known.
     *
     * @return the exit code
     * @throws ProblemException when what it asks for cannot be
     */
    int unknown(String socket, Use use) throws ProblemException {
        try {
            RunFolder folder = RunningCompanion.folder(bench);
            Optional<ClientLine> client = ClientLine.connect(folder, socket);
            if (client.isEmpty()) {
                return nobody(folder, socket);
            }
            try (ClientLine open = client.get()) {
                return use.take(open, bench);
            }
        } catch (LocalFault fault) {
            bench.note(fault.problem());
            return 1;
        } catch (RpcFault refused) {
            if (refused.code() == RpcFault.BAD_PARAMS) {
                throw new ProblemException(String.valueOf(refused.getMessage()));
            }
            bench.note(Problem.error("ingress", "refused", withoutDot(String.valueOf(refused.getMessage()))));
            return code(refused);
        } catch (IOException broken) {
            bench.note(Problem.error("ingress", withoutDot(String.valueOf(broken.getMessage())), "try again"));
            return 1;
        }
    }

    private int nobody(RunFolder folder, String socket) throws LocalFault {
        Optional<ControlAnswer> companion = new ControlClient(folder, bench.clock()).ask(ControlCommand.STATUS);
        if (companion.isEmpty()) {
            bench.note(RunningCompanion.nobody());
            return RunningCompanion.NOBODY;
        }
        if (socket.equals(IngressServer.SOCKET)) {
            bench.note(Problem.error("ingress", "it is off", "turn it on with perch ingress on"));
            return OFF;
        }
        bench.note(Problem.error(socket, "the companion does not listen there", "start it again"));
        return 1;
    }

    private static int code(RpcFault refused) {
        boolean shut =
                refused.code() == NOT_KNOWN_CODE || refused.code() == NOT_ALLOWED_CODE || refused.code() == DENIED_CODE;
        return shut ? NOT_ALLOWED : NOT_DONE;
    }

    private static String withoutDot(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
