package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.MotionChoice;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.ThemeChoice;
import dev.perch.render.RasterImage;
import dev.perch.runtime.HeadlessPet;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.UiFonts;
import dev.perch.source.SnapshotTimeline;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.OpenPets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture of the pet for each thing that the released Codex does: {@code target/strips/codex-*.png}. */
@Tag("long")
final class CodexPicturesTest {
    private static final int ROW = 4;

    @TempDir
    private Path store;

    private final Map<String, RuntimeSnapshot> scenes = new LinkedHashMap<>();

    @Test
    void eachSceneHasItsPicture() throws Exception {
        try (RealCodex codex = new RealCodex();
                WatchedCodex pet = new WatchedCodex(codex.onSocket())) {
            scene(pet, pet.begin(codex), "say hello: a plain turn", "ready");
            scene(pet, pet.begin(codex), "slow story: while it streams", "working");
            codex.model().open("the end of the story");
            String asking = pet.begin(codex);
            scene(pet, asking, "escalate: a command is asked for", "waiting-approval");
            pet.click(pet.asked(Approval.Command.class), "accept");
            scene(pet, asking, "", "ready");
            String cancelled = pet.begin(codex);
            pet.turn(cancelled, "escalate: cancelled");
            pet.click(pet.asked(Approval.Command.class), "cancel");
            scene(pet, cancelled, "", "interrupted");
            String files = readOnly(pet, codex);
            scene(pet, files, "patch: a file change", "waiting-approval");
            pet.click(pet.asked(Approval.FileChange.class), "acceptForSession");
            scene(pet, files, "", "ready");
            String two = pet.begin(codex);
            scene(pet, two, "two commands at once", "waiting-approval");
            pet.await("both", () -> pet.desk().open().size() == 2);
            pet.desk().open().forEach(one -> pet.click(one, "accept"));
            pet.awaitStates(two, states -> states.endsWith("ready"));
            String question = pet.begin(codex);
            scene(pet, question, "ask me: a question", "waiting-answer");
            pet.click(
                    pet.asked(Approval.Questions.class), new ApprovalAnswer.Reply(Map.of("snack", List.of("Cookie"))));
            String form = pet.begin(codex);
            scene(pet, form, "elicit: a form", "waiting-answer");
            pet.click(pet.asked(Approval.Form.class), new ApprovalAnswer.Fill(Map.of("name", "Pip")));
            String wanted = pet.begin(codex);
            scene(pet, wanted, "want permissions", "waiting-approval");
            pet.click(pet.asked(Approval.Permissions.class), new ApprovalAnswer.Grant(Set.of("network"), false));
            String stopped = pet.begin(codex);
            String turn = pet.turn(stopped, "wait for ever: interrupted");
            pet.awaitStates(stopped, states -> states.endsWith("working"));
            pet.line().call("turn/interrupt", Map.of("threadId", stopped, "turnId", turn));
            scene(pet, stopped, "", "interrupted");
            scene(pet, pet.begin(codex), "fail 500", "failed");
            scene(pet, pet.begin(codex), "fail usage limit", "failed");
            scene(pet, pet.begin(codex), "drop once: tried again", "ready");
            scene(pet, pet.begin(codex), "spawn a helper", "ready");
        }
        draw("light", ThemeChoice.LIGHT);
        draw("dark", ThemeChoice.DARK);
    }

    /** What was told last, once it stands so; a turn is begun first where there are words for it. */
    private void scene(WatchedCodex pet, String thread, String words, String status) throws Exception {
        if (!words.isEmpty()) {
            pet.turn(thread, words);
        }
        pet.awaitStates(thread, states -> states.endsWith(status));
        pet.await(
                "what is asked",
                () -> !status.startsWith("waiting") || !pet.desk().open().isEmpty());
        List<RuntimeSnapshot> told = pet.told(thread);
        scenes.put(scenes.size() + " " + status, told.get(told.size() - 1));
    }

    private static String readOnly(WatchedCodex pet, RealCodex codex) throws Exception {
        Map<String, String> params =
                Map.of("cwd", codex.project().toString(), "approvalPolicy", "on-request", "sandbox", "read-only");
        return pet.line().call("thread/start", params).object("thread").text("id");
    }

    private void draw(String name, ThemeChoice theme) throws Exception {
        int row = 0;
        FilmStrip strip = new FilmStrip();
        int count = 0;
        for (RuntimeSnapshot snapshot : scenes.values()) {
            strip.add(picture(snapshot, theme));
            count++;
            if (count % ROW == 0 || count == scenes.size()) {
                strip.save("codex-" + name + "-" + row++);
                strip = new FilmStrip();
            }
        }
        assertTrue(row > 2, "rows: " + row);
    }

    private RasterImage picture(RuntimeSnapshot snapshot, ThemeChoice theme) throws Exception {
        RuntimeConfig config =
                RuntimeConfig.DEFAULT.withReducedMotion(MotionChoice.ON).withTheme(theme);
        SnapshotTimeline timeline = new SnapshotTimeline(
                List.of(new SnapshotTimeline.Entry(0, new SourceId("codex"), new SessionId("t"), snapshot)));
        try (HeadlessPet pet = new HeadlessPet(
                config, Stage.of(112, 1), OpenPets.open("pip", store, 112), UiFonts.bundled(), timeline)) {
            pet.advanceTo(0);
            return pet.picture();
        }
    }
}
