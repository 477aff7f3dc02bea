package dev.perch.tools.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** The clients in {@code examples/clients}, as programs. */
enum ExampleClient {
    PYTHON,
    NODE,
    JAVA;

    static final Path FOLDER = Path.of("../examples/clients").toAbsolutePath();

    /** What runs it; what has to be compiled first goes into that folder. */
    List<String> command(Path classes) throws IOException {
        return switch (this) {
            case PYTHON -> List.of("python3", "-B", FOLDER + "/perch_client.py");
            case NODE -> List.of("node", FOLDER + "/perch-client.mjs");
            case JAVA -> {
                String source = FOLDER + "/PerchClient.java";
                if (ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source) != 0) {
                    throw new IOException(source + " does not compile");
                }
                String java = System.getProperty("java.home") + "/bin/java";
                yield List.of(
                        java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes.toString(), "PerchClient");
            }
        };
    }
}
