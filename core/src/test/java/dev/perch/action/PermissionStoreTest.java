package dev.perch.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PermissionStoreTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsReadAgainAndASessionsGrantIsNot() throws IOException {
        GrantFile file = new GrantFile(folder);
        assertEquals(GrantBook.EMPTY, file.load());
        file.save(new GrantBook(List.of(grant("a", Grant.Scope.DATE), grant("b", Grant.Scope.SESSION)), null));
        assertEquals(List.of(grant("a", Grant.Scope.DATE)), file.load().grants());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
    }

    @Test
    void anyFlippedByteOfTheFileDeniesEverythingOrGrantsNoMore() throws IOException {
        GrantFile file = new GrantFile(folder);
        file.save(new GrantBook(List.of(grant("a", Grant.Scope.DATE)), null));
        byte[] right = Files.readAllBytes(file.path());
        int denied = 0;
        for (int i = 0; i < right.length; i++) {
            byte[] wrong = right.clone();
            wrong[i] ^= 1;
            Files.write(file.path(), wrong);
            GrantBook book = file.load();
            if (book.fault() == null) {
                assertEquals(List.of(grant("a", Grant.Scope.DATE)), book.grants(), "only blanks may differ");
            } else {
                denied++;
                assertThrows(IOException.class, () -> file.save(book));
            }
        }
        assertTrue(denied > right.length / 2);
    }

    @Test
    void commandsThatAreNotSafeAreLeftOutWithASentenceEach() throws IOException {
        Files.writeString(folder.resolve("commands.json"), """
                {"commands":[
                 {"name":"good","exe":"/usr/bin/make","argv":["all"]},
                 {"name":"shell","exe":"/bin/sh","argv":["-c","x"]},
                 {"name":"bash","exe":"/bin/bash","argv":["-lc","x"]},
                 {"name":"python","exe":"/usr/bin/python3.11","argv":["-c","x"]},
                 {"name":"bat","exe":"/x/y.bat","argv":[]},
                 {"name":"relative","exe":"make","argv":[]},
                 {"name":"hole","exe":"/usr/bin/make","argv":["{target}"]},
                 {"name":"env","exe":"/usr/bin/make","env":["A=B"]},
                 {"name":"long","exe":"/usr/bin/make","timeoutMs":999999},
                 {"name":"odd","exe":"/usr/bin/make","shell":true}]}
                """);
        Files.writeString(folder.resolve("actions.json"), """
                {"schemes":["vscode","file","javascript"],"loopback":["http://127.0.0.1:8080","http://example.org"],
                 "workspaces":{"a":"/home/me/a","b":"relative"},"openThread":["xterm"]}
                """);
        List<Problem> notes = new ArrayList<>();
        UserActions user = new UserActionsFile(folder, notes::add).load();
        assertEquals(1, user.commands().size());
        assertNotNull(user.commands().get("good"));
        assertNull(user.commands().get("shell"));
        assertEquals(List.of(), user.threadOpener());
        assertEquals(1, user.workspaces().size());
        assertEquals(9 + 2 + 1 + 1 + 1, notes.size(), notes::toString);
    }

    @Test
    void whatIsNoListOrNoPathOrNoSettingIsLeftOutAndTheRestCounts() throws IOException {
        Files.writeString(folder.resolve("actions.json"), """
                {"skills":[1],"schemes":"vscode","workspace":{},
                 "workspaces":{"zero":"/home/\\u0000","a":"/home/me/a"},"openThread":["/bin/\\u0000"]}
                """);
        List<Problem> notes = new ArrayList<>();
        UserActions user = new UserActionsFile(folder, notes::add).load();
        assertEquals(Set.of(), user.skills());
        assertEquals(Set.of("a"), user.workspaces().keySet());
        assertEquals(5, notes.size(), notes::toString);
    }

    private static Grant grant(String action, Grant.Scope scope) {
        return new Grant(new GrantKey("p", "h", action, "s", "t"), Grant.Ruling.ALLOW, scope, 5, 50);
    }
}
