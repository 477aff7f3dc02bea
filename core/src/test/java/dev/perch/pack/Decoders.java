package dev.perch.pack;

import java.io.IOException;
import java.nio.file.Path;

/** The decode child of the build. */
final class Decoders {
    private Decoders() {}

    static DecodeProcess real() throws IOException {
        return new DecodeProcess(setup());
    }

    static DecodeProcess.Setup setup() throws IOException {
        return DecodeProcess.Setup.ofThisJvm(Path.of(System.getProperty("perch.decode")), PackageLimits.standard());
    }
}
