package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.testkit.PetsOnDisk;
import dev.perch.testkit.TlsServer;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code perch pets} as a shell sees it. */
final class PetsCommandTest {
    private static final Path CONFIG = Workbench.userFolders().config().resolve("config.json");
    private static final Path STATE = Workbench.userFolders().state().resolve("library.json");
    private static final Path OWN = Workbench.userFolders().data().resolve("pets");

    @TempDir
    Path folder;

    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(CONFIG);
        Files.deleteIfExists(STATE);
        if (Files.exists(OWN)) {
            try (Stream<Path> files = Files.walk(OWN)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The odd files of real galleries: each is listed, with what is wrong and what to do, or as what it is. */
    @Test
    void everyOddFileGetsAVerdict() throws IOException {
        look();
        String pet = PetsOnDisk.MANIFEST;
        odd("array", "[]");
        odd("null", "null");
        odd("zero-manifest", "");
        odd("escape", pet.replace("sheet.png", "../secret.png"));
        odd("windows", pet.replace("sheet.png", "C:\\\\pets\\\\sheet.png"));
        odd("bom", "\uFEFF" + pet);
        odd("version-3", pet.replace("{", "{\"spriteVersionNumber\":3,"));
        odd("id-differs", pet.replace("{", "{\"id\":\"other\","));
        odd("小鸟", pet);
        Files.delete(odd("no-sheet", pet).resolve("sheet.png"));
        Files.write(odd("zero-sheet", pet).resolve("sheet.png"), new byte[0]);
        Files.writeString(
                odd("lfs", pet.replace("sheet.png", "sheet.webp")).resolve("sheet.webp"),
                "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
        Files.createDirectories(folder.resolve("pets/empty"));
        Path away = PetsOnDisk.blob(folder.resolve("dotfiles/linked"), pet);
        Files.createSymbolicLink(folder.resolve("pets/linked"), away);
        Files.createSymbolicLink(folder.resolve("pets/dangling"), folder.resolve("nowhere"));
        Path avatar = odd("legacy", pet);
        Files.move(avatar.resolve("pet.json"), avatar.resolve("avatar.json"));

        CommandLineRun run = CommandLineRun.of("pets", "list");
        assertEquals(0, run.exitCode(), run.err());
        for (String good : List.of("bom", "version-3", "id-differs", "小鸟", "linked", "legacy", "pip", "axo")) {
            assertFalse(line(run, good).contains("cannot be opened"), run.out());
        }
        refused(run, "array", "pet.json: is an array, not an object");
        refused(run, "null", "pet.json: is null, not an object");
        refused(run, "zero-manifest", "pet.json: is empty");
        refused(run, "escape", "leads out of the package");
        refused(run, "windows", "has a backslash");
        refused(run, "no-sheet", "sheet.png: is missing");
        refused(run, "zero-sheet", "sheet.png: is empty");
        refused(run, "lfs", "Git-LFS");
        refused(run, "empty", "has no pet.json");
        refused(run, "dangling", "there is no such file or folder");

        CommandLineRun again = CommandLineRun.of("pets", "list", "--json");
        assertEquals("", again.err(), "a second list imports nothing");
        assertEquals(10, again.out().split("\"opened\" : false", -1).length - 1, again.out());
    }

    @Test
    void aPetIsInstalledUsedShownAndRemoved() throws IOException {
        Path given = PetsOnDisk.blob(folder.resolve("blob"), PetsOnDisk.MANIFEST);
        assertEquals(
                "Installed: " + OWN.resolve("blob") + "\n",
                CommandLineRun.of("pets", "install", given).out());
        CommandLineRun twice = CommandLineRun.of("pets", "install", given);
        assertEquals(2, twice.exitCode());
        assertTrue(twice.err().contains("add --force"), twice.err());
        assertEquals(0, CommandLineRun.of("pets", "install", given, "--force").exitCode());
        assertEquals(
                "The next start begins with it.\n",
                CommandLineRun.of("pets", "use", "blob").out());
        assertTrue(Files.readString(STATE).contains("\"pet\" : \"blob\""));
        assertTrue(line(CommandLineRun.of("pets", "list"), "blob").startsWith("*"));
        assertTrue(CommandLineRun.of("pets", "show", "blob").out().contains("called     Blob"));
        assertEquals(
                "Removed: blob\n", CommandLineRun.of("pets", "remove", "blob").out());
        assertFalse(Files.exists(OWN.resolve("blob")));
        CommandLineRun gone = CommandLineRun.of("pets", "use", "blob");
        assertEquals(2, gone.exitCode());
        assertEquals(1, gone.err().lines().count(), gone.err());
    }

    @Test
    void nextAndPreviousChooseAmongAllPets() {
        assertEquals(0, CommandLineRun.of("pets", "use", "pip").exitCode());
        assertEquals(
                "axo\nThe next start begins with it.\n",
                CommandLineRun.of("pets", "next").out());
        assertTrue(line(CommandLineRun.of("pets", "list"), "axo").startsWith("*"));
        assertEquals(
                "pip\nThe next start begins with it.\n",
                CommandLineRun.of("pets", "previous").out());
    }

    @Test
    void whatIsNoPetIsNotInstalled() throws IOException {
        Path bad = Files.createDirectories(folder.resolve("bad"));
        Files.writeString(bad.resolve("pet.json"), "[]");
        for (Object what : List.of(bad, folder.resolve("none"), Files.writeString(folder.resolve("a.txt"), "x"))) {
            CommandLineRun run = CommandLineRun.of("pets", "install", what);
            assertEquals(2, run.exitCode(), run.out());
            assertEquals(1, run.err().lines().count(), run.err());
        }
        assertFalse(Files.exists(OWN.resolve("bad")));
    }

    /** Nothing is fetched before the user has agreed to the whole address. */
    @Test
    void aLinkIsShownAndFollowedOnlyOnConsent() throws Exception {
        SSLContext before = SSLContext.getDefault();
        List<String> asked = new ArrayList<>();
        byte[] sheet = PetsOnDisk.sheet(Color.CYAN);
        try (TlsServer server = TlsServer.start()) {
            SSLContext.setDefault(server.trust());
            URI image = server.serve("/bird.png", exchange -> {
                asked.add(exchange.getRequestMethod());
                exchange.getResponseHeaders().add("Content-Type", "image/png");
                exchange.sendResponseHeaders(200, sheet.length);
                exchange.getResponseBody().write(sheet);
                exchange.close();
            });
            String link = "codex://pets/install?name=Link%20Bird&imageUrl="
                    + URLEncoder.encode(image.toString(), StandardCharsets.UTF_8);
            CommandLineRun refused = CommandLineRun.withInput("no\n", "pets", "install", link);
            assertEquals(1, refused.exitCode());
            assertTrue(refused.out().contains(image.toString()), refused.out());
            assertEquals(List.of(), asked);
            CommandLineRun agreed = CommandLineRun.withInput("yes\n", "pets", "install", link);
            assertEquals(0, agreed.exitCode(), agreed.err());
            assertEquals(List.of("GET"), asked);
            assertFalse(line(CommandLineRun.of("pets", "list"), "link-bird").contains("cannot be opened"));
        } finally {
            SSLContext.setDefault(before);
        }
    }

    @Test
    void aLinkThatBreaksTheRuleIsRefusedInOneSentence() {
        CommandLineRun run = CommandLineRun.of(
                "pets", "install", "--yes", "codex://pets/install?name=A&imageUrl=http%3A%2F%2Fa.example%2Fa.png");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("not an https address"), run.err());
    }

    private void look() throws IOException {
        Files.createDirectories(CONFIG.getParent());
        Files.writeString(CONFIG, "{\"discoverySources\": [\"" + folder.resolve("pets") + "\"]}");
    }

    private Path odd(String name, String manifest) throws IOException {
        return PetsOnDisk.blob(folder.resolve("pets").resolve(name), manifest);
    }

    private static String line(CommandLineRun run, String name) {
        return run.out()
                .lines()
                .filter(line -> line.substring(2).startsWith(name + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in\n" + run.out() + run.err()));
    }

    private static void refused(CommandLineRun run, String name, String reason) {
        assertTrue(line(run, name).contains("cannot be opened"), run.out());
        String why = run.out()
                .lines()
                .dropWhile(line -> !line.substring(2).startsWith(name + " "))
                .skip(1)
                .findFirst()
                .orElse("");
        assertTrue(why.contains(reason) && why.endsWith("."), name + ": " + why);
    }
}
