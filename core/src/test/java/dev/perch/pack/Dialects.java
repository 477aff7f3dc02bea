package dev.perch.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Packages of every format, drawn by code. */
public final class Dialects {
    private static final int CELL = 24;
    private static final String SHEET = "\"spritesheetPath\":\"sheet.png\"";

    private Dialects() {}

    /** A package that opens. */
    public record Good(String name, String format, String displayName, TestPet files) {}

    /** A package that is refused, or opens with that word. */
    record Bad(String name, boolean opens, String says, TestPet files) {}

    /** A package of each format, at least. */
    public static List<Good> good() {
        List<Good> all = new ArrayList<>();
        byte[] v1 = TestSheet.v1(CELL).png();
        all.add(new Good("codex-v1", "codex-pet-v1", "Blob", TestPet.of(TestSheet.v1(CELL))));
        all.add(new Good(
                "codex-v2",
                "codex-pet-v2",
                "Blob",
                sheet(TestSheet.v2(CELL).png(), "\"displayName\":\"Blob\",\"spriteVersionNumber\":2")));
        all.add(new Good(
                "legacy-avatar",
                "codex-avatar",
                "my-pet",
                new TestPet().with("avatar.json", "{" + SHEET + "}").with("sheet.png", v1)));
        all.add(new Good("tui", "codex-tui-pet", "Tui", tui()));
        all.add(new Good("animation-20863", "codex-animation-20863", "Chains", chains("animation")));
        all.add(new Good("sequences-20863", "codex-animation-20863", "Chains", chains("sequences")));
        all.add(new Good("dsh", "dsh-pet", "Dsh", dsh()));
        all.add(new Good("behavior", "pet-behavior", "Behaves", sheet(v1, "\"displayName\":\"Behaves\"," + BEHAVIOR)));
        all.add(new Good(
                "petpack",
                "codex-petpack",
                "Packed",
                sheet(v1, "\"displayName\":\"Inner\"," + BEHAVIOR).with("petpack.json", PETPACK)));
        all.add(new Good(
                "petdex-half-scale",
                "codex-pet-v1",
                "Dex",
                sheet(TestSheet.v1(96).png(), "\"displayName\":\"Dex\",\"source\":\"petdex\",\"sourceId\":\"dex\"")));
        all.add(
                new Good(
                        "openpets",
                        "openpets",
                        "Open",
                        sheet(
                                TestSheet.v2(CELL).png(),
                                "\"id\":\"open\",\"displayName\":\"Open\",\"spriteVersionNumber\":2,"
                                        + "\"category\":\"animal\",\"subcategory\":\"duck\",\"sourceUrl\":\"https://a.example\",\"xHandle\":\"@a\"")));
        all.add(new Good("sakipet", "codex-pet-v2", "Saki", saki()));
        all.add(new Good("shimeji", "shimeji-ee", "my-pet", shimeji(ACTIONS, BEHAVIORS)));
        all.add(new Good("esheep", "esheep", "Woolly", esheep(esheepXml(DialectPictures.sheepSheet()))));
        all.add(new Good("clawd", "clawd-theme", "Crab", clawd("\"idle\":\"idle.png\"")));
        all.add(new Good("clawd-gif", "clawd-theme", "Crab", clawdGif(DialectPictures.gif(3))));
        return all;
    }

    private static TestPet sheet(byte[] png, String fields) {
        return new TestPet().with("pet.json", "{" + SHEET + "," + fields + "}").with("sheet.png", png);
    }

    private static TestPet tui() {
        byte[] grid = DialectPictures.blobs(6, 4, 20, 30);
        return sheet(
                grid,
                "\"displayName\":\"Tui\",\"frame\":{\"width\":20,\"height\":30,\"columns\":6,\"rows\":4},\"animations\":{"
                        + "\"idle\":{\"frames\":[0,1,2]},"
                        + "\"move_right\":{\"frames\":[6,7],\"fps\":10,\"loop\":true},"
                        + "\"wave\":{\"frames\":[12,13,12],\"fps\":4,\"loop\":false,\"fallback\":\"idle\"},"
                        + "\"failed\":{\"frames\":[18],\"loop\":false,\"fallback\":\"wave\"}}");
    }

    private static TestPet chains(String key) {
        return sheet(
                TestSheet.v1(CELL).png(),
                "\"displayName\":\"Chains\",\"" + key + "\":{\"autoDetectFrames\":true,\"idleSlowdown\":4,"
                        + "\"chainMode\":\"idleFallback\",\"loopActiveChains\":false,\"states\":{"
                        + "\"thinking\":{\"row\":8,\"durationMs\":100,\"lastFrameDurationMs\":200},"
                        + "\"running-command\":{\"rowIndex\":7,\"frameCount\":3,\"frameDurationMs\":90,\"chainMode\":\"loop\"},"
                        + "\"searching-web\":{\"row\":1,\"frames\":2,\"slowdown\":2},"
                        + "\"waving\":{\"row\":3,\"frames\":4}},"
                        + "\"chains\":{\"review\":[\"review\",\"waving\"],"
                        + "\"failed\":{\"mode\":\"once\",\"sequence\":[\"failed\",\"waiting\"]},"
                        + "\"jumping\":{\"mode\":\"loop\",\"sequence\":[\"jumping\",\"waving\"]}},"
                        + "\"events\":{\"hover\":\"waving\",\"dragLeft\":\"running-left\",\"dragRight\":\"running-right\","
                        + "\"dragUp\":\"waving\",\"dragDown\":\"jumping\"}}");
    }

    private static TestPet dsh() {
        return sheet(
                TestSheet.v1(CELL).png(),
                "\"displayName\":\"Dsh\",\"cell\":{\"width\":24,\"height\":26},\"columns\":8,\"frames\":[6,8,8,4,5,8,6,6,6],"
                        + "\"tracks\":{\"waving\":{\"durations\":[50,60,70,80],\"loop\":false,\"fallback\":\"idle\"},"
                        + "\"running\":{\"durations\":[100],\"loop\":true}},"
                        + "\"sequences\":{\"done\":[\"review\",\"waving\"]},"
                        + "\"remarks\":{\"pet\":[\"hi\"],\"petCooldown\":5,\"feed\":[\"yum\"],\"feedCooldown\":5,\"noTreats\":[\"oh\"]}");
    }

    private static final String BEHAVIOR = "\"behavior\":{\"clickState\":\"waving\",\"doubleClickState\":\"jumping\","
            + "\"idleStates\":[\"waiting\",\"review\"],\"wanderDirections\":[\"left\",\"right\"],\"natural\":{"
            + "\"nextWanderDelayMs\":[1,2],\"idleDurationMs\":[1,2],\"walkDurationMs\":[1,2],\"edgePauseMs\":[1,2],"
            + "\"postDragState\":\"failed\",\"postDragMs\":900}}";

    private static final String PETPACK = "{\"format\":\"codex-petpack\",\"formatVersion\":1,\"id\":\"p\","
            + "\"displayName\":\"Packed\",\"version\":\"1.0\"}";

    private static TestPet saki() {
        TestSheet sheet = TestSheet.v2(CELL);
        return sheet(sheet.png(), "\"displayName\":\"Saki\",\"spriteVersionNumber\":2")
                .with("animations.json", "{\"animations\":{\"dance\":{\"file\":\"animations/dance.png\",\"fps\":10}}}")
                .with("animations/dance.png", DialectPictures.blobs(5, 1, sheet.cellWidth, sheet.cellHeight));
    }

    static TestPet shimeji(String actions, String behaviors) {
        TestPet pet = new TestPet().with("conf/actions.xml", actions).with("conf/behaviors.xml", behaviors);
        for (int i = 1; i <= 46; i++) {
            pet.with("img/Blob/shime" + i + ".png", DialectPictures.figure(i));
        }
        return pet;
    }

    private static final String ACTIONS = "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<Mascot xmlns=\"http://www.group-finity.com/Mascot\"><ActionList>"
            + "<Action Name=\"Stand\" Type=\"Stay\" BorderType=\"Floor\"><Animation>"
            + "<Pose Image=\"/shime1.png\" ImageAnchor=\"32,64\" Velocity=\"0,0\" Duration=\"50\"/></Animation></Action>"
            + "<Action Name=\"Walk\" Type=\"Move\" BorderType=\"Floor\"><Animation>"
            + "<Pose Image=\"/shime1.png\" ImageAnchor=\"32,64\" Velocity=\"-2,0\" Duration=\"6\"/>"
            + "<Pose Image=\"/shime2.png\" ImageRight=\"/shime12.png\" ImageAnchor=\"30,64\" Velocity=\"-2,0\" Duration=\"6\"/>"
            + "<Pose Image=\"/shime3.png\" ImageAnchor=\"32,64\" Velocity=\"-2,0\" Duration=\"6\"/></Animation></Action>"
            + "<Action Name=\"Sit\" Type=\"Stay\" BorderType=\"Floor\"><Animation>"
            + "<Pose Image=\"/shime11.png\" ImageAnchor=\"32,64\" Velocity=\"0,0\" Duration=\"100\"/></Animation></Action>"
            + "<Action Name=\"SitAndSpinHead\" Type=\"Sequence\"><ActionReference Name=\"Sit\"/>"
            + "<ActionReference Name=\"SpinHead\"/></Action>"
            + "<Action Name=\"SpinHead\" Type=\"Animate\" BorderType=\"Floor\"><Animation>"
            + "<Pose Image=\"/shime26.png\" ImageAnchor=\"32,64\" Velocity=\"0,0\" Duration=\"5\"/>"
            + "<Pose Image=\"/shime15.png\" ImageAnchor=\"32,64\" Velocity=\"0,0\" Duration=\"5\"/></Animation></Action>"
            + "<Action Name=\"Jumping\" Type=\"Embedded\" Class=\"com.group_finity.mascot.action.Jump\"><Animation>"
            + "<Pose Image=\"/shime22.png\" ImageAnchor=\"32,60\" Velocity=\"0,0\" Duration=\"5\"/></Animation></Action>"
            + "<Action Name=\"Fall\" Type=\"Select\"><Action Type=\"Sequence\" Condition=\"#{mascot.anchor.y &lt; 5}\">"
            + "<ActionReference Name=\"Sit\"/></Action><ActionReference Name=\"Tumble\"/></Action>"
            + "<Action Name=\"Tumble\" Type=\"Embedded\" Class=\"com.group_finity.mascot.action.Fall\"><Animation>"
            + "<Pose Image=\"/shime4.png\" ImageAnchor=\"32,64\" Velocity=\"0,0\" Duration=\"250\"/></Animation></Action>"
            + "<Action Name=\"Pinched\" Type=\"Embedded\" Class=\"com.group_finity.mascot.action.Dragged\">"
            + "<Animation Condition=\"${FootX &lt; 50}\"><Pose Image=\"/shime9.png\" ImageAnchor=\"32,64\" Duration=\"5\"/></Animation>"
            + "<Animation><Pose Image=\"/shime5.png\" ImageAnchor=\"32,64\" Velocity=\"0,0\" Duration=\"5\"/></Animation></Action>"
            + "</ActionList></Mascot>";

    private static final String BEHAVIORS = "<Mascot xmlns=\"http://www.group-finity.com/Mascot\"><BehaviorList>"
            + "<Behavior Name=\"ChaseMouse\" Frequency=\"0\" Hidden=\"true\"/><Behavior Name=\"Fall\" Frequency=\"0\"/>"
            + "<Behavior Name=\"Dragged\" Frequency=\"0\"/><Behavior Name=\"Thrown\" Frequency=\"0\"/>"
            + "<Behavior Name=\"Sit\" Frequency=\"200\"/><Behavior Name=\"SpinHead\" Frequency=\"100\"/>"
            + "<Behavior Name=\"Walk\" Frequency=\"100\"/></BehaviorList></Mascot>";

    private static TestPet esheep(String xml) {
        return new TestPet().with("animations.xml", xml);
    }

    private static String esheepXml(byte[] png) {
        return "<?xml version=\"1.0\"?><animations xmlns=\"https://esheep.petrucci.ch/\"><header><petname>Woolly</petname>"
                + "<title>A sheep</title><info>By [b]hand[/b]</info></header><image><tilesx>4</tilesx><tilesy>2</tilesy><png><![CDATA["
                + Base64.getMimeEncoder().encodeToString(png) + "]]></png><transparency>Magenta</transparency></image>"
                + "<spawns><spawn id=\"1\" probability=\"20\"><x>screenW+10</x><y>areaH-imageH</y><next probability=\"100\">1</next></spawn></spawns>"
                + "<animations>"
                + sheep(
                        1,
                        "walk",
                        "-3",
                        "200",
                        "200",
                        "0",
                        "<frame>0</frame><frame>1</frame><next probability=\"50\" only=\"taskbar\">3</next><next probability=\"10\" only=\"none\">2</next>",
                        "repeat=\"random/50+1\" repeatfrom=\"0\"")
                + sheep(
                        2,
                        "stand",
                        "0",
                        "300",
                        "100",
                        "0",
                        "<frame>2</frame><frame>3</frame><frame>2</frame><next probability=\"90\">4</next>",
                        "repeat=\"0\" repeatfrom=\"0\"")
                + sheep(
                        3,
                        "boing",
                        "0",
                        "100",
                        "100",
                        "-4",
                        "<frame>4</frame><action>flip</action>",
                        "repeat=\"1\" repeatfrom=\"0\"")
                + sheep(
                        4,
                        "blink",
                        "0",
                        "150",
                        "150",
                        "0",
                        "<frame>5</frame><next probability=\"1\">2</next>",
                        "repeat=\"0\" repeatfrom=\"0\"")
                + sheep(5, "drag", "0", "100", "100", "0", "<frame>6</frame>", "repeat=\"0\" repeatfrom=\"0\"")
                + sheep(6, "fall", "0", "100", "100", "0", "<frame>7</frame>", "repeat=\"0\" repeatfrom=\"0\"")
                + "</animations><childs><child animationid=\"1\"><x>imageX</x><y>0</y><next>1</next></child></childs>"
                + "<sounds><sound animationid=\"1\"><probability>10</probability></sound></sounds></animations>";
    }

    private static String sheep(
            int id, String name, String x, String first, String last, String up, String frames, String how) {
        return "<animation id=\"" + id + "\"><name>" + name + "</name><start><x>" + x + "</x><y>0</y><interval>" + first
                + "</interval><offsety>" + up + "</offsety><opacity>1.0</opacity></start><end><x>" + x
                + "</x><y>0</y><interval>" + last + "</interval><offsety>" + up
                + "</offsety><opacity>0.5</opacity></end>"
                + "<sequence " + how + ">" + frames + "</sequence><border><next probability=\"1\">1</next></border>"
                + "<gravity><next probability=\"1\">6</next></gravity></animation>";
    }

    private static TestPet clawd(String idle) {
        TestPet pet = new TestPet()
                .with(
                        "theme.json",
                        "{\"schemaVersion\":1,\"name\":\"crab\",\"displayName\":\"Crab\",\"viewBox\":{\"width\":60},"
                                + "\"layout\":{},\"hitBoxes\":{},\"states\":{" + idle + ",\"thinking\":[\"think.png\"],"
                                + "\"working\":\"work.png\",\"sleeping\":{\"file\":\"sleep.png\"},\"waking\":\"idle.png\",\"error\":\"bad.svg\"},"
                                + "\"workingTiers\":[{\"minSessions\":1,\"file\":\"work.png\"}],"
                                + "\"reactions\":{\"drag\":{\"file\":\"drag.png\"},\"clickLeft\":{\"file\":\"work.png\",\"duration\":700},"
                                + "\"clickRight\":{\"file\":\"work.png\"},\"annoyed\":{\"file\":\"work.png\"},\"double\":{\"files\":[\"work.png\",\"idle.png\"],\"duration\":400}},"
                                + "\"idleAnimations\":[{\"file\":\"think.png\",\"duration\":2500}],"
                                + "\"timings\":{\"minDisplay\":{}},\"miniMode\":{}}")
                .with("assets/bad.svg", "<svg/>");
        int number = 0;
        for (String name : List.of("idle", "think", "work", "sleep", "drag")) {
            pet.with("assets/" + name + ".png", DialectPictures.figure(++number));
        }
        return pet;
    }

    private static TestPet clawdGif(byte[] gif) {
        return new TestPet()
                .with(
                        "theme.json",
                        "{\"schemaVersion\":1,\"name\":\"crab\",\"displayName\":\"Crab\",\"states\":{"
                                + "\"idle\":\"idle.gif\",\"working\":\"work.png\"}}")
                .with("assets/idle.gif", gif)
                .with("assets/work.png", DialectPictures.figure(2));
    }

    static List<Bad> bad() {
        List<Bad> all = new ArrayList<>();
        byte[] v1 = TestSheet.v1(CELL).png();
        String good = ",\"displayName\":\"x\"";
        all.add(bad("tui-grid", true, "but the sheet is", sheet(v1, "\"frame\":{\"width\":10,\"height\":10}")));
        all.add(bad(
                "tui-frame",
                true,
                "a cell that the sheet does not have",
                sheet(v1, "\"animations\":{\"idle\":{\"frames\":[99]}}")));
        all.add(bad(
                "tui-fps",
                true,
                "is no number above 0 and up to 60",
                sheet(v1, "\"animations\":{\"idle\":{\"frames\":[1],\"fps\":1000}}")));
        all.add(bad(
                "tui-huge", true, "is no whole number of 1 to 2048", sheet(v1, "\"frame\":{\"width\":2147483647}")));
        all.add(bad(
                "chain-unknown",
                true,
                "which the pet has no pictures for",
                sheet(v1, "\"animation\":{\"chains\":{\"review\":[\"flying\"]}}")));
        all.add(bad(
                "chain-mode",
                true,
                "is none of idleFallback, loop and once",
                sheet(v1, "\"animation\":{\"chains\":{\"review\":{\"mode\":\"spin\",\"sequence\":[\"review\"]}}}")));
        all.add(bad(
                "chain-row",
                true,
                "is no whole number of 0 to 8",
                sheet(v1, "\"animation\":{\"states\":{\"x\":{\"row\":77}}}")));
        all.add(bad(
                "dsh-live2d",
                false,
                "Perch shows sheets of pictures only",
                sheet(v1, "\"renderer\":\"live2d\"" + good)));
        all.add(bad(
                "dsh-durations",
                true,
                "has something that is no whole number",
                sheet(v1, "\"tracks\":{\"waving\":{\"durations\":[\"a\"]}}")));
        all.add(bad(
                "petpack-version",
                false,
                "the one that Perch reads",
                sheet(v1, BEHAVIOR).with("petpack.json", PETPACK.replace(":1,", ":2,"))));
        all.add(bad("petpack-empty", false, "put it beside petpack.json", new TestPet().with("petpack.json", PETPACK)));
        all.add(bad(
                "openpets-id",
                true,
                "is no id that OpenPets takes",
                sheet(v1, "\"id\":\"Über Ente\",\"category\":\"x\"")));
        all.add(bad(
                "saki-escape",
                true,
                "names no strip in animations/",
                sheet(v1, good.substring(1)).with("animations.json", "{\"dance\":{\"file\":\"../../etc/passwd\"}}")));
        all.add(bad(
                "shimeji-no-stand",
                false,
                "has no action Stand, StandUp, Stay or Sit",
                shimeji("<Mascot><ActionList/></Mascot>", BEHAVIORS)));
        all.add(bad("shimeji-scripts", true, "asks for scripts, which are never run", shimeji(ACTIONS, BEHAVIORS)));
        all.add(bad(
                "shimeji-missing",
                true,
                "names what is not there",
                shimeji(ACTIONS.replace("/shime3.png", "/../../secret/../shime99.png".replace("..", "x")), BEHAVIORS)));
        all.add(bad(
                "shimeji-escape",
                false,
                "leads out of the package",
                shimeji(ACTIONS.replace("/shime3.png", "/../../secret.png"), BEHAVIORS)));
        all.add(bad(
                "xml-doctype",
                false,
                "has a document type, which may hide anything",
                shimeji(
                        "<!DOCTYPE Mascot [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Mascot>&a;</Mascot>",
                        BEHAVIORS)));
        all.add(bad("xml-cut", false, "is not valid XML", shimeji(ACTIONS.substring(0, 400), BEHAVIORS)));
        all.add(bad(
                "xml-deep",
                false,
                "is nested too deep or has more than",
                shimeji("<Mascot>" + "<a>".repeat(60) + "</a>".repeat(60) + "</Mascot>", BEHAVIORS)));
        String sheep = esheepXml(DialectPictures.sheepSheet());
        all.add(bad(
                "esheep-code",
                true,
                "what is no arithmetic and no tile",
                esheep(sheep.replace("random/50+1", "System.exit(1)"))));
        all.add(bad("esheep-tile", true, "frame 99", esheep(sheep.replace("<frame>1</frame>", "<frame>99</frame>"))));
        all.add(bad(
                "esheep-base64",
                false,
                "is neither WebP nor PNG",
                esheep(sheep.replaceAll("CDATA\\[[^]]*", "CDATA[aGFsbG8="))));
        all.add(bad(
                "esheep-colour",
                false,
                "a colour that Perch does not know",
                esheep(sheep.replace("Magenta", "Mauve"))));
        all.add(bad(
                "esheep-tiles", false, "is no number of 1 to 128", esheep(sheep.replace("<tilesx>4", "<tilesx>0"))));
        all.add(bad("clawd-svg", false, "have no PNG, WebP or GIF picture for idle", clawd("\"idle\":\"idle.svg\"")));
        byte[] gif = DialectPictures.gif(3);
        all.add(bad("clawd-gif-cut", false, "is a GIF that ends in the middle", clawdGif(Arrays.copyOf(gif, 60))));
        byte[] damaged = gif.clone();
        Arrays.fill(damaged, gif.length / 2, gif.length - 1, (byte) 0x2c);
        all.add(bad("clawd-gif-damaged", false, "is a GIF with damaged data", clawdGif(damaged)));
        byte[] huge = gif.clone();
        Arrays.fill(huge, 6, 10, (byte) 0xff);
        all.add(bad("clawd-gif-huge", false, "is 65535x65535 pixels, more than", clawdGif(huge)));
        all.add(bad(
                "clawd-gif-long",
                false,
                "is an animation of more than 256 frames",
                clawdGif(DialectPictures.gif(300))));
        all.add(bad("clawd-no-gif", false, "is no GIF", clawdGif(DialectPictures.figure(1))));
        all.add(bad("clawd-escape", false, "leads out of the package", clawd("\"idle\":\"../idle.png\"")));
        all.add(bad(
                "clawd-version",
                false,
                "is not 1, the one that Perch reads",
                new TestPet().with("theme.json", "{\"schemaVersion\":9,\"states\":{}}")));
        all.add(bad(
                "nothing",
                false,
                "has no pet.json, and is of no other format that Perch knows",
                new TestPet().with("notes.xml", "<notes/>")));
        return all;
    }

    private static Bad bad(String name, boolean opens, String says, TestPet files) {
        return new Bad(name, opens, says, files);
    }
}
