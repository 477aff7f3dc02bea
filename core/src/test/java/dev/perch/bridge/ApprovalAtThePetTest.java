package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.math.Matrix4;
import dev.perch.action.ActionOutcome;
import dev.perch.action.Effect;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.audit.AuditLog;
import dev.perch.ecs.Stage;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.PointerEvent.Kind;
import dev.perch.model.AlphaMask;
import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.Clip;
import dev.perch.model.InputToken;
import dev.perch.model.PanelText;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetId;
import dev.perch.model.PetPackage;
import dev.perch.model.PetsChoice;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.Sprite;
import dev.perch.model.StampedSnapshot;
import dev.perch.render.BubbleTheme;
import dev.perch.render.Canvas;
import dev.perch.render.FontStack;
import dev.perch.render.PanelLayout;
import dev.perch.render.PanelPainter;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.runtime.Companion;
import dev.perch.runtime.CompanionActions;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PerchFolders;
import dev.perch.runtime.PetRuntime;
import dev.perch.runtime.PetSeat;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.Solids;
import dev.perch.runtime.UiFonts;
import dev.perch.runtime.UserApprovals;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.TestPets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real app-server asked, from the wire to the panel, and the user's answer back to the wire. */
final class ApprovalAtThePetTest implements RuntimeSnapshotEmitter {
    private static final long MILLI = 1_000_000;

    @TempDir
    private Path home;

    private final FakeClock clock = new FakeClock();
    private final UserApprovals approvals = new UserApprovals(clock);
    private final List<Problem> notes = new ArrayList<>();
    private final BlockingQueue<Effect> opened = new LinkedBlockingQueue<>();
    private final Companion companion = new Companion(
            RuntimeConfig.DEFAULT,
            width -> {
                throw new AssertionError("no pet is asked for");
            },
            clock,
            notes::add);
    private final Stage stage = Stage.of(112, 1);
    private PetRuntime runtime;
    private ReplayedServer server;
    private Conversation conversation;
    private Talk talk;
    private final WireCodec codec = new WireCodec(WireLimits.DEFAULT);
    private int played;

    private List<Recordings.Line> lines;
    private UnaryOperator<String> heard = said -> said;

    @AfterEach
    void close() {
        if (runtime != null) {
            runtime.close();
        }
        companion.close();
    }

    @Test
    void aClickOnThePetOpensTheQuestionAndAClickInItIsOneReply() throws Exception {
        ask("command-approval-accept");
        openPet();
        assertNull(runtime.panels().text());
        clickPet();
        PanelText panel = shown();
        assertEquals(List.of("Later", "Allow", "Always allow (lasts)", "Deny and stop"), labels(panel));
        assertEquals(-1, runtime.panels().focus());
        assertTrue(panel.toString().contains("touch ../pet-proof"), panel.toString());
        assertTrue(panel.toString().contains("writes a rule for good"), panel.toString());

        runtime.panels().choose(1, clock.nanos(), clock.nanos());
        assertEquals(0, approvals.desk().replies(), "it has only just appeared");
        shown();
        clock.advanceMillis(501);
        assertTrue(runtime.panels().armed(clock.nanos()));
        runtime.panels().choose(-1, clock.nanos(), clock.nanos());
        assertEquals(0, approvals.desk().replies(), "nothing has the keyboard");
        runtime.panels().choose(1, clock.nanos(), clock.nanos());
        runtime.panels().choose(1, clock.nanos(), clock.nanos());
        assertEquals(1, approvals.desk().replies());
        assertNull(runtime.panels().text());
        ((Talk.Heard.Job) talk.next()).job().run();
        List<Fields> replies = replies();
        assertEquals(1, replies.size());
        assertEquals("accept", replies.get(0).object("result").text("decision"));
        companion.close();
        String audit = Files.readString(
                AuditLog.files(home.resolve("state/perch/audit")).get(0));
        assertEquals(
                1,
                audit.lines()
                        .filter(line -> line.contains("\"kind\":\"approval\""))
                        .count(),
                audit);
        assertTrue(audit.contains("\"decision\":\"accept\",\"by\":\"user\""), audit);
    }

    @Test
    void theRealCodexGoesOnAfterAClickInThePanel() throws Exception {
        openPet();
        try (RealCodex codex = new RealCodex();
                WatchedCodex pet = new WatchedCodex(codex.onSocket(), approvals.desk())) {
            String thread = pet.begin(codex);
            pet.turn(thread, "escalate please");
            pet.asked(Approval.Command.class);
            clickPet();
            assertEquals("Allow", labels(shown()).get(1));
            clock.advanceMillis(501);
            assertEquals(0, pet.line().replies());
            runtime.panels().choose(1, clock.nanos(), clock.nanos());
            pet.awaitStates(thread, states -> states.endsWith("waiting-approval working ready"));
            assertEquals(1, pet.line().replies());
            assertNull(runtime.panels().text());
        }
    }

    @Test
    void aPageOfTheRealCodexIsOpenedByPermissionAndAnsweredByAnotherClick() throws Exception {
        openPet();
        try (RealCodex codex = new RealCodex();
                WatchedCodex pet = new WatchedCodex(codex.onSocket(), approvals.desk())) {
            String thread = pet.begin(codex);
            pet.turn(thread, "elicit: a page to visit");
            pet.asked(Approval.Form.class);
            clickPet();
            assertEquals(List.of("Later", "Open the page …", "Allow", "Deny", "Deny and stop"), labels(shown()));
            clock.advanceMillis(501);
            chooseNow(1);
            PanelText prompt = shown();
            assertTrue(prompt.toString().contains("https://pets.example/sign-in"), prompt.toString());
            clock.advanceMillis(501);
            chooseNow(labels(prompt).indexOf("Allow once"));
            assertEquals("Open the page …", labels(shown()).get(1), "the question is open again");
            clock.advanceMillis(501);
            assertEquals(0, pet.line().replies(), "nothing is answered by the visit");
            chooseNow(2);
            pet.awaitStates(thread, states -> states.endsWith("ready"));
            assertEquals(1, pet.line().replies());
            assertTrue(codex.toolAnswer().contains("action=accept"), codex.toolAnswer());
        }
        assertEquals(new Effect.OpenLink("https://pets.example/sign-in", true), opened.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void aCardOpensItsThreadInCodexByPermission() throws Exception {
        String thread = "01a1ff3e-9fe3-7fe2-8cd7-5b087360b7fa";
        openPet();
        Semaphore arrivals = new Semaphore(0);
        companion.onArrival(arrivals::release);
        companion.start(SourceRank.CONFIGURED, new OneThread(thread));
        while (!runtime.statusText().contains("Mend the fence")) {
            assertTrue(arrivals.tryAcquire(30, TimeUnit.SECONDS), runtime.statusText());
            runtime.step(clock.nanos());
        }
        runtime.panels().openMenu();
        for (String label : List.of("Sessions ›", "Mend the fence", "Open in Codex …")) {
            PanelText page = runtime.panels().text();
            assertTrue(labels(page).contains(label), page.toString());
            chooseNow(labels(page).indexOf(label));
        }
        PanelText prompt = shown();
        assertTrue(prompt.toString().contains("codex://threads/" + thread), prompt.toString());
        chooseNow(labels(prompt).indexOf("Allow once"));
        assertEquals(prompt, runtime.panels().text(), "a yes needs half a second");
        clock.advanceMillis(501);
        chooseNow(labels(prompt).indexOf("Allow once"));
        assertEquals(new Effect.OpenLink("codex://threads/" + thread, false), opened.poll(30, TimeUnit.SECONDS));
    }

    private record OneThread(String thread) implements RuntimeSnapshotSource {
        @Override
        public String id() {
            return CodexSource.ID;
        }

        @Override
        public String displayName() {
            return "one thread";
        }

        @Override
        public void start(RuntimeSnapshotEmitter emit) {
            emit.emit(new RuntimeSnapshot(
                    PetAnimationState.RUNNING,
                    "Mend the fence",
                    null,
                    Map.of(RuntimeSnapshot.SESSION_ID, thread, RuntimeSnapshot.STATUS, "working")));
        }
    }

    private void chooseNow(int item) {
        runtime.panels().choose(item, clock.nanos(), clock.nanos());
    }

    @Test
    void withNoTokenOrAForgedOneOrAnOldEventNothingLeaves() throws Exception {
        ask("command-approval-accept");
        openPet();
        String id = approvals.desk().open().get(0).about().id();
        ApprovalAnswer yes = new ApprovalAnswer.Decide(0);
        assertEquals(ApprovalDesk.Outcome.NO_INPUT, approvals.desk().answer(id, yes, null));
        for (long serial = -2; serial < 100; serial++) {
            InputToken forged = new InputToken(serial, clock.nanos());
            assertEquals(ApprovalDesk.Outcome.NO_INPUT, approvals.desk().answer(id, yes, forged));
        }
        clickPet();
        shown();
        clock.advanceMillis(1_500);
        runtime.panels().choose(1, clock.nanos() - 1_200 * MILLI, clock.nanos());
        assertEquals(0, approvals.desk().replies());
        assertEquals(List.of(), replies());
        assertEquals(1, approvals.desk().open().size());
    }

    @Test
    void aQuestionThatIsAnsweredElsewhereLeavesThePanel() throws Exception {
        ask("command-approval-accept");
        openPet();
        clickPet();
        shown();
        while (!approvals.desk().open().isEmpty()) {
            playOne();
        }
        assertNull(runtime.panels().text());
        assertFalse(runtime.panels().asks());
        assertEquals(List.of(), replies());
    }

    @Test
    void laterAndEscapeAnswerNothing() throws Exception {
        ask("filechange-approval-accept");
        openPet();
        clickPet();
        shown();
        clock.advanceMillis(600);
        runtime.panels().escape(clock.nanos(), clock.nanos());
        assertNull(runtime.panels().text());
        clickPet();
        shown();
        runtime.panels().choose(0, clock.nanos(), clock.nanos());
        assertNull(runtime.panels().text());
        assertEquals(1, approvals.desk().open().size());
        assertEquals(List.of(), replies());
    }

    @Test
    void everyKindIsShownWholeInBothThemes() throws Exception {
        openPet();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("command-approval-accept", "touch ../pet-proof");
        told.put("filechange-approval-accept", "Deny and stop");
        told.put("permissions-request", "use the network");
        told.put("user-input-plan-mode", "Later");
        told.put("elicitation-accept", "Field 1 of 2");
        FilmStrip light = new FilmStrip();
        FilmStrip dark = new FilmStrip();
        for (Map.Entry<String, String> one : told.entrySet()) {
            ask(one.getKey());
            clickPet();
            PanelText panel = shown();
            assertTrue(panel.toString().contains(one.getValue()), panel.toString());
            light.add(picture(panel, BubbleTheme.LIGHT));
            dark.add(picture(panel, BubbleTheme.DARK));
            runtime.panels().escape(0, 0);
            approvals.desk().show(List.of());
            assertNull(runtime.panels().text());
        }
        light.save("approvals-light");
        dark.save("approvals-dark");
    }

    @Test
    void whatNoFontHasIsShownByNumberAndAllowedOnlyOnceAFontHasIt() throws Exception {
        heard = said -> said.replace("touch ../pet-proof", "rm \u6587\u4ef6");
        ask("command-approval-accept");
        openPet();
        clickPet();
        PanelText front = runtime.panels().text();
        assertTrue(front.toString().contains("rm <U+6587><U+4EF6>"), front.toString());
        assertEquals(List.of("Read on ›", "Later"), possible(front));
        chooseNow(0);
        PanelText back = shown();
        assertEquals(List.of("Later", "Deny and stop"), possible(back));
        clock.advanceMillis(501);
        chooseNow(labels(back).indexOf("Allow"));
        assertEquals(0, approvals.desk().replies());
        FilmStrip strip = new FilmStrip();
        strip.add(picture(front, BubbleTheme.LIGHT));
        strip.add(picture(back, BubbleTheme.DARK));
        strip.save("approval-unread");

        FontStack more = UiFonts.withSystem(Map.of(), "Linux", Path.of("/nowhere"), Locale.CHINA, notes::add);
        companion.tell(step -> step.fonts = more);
        runtime.step(clock.nanos());
        PanelText read = shown();
        assertTrue(read.toString().contains("rm \u6587\u4ef6"), read.toString());
        assertEquals(List.of("Later", "Allow", "Always allow (lasts)", "Deny and stop"), possible(read));
    }

    private static List<String> possible(PanelText panel) {
        return panel.items().stream()
                .filter(PanelText.Item::enabled)
                .map(PanelText.Item::label)
                .toList();
    }

    @Test
    void ofSeveralPetsTheOneOfTheSessionThatAsksOpensItsQuestion() throws Exception {
        ask("command-approval-accept");
        SessionId asking = approvals.desk().open().get(0).about().session();
        companion.cast(PetsChoice.SESSION);
        openPet();
        for (SessionId session : List.of(new SessionId("another"), asking)) {
            RuntimeSnapshot told = RuntimeSnapshot.of(PetAnimationState.WAITING, "May I?");
            companion.tell(step -> step.snapshots.add(new StampedSnapshot(
                    new SourceId("codex"), SourceRank.APP_SERVER, session, 1, step.now, told.ttlNanos(), told)));
        }
        runtime.step(clock.nanos());
        List<PetSeat> seats = companion.troupe().cast();
        assertEquals(3, seats.size());
        try (PetRuntime another = seats.get(1).open(Stage.of(112, 1), new RasterTextures(), pet());
                PetRuntime asks = seats.get(2).open(Stage.of(112, 1), new RasterTextures(), pet())) {
            another.step(clock.nanos());
            asks.step(clock.nanos());
            clickPet();
            click(seats.get(1), another);
            assertNull(runtime.panels().text());
            assertNull(another.panels().text());
            click(seats.get(2), asks);
            assertNotNull(asks.panels().text());
            asks.panels().drawn(clock.nanos());
            clock.advanceMillis(501);
            asks.panels().choose(1, clock.nanos(), clock.nanos());
            assertEquals(1, approvals.desk().replies());
        }
    }

    private static RasterImage picture(PanelText panel, BubbleTheme theme) throws IOException {
        FontStack fonts = UiFonts.bundled();
        PanelPainter painter = new PanelPainter(new RasterTextures(), fonts, theme, 1);
        PanelLayout layout = painter.measure(panel, 400, Integer.MAX_VALUE);
        assertTrue(layout.whole(), () -> "cut: " + panel);
        assertTrue(layout.height() < 640 && layout.width() < 480, layout.width() + "x" + layout.height());
        RasterImage image = new RasterImage(460, 460);
        RasterBatch batch = new RasterBatch(image);
        batch.setProjectionMatrix(new Matrix4().setToOrtho2D(0, 0, 460, 460));
        batch.setBlendFunction(1, 0x0303);
        batch.begin();
        painter.draw(new Canvas(batch, 460), layout, 24, 24, 0, -1, true);
        batch.end();
        painter.dispose();
        fonts.dispose();
        return image;
    }

    private PanelText shown() {
        PanelText panel = runtime.panels().text();
        assertNotNull(panel);
        assertFalse(runtime.panels().armed(clock.nanos()));
        runtime.panels().drawn(clock.nanos());
        return panel;
    }

    private static List<String> labels(PanelText panel) {
        return panel.items().stream().map(PanelText.Item::label).toList();
    }

    /** Plays a recording until it asks. */
    private void ask(String recording) throws IOException {
        lines = Recordings.all().get(recording).stream()
                .filter(line -> line.client().equals("main"))
                .toList();
        played = 0;
        server = new ReplayedServer(lines);
        talk = new Talk(server, codec);
        conversation = new Conversation(
                talk,
                new ThreadBook(this::emit),
                new LinkNews("replay", this),
                new Backoff(new Random(1)),
                new Conversation.Desks(approvals.desk(), new TurnDesk()));
        conversation.hello();
        answerAll();
        while (approvals.desk().open().isEmpty()) {
            playOne();
        }
    }

    private void playOne() throws IOException {
        Recordings.Line line = lines.get(played++);
        if (line.fromServer() && line.message().has("method")) {
            server.reached(line.message());
            String said = heard.apply(new String(line.bytes(), StandardCharsets.UTF_8));
            conversation.take(codec.read(said.getBytes(StandardCharsets.UTF_8)));
            answerAll();
        }
    }

    private void answerAll() throws IOException {
        for (List<byte[]> all = server.answers(); !all.isEmpty(); all = server.answers()) {
            for (byte[] answer : all) {
                conversation.take(codec.read(answer));
            }
        }
    }

    private List<Fields> replies() {
        return server.heard().stream().filter(said -> !said.has("method")).toList();
    }

    private void openPet() {
        PerchFolders folders = PerchFolders.of(
                Map.of(
                        "XDG_STATE_HOME", home.resolve("state").toString(),
                        "XDG_CONFIG_HOME", home.resolve("config").toString()),
                "Linux",
                home);
        companion.act(new CompanionActions(folders, () -> 0, notes::add));
        companion.onDesktop(effect -> {
            opened.add(effect);
            return new ActionOutcome.Done("");
        });
        companion.ask(approvals);
        runtime = companion.home().open(stage, new RasterTextures(), pet());
        runtime.step(clock.nanos());
    }

    private void clickPet() {
        click(companion.home(), runtime);
    }

    private void click(PetSeat seat, PetRuntime pet) {
        int[] at = new int[2];
        pet.tellSolids(new Solids() {
            @Override
            public void ink(Sprite sprite, float cellX, float cellY, float scale) {
                at[0] = Math.round(cellX + 20 * scale);
                at[1] = Math.round(cellY + 20 * scale);
            }

            @Override
            public void card(int x, int y, int width, int height) {}
        });
        for (Kind kind : List.of(Kind.DOWN, Kind.UP)) {
            seat.pointer(new PointerEvent(kind, at[0], at[1], at[0], at[1], 0, clock.nanos()));
            pet.step(clock.nanos());
            clock.advanceMillis(40);
        }
    }

    private static LoadedPet pet() {
        long[] solid = new long[AlphaMask.words(40, 40)];
        Arrays.fill(solid, -1);
        Sprite sprite = new Sprite(0, 0, 0, 40, 40, 0, 0, new AlphaMask(40, 40, solid));
        Map<String, Clip> clips = new LinkedHashMap<>();
        TestPets.TIMES.keySet().forEach(name -> clips.put(name, new Clip(name, List.of(new Clip.Frame(sprite, 200)))));
        PetPackage pet = new PetPackage(new PetId("test"), "Test", "", "00", 192, 208, 0, clips, List.of(), List.of());
        return new LoadedPet(pet, List.of());
    }

    @Override
    public void emit(RuntimeSnapshot snapshot) {
        // the board is another test's
    }

    @Override
    public void problem(Problem problem) {
        notes.add(problem);
    }
}
