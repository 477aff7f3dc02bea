package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.action.ActionDesk;
import dev.perch.action.ActionRequest;
import dev.perch.action.AuditSink;
import dev.perch.action.Dropped;
import dev.perch.action.GrantBook;
import dev.perch.action.InputTokens;
import dev.perch.action.Origin;
import dev.perch.action.PermissionGate;
import dev.perch.action.Prompt;
import dev.perch.model.ActionSpec;
import dev.perch.model.PackageSource;
import dev.perch.model.PetPackage;
import dev.perch.model.Trigger;
import dev.perch.pack.format.PetFormats;
import dev.perch.testkit.KeptEffects;
import dev.perch.testkit.TestUser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pet's files are changed after the user allowed what it does, byte by byte, and read again: nothing of it happens unasked. */
final class GrantBindingTest {
    private static final String ACTIONS = """
            "actions":{"page":{"kind":"openUrl","url":"https://example.org/board"},
             "build":{"kind":"runCommand","name":"build","params":{"target":"all"}}}
            """;
    private static final String MANIFEST =
            "{\"spritesheetPath\":\"sheet.png\",\"interactions\":{\"schema\":1," + ACTIONS + "}}";
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path temp;

    private final InputTokens tokens = new InputTokens();
    private final KeptEffects port = new KeptEffects();
    private final ActionDesk desk = new ActionDesk(
            tokens,
            new PermissionGate(tokens, TestUser.files("[a-z`]+", "{target}"), GrantBook.EMPTY),
            port,
            AuditSink.NONE,
            () -> 0,
            book -> {});
    private long now;

    @Test
    void aFewChangedBytesEachAskAgainOrDropTheBlock() throws Exception {
        change(11);
    }

    @Test
    @Tag("long")
    void eachChangedByteAsksAgainOrDropsTheBlock() throws Exception {
        change(1);
    }

    private void change(int apart) throws Exception {
        TestPet pet = TestPet.of(TestSheet.v1(24)).with("pet.json", MANIFEST);
        Path folder = temp.resolve("pet");
        pet.folder(folder);
        PackageLoader loader =
                new PackageLoader(temp.resolve("store"), Decoders.real(), PackageLimits.standard(), PetFormats.all());
        PetPackage first = TestPet.opened(loader.load(pet.folder(folder), 0)).pet();
        for (String action : List.of("page", "build")) {
            request(first, action);
            desk.arming().drawn(now);
            now += SECOND;
            Prompt open = desk.prompt();
            assertTrue(desk.answer(open.choices().get(2), tokens.mint(now), now, outcome -> {}), action);
            request(first, action);
        }
        assertEquals(4, port.effects.size(), "each was allowed for good");
        port.effects.clear();
        byte[] text = MANIFEST.getBytes(StandardCharsets.UTF_8);
        int from = MANIFEST.indexOf(ACTIONS);
        int[] outcomes = new int[4];
        for (int place = from; place < from + ACTIONS.length(); place += apart) {
            byte[] changed = text.clone();
            changed[place] ^= 1;
            Files.write(folder.resolve("pet.json"), changed);
            PackageReport report = loader.load(pet(folder), 0);
            if (!(report instanceof PackageReport.Opened opened)) {
                outcomes[0]++;
                continue;
            }
            Map<String, ActionSpec> actions = opened.pet().interactions().actions();
            outcomes[1] += actions.isEmpty() ? 1 : 0;
            for (String action : actions.keySet()) {
                request(opened.pet(), action);
                outcomes[desk.prompt() == null ? 2 : 3]++;
                desk.deny("test");
            }
        }
        System.out.printf(
                "bytes of the actions changed, one at a time, %d apart: %d packages refused, %d blocks dropped, %d requests"
                        + " refused, %d asked again, %d effects%n",
                apart, outcomes[0], outcomes[1], outcomes[2], outcomes[3], port.effects.size());
        assertEquals(List.of(), port.effects);
        assertTrue(outcomes[0] + outcomes[1] > 0 && outcomes[3] > 0, "both ways");
        Files.write(folder.resolve("pet.json"), text);
        request(TestPet.opened(loader.load(pet(folder), 0)).pet(), "page");
        assertEquals(1, port.effects.size(), "as it was, it is allowed again");
    }

    private static PackageSource pet(Path folder) {
        return new PackageSource.Folder(folder);
    }

    /** Far from the last one, so that it is asked however often it asked before. */
    private void request(PetPackage pet, String action) {
        now += 700 * SECOND;
        Origin origin = Origin.of(pet);
        ActionSpec spec = pet.interactions().actions().get(action);
        desk.submit(
                new ActionRequest(origin, action, spec, Trigger.CLICK, tokens.mint(now), Dropped.NOTHING),
                now,
                outcome -> {});
    }
}
