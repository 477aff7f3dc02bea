package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AutostartTest {
    @TempDir
    Path folder;

    @Test
    void theEntryIsWrittenAndTakenAwayAgain() throws IOException {
        Autostart autostart = new Autostart(true, folder.resolve("config/autostart"), program("perch"));
        assertTrue(autostart.possible());
        assertFalse(autostart.isOn());
        autostart.set(true);
        assertTrue(autostart.isOn());
        assertEquals("""
                [Desktop Entry]
                Type=Application
                Name=Perch
                Comment=A companion that shows what your coding agents are doing
                TryExec=%1$s
                Exec="%1$s" run
                Terminal=false
                """.formatted(folder.resolve("perch")), Files.readString(autostart.file()));
        autostart.set(false);
        assertFalse(autostart.isOn());
        assertFalse(Files.exists(autostart.file()));
        autostart.set(false);
    }

    @Test
    void aPathWithBlanksQuotesAndSignsIsWrittenAsTheSpecificationWantsIt() throws IOException {
        Autostart autostart = new Autostart(true, folder, program("a b$\"100%\\perch"));
        autostart.set(true);
        String text = Files.readString(autostart.file());
        assertTrue(text.contains("\nExec=\"" + folder + "/a b\\\\$\\\\\"100%%\\\\\\\\perch\" run\n"), text);
        assertTrue(text.contains("\nTryExec=" + folder + "/a b$\"100%\\\\perch\n"), text);
    }

    @Test
    void anEntryThatTheDesktopHidIsOff() throws IOException {
        Autostart autostart = new Autostart(true, folder, program("perch"));
        autostart.set(true);
        Files.writeString(autostart.file(), Files.readString(autostart.file()) + "Hidden=true\n");
        assertFalse(autostart.isOn());
    }

    @Test
    void aProgramThatIsNotThereIsNotOffered() throws IOException {
        assertFalse(new Autostart(true, folder, folder.resolve("gone")).possible());
        assertFalse(new Autostart(true, folder, Path.of("")).possible());
        assertFalse(new Autostart(false, folder, program("perch")).possible());
    }

    private Path program(String name) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }
}
