package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.action.ActionRequest;
import dev.perch.action.Decision;
import dev.perch.action.Dropped;
import dev.perch.action.GrantBook;
import dev.perch.action.InputTokens;
import dev.perch.action.Origin;
import dev.perch.action.PermissionGate;
import dev.perch.action.Prompt;
import dev.perch.action.UserActions;
import dev.perch.link.Corpora;
import dev.perch.model.ActionSpec;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.PanelText;
import dev.perch.model.PetId;
import dev.perch.model.Trigger;
import dev.perch.render.BubbleTheme;
import dev.perch.render.Canvas;
import dev.perch.render.DrawnGlyphs;
import dev.perch.render.FontStack;
import dev.perch.render.PanelLayout;
import dev.perch.render.PanelPainter;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.testkit.FilmStrip;
import dev.perch.testkit.TestUser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a question shows is what would be carried out, whatever a package says. */
final class PromptTruthTest {
    private static final List<String> BIDI = List.of(
            "\u202egnp.exe",
            "a\u202db",
            "a\u2066b\u2069",
            "a\u200fb",
            "a\u061cb",
            "\u05d0\u05d1 / abc",
            "a\u200bb",
            "a\u2060b",
            "a\ufeffb",
            "a\u00adb",
            "a\udb40\udc41b",
            "a\u115fb",
            "a\u3164b",
            "a\u2800b",
            "a\u0000b",
            "a\u001b[2Jb",
            "a\r\nb",
            "a\u2028b",
            "e\u0301",
            "a\u0301\u0301\u0301",
            "\ud83c\uddea\ud83c\uddfa",
            "a\ufe0fb");
    private static final UserActions USER = TestUser.files("(?s).*", "--silent", "{target}");

    private String thread = "";
    private int asked;
    private int refused;
    private int unknown;
    private DrawnGlyphs drawn;

    @Test
    void everyLineOfATargetIsTheStringThatIsCarriedOutAndIsDrawnWhole() throws IOException {
        List<String> strings = new ArrayList<>(Corpora.strings("blns.json"));
        assertEquals(485, strings.size());
        strings.addAll(BIDI);
        FontStack fonts = UiFonts.bundled();
        PanelPainter painter = new PanelPainter(new RasterTextures(), fonts, BubbleTheme.LIGHT, 1);
        drawn = new DrawnGlyphs(painter);
        for (String text : strings) {
            check(painter, text, new ActionSpec.RunCommand("build", Map.of("target", text)));
            thread = text;
            check(painter, "Pip", new ActionSpec.OpenThread(Which.WAITING));
            check(painter, text, new ActionSpec.OpenUrl(text));
            check(painter, text, new ActionSpec.OpenUrl("https://example.org/" + text));
            check(painter, text, new ActionSpec.OpenDeepLink("vscode://file/" + text));
            check(painter, text, new ActionSpec.InvokeSkill("tidy", Which.NEW, "Tidy up\nand say so."));
            check(painter, text, new ActionSpec.NewThread("perch", "Look at this:"), new Dropped(List.of(), text));
        }
        System.out.printf(
                "prompts: %d strings x 7 actions, %d asked, %d refused, %d with letters of no font; %d lines read back from"
                        + " %d pictures of %d letters%n",
                strings.size(), asked, refused, unknown, drawn.lines(), drawn.pictures(), drawn.letters());
        assertTrue(asked > 300 && refused > 300 && unknown > 10 && drawn.letters() > 90);
        painter.dispose();
        fonts.dispose();
    }

    private void check(PanelPainter painter, String name, ActionSpec spec) {
        check(painter, name, spec, Dropped.NOTHING);
    }

    private void check(PanelPainter painter, String name, ActionSpec spec, Dropped dropped) {
        InputTokens tokens = new InputTokens();
        PermissionGate gate = new PermissionGate(tokens, USER, GrantBook.EMPTY);
        Origin origin = new Origin(new PetId("p"), name, "0123456789abcdef");
        ActionRequest request = new ActionRequest(origin, "go", spec, Trigger.CLICK, tokens.mint(0), dropped);
        Decision decision = gate.decide(request, which -> Optional.of(thread), 0, 0);
        if (!(decision instanceof Decision.Ask ask)) {
            refused++;
            return;
        }
        asked++;
        PanelText words = PromptWords.of(new Prompt(request, ask.effect(), 0));
        assertEquals(ask.effect().lines(), texts(words, PanelText.Tone.TARGET));
        PanelLayout layout = painter.measure(words, 400, Integer.MAX_VALUE);
        if (layout.whole()) {
            drawn.check(layout, ask.effect().lines());
        } else {
            unknown++;
            assertTrue(words.toString().codePoints().anyMatch(letter -> letter > 0x2FF), () -> "cut: " + words);
        }
        assertTrue(words.title().length() <= 8 * 62 + 80, words.title());
    }

    @Test
    void aThreadIsAskedForWithItsLinkAndTheUsersWholeOpener() {
        PanelText words = words(new ActionSpec.OpenThread(Which.WAITING));
        assertEquals(
                List.of("codex://threads/t-1", "/usr/bin/xterm", "-e", "codex", "resume", "t-1"),
                texts(words, PanelText.Tone.TARGET));
    }

    @Test
    void eachPartOfACommandStandsUnderItsName() {
        PanelText words = words(new ActionSpec.RunCommand("build", Map.of("target", "in /home/me")));
        assertEquals(
                List.of(
                        "program",
                        "/usr/bin/make",
                        "argument 1",
                        "--silent",
                        "argument 2",
                        "in /home/me",
                        "folder",
                        "/home/me/perch",
                        "sees",
                        "HOME, PATH"),
                words.lines().stream().limit(10).map(PanelText.Line::text).toList());
        assertEquals("argument 2", texts(words, PanelText.Tone.NOTE).get(2));
    }

    private static List<String> texts(PanelText words, PanelText.Tone tone) {
        return words.lines().stream()
                .filter(line -> line.tone() == tone)
                .map(PanelText.Line::text)
                .toList();
    }

    private static PanelText words(ActionSpec spec) {
        InputTokens tokens = new InputTokens();
        PermissionGate gate = new PermissionGate(tokens, USER, GrantBook.EMPTY);
        Origin origin = new Origin(new PetId("axo"), "Axo", "25b3c06c2a3590ad");
        ActionRequest request = new ActionRequest(origin, "go", spec, Trigger.CLICK, tokens.mint(0), Dropped.NOTHING);
        return PromptWords.of(new Prompt(
                request, ((Decision.Ask) gate.decide(request, which -> Optional.of("t-1"), 0, 0)).effect(), 0));
    }

    private static void save(String name, List<RasterImage> pictures) throws IOException {
        FilmStrip strip = new FilmStrip();
        pictures.forEach(strip::add);
        strip.save(name);
    }

    @Test
    void eachClassOfActionHasItsPictureInBothThemes() throws IOException {
        List<ActionSpec> specs = List.of(
                new ActionSpec.OpenUrl("https://example.org/board?view=open#today"),
                new ActionSpec.OpenUrl("https://xn--pypal-4ve.com/login"),
                new ActionSpec.OpenThread(Which.WAITING),
                new ActionSpec.OpenDeepLink("vscode://file/home/me/perch"),
                new ActionSpec.InvokeSkill("tidy", Which.NEW, "Tidy up the tests."),
                new ActionSpec.NewThread("perch", "Look at this project\nand say what it needs."),
                new ActionSpec.RunCommand("build", Map.of("target", "all")));
        for (BubbleTheme theme : List.of(BubbleTheme.LIGHT, BubbleTheme.DARK)) {
            FontStack fonts = UiFonts.bundled();
            PanelPainter painter = new PanelPainter(new RasterTextures(), fonts, theme, 1);
            List<RasterImage> pictures = new ArrayList<>();
            for (ActionSpec spec : specs) {
                PanelLayout layout = painter.measure(words(spec), 400, Integer.MAX_VALUE);
                RasterImage image = new RasterImage(460, 500);
                RasterBatch batch = new RasterBatch(image);
                batch.setProjectionMatrix(new com.badlogic.gdx.math.Matrix4().setToOrtho2D(0, 0, 460, 500));
                batch.setBlendFunction(1, 0x0303);
                batch.begin();
                painter.draw(new Canvas(batch, 500), layout, 24, 24, 0, 0, pictures.size() % 2 == 0);
                batch.end();
                assertTrue(layout.height() < 470 && layout.width() <= 412, layout.width() + "x" + layout.height());
                pictures.add(image);
            }
            String name = "prompts-" + (theme.equals(BubbleTheme.DARK) ? "dark" : "light");
            save(name + "-1", pictures.subList(0, 4));
            save(name + "-2", pictures.subList(4, 7));
            painter.dispose();
            fonts.dispose();
        }
    }
}
