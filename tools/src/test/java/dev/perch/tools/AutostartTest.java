package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AutostartTest {
    @TempDir
    Path folder;

    @Test
    void theEntryIsWrittenAndTakenAwayAgain() throws IOException {
        Autostart autostart = new Autostart(Autostart.Way.XDG, folder.resolve("config/autostart"), program("perch"));
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
        Autostart autostart = new Autostart(Autostart.Way.XDG, folder, program("a b$\"100%\\perch"));
        autostart.set(true);
        String text = Files.readString(autostart.file());
        assertTrue(text.contains("\nExec=\"" + folder + "/a b\\\\$\\\\\"100%%\\\\\\\\perch\" run\n"), text);
        assertTrue(text.contains("\nTryExec=" + folder + "/a b$\"100%\\\\perch\n"), text);
    }

    @Test
    void onMacOsItIsALaunchAgent() throws Exception {
        Autostart autostart = new Autostart(Autostart.Way.LAUNCH_AGENT, folder, program("a & b"));
        autostart.set(true);
        assertTrue(autostart.possible() && autostart.isOn());
        assertEquals(folder.resolve("dev.perch.plist"), autostart.file());
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var words =
                builders.newDocumentBuilder().parse(autostart.file().toFile()).getElementsByTagName("string");
        assertEquals("dev.perch", words.item(0).getTextContent());
        assertEquals(folder.resolve("a & b").toString(), words.item(1).getTextContent());
        assertEquals("run", words.item(2).getTextContent());
        autostart.set(false);
        assertFalse(autostart.isOn());
    }

    @Test
    void anEntryThatTheDesktopHidIsOff() throws IOException {
        Autostart autostart = new Autostart(Autostart.Way.XDG, folder, program("perch"));
        autostart.set(true);
        Files.writeString(autostart.file(), Files.readString(autostart.file()) + "Hidden=true\n");
        assertFalse(autostart.isOn());
    }

    @Test
    void aProgramThatIsNotThereIsNotOffered() throws IOException {
        assertFalse(new Autostart(Autostart.Way.XDG, folder, folder.resolve("gone")).possible());
        assertFalse(new Autostart(Autostart.Way.XDG, folder, Path.of("")).possible());
        assertFalse(new Autostart(Autostart.Way.NONE, folder, program("perch")).possible());
    }

    private Path program(String name) throws IOException {
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }
}
