package dev.perch.settings;

import dev.perch.model.PlaybackPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user can set, once and for all: the keys of the file, in the order in which they are explained. */
@SuppressWarnings("ImmutableEnumChecker") // kinds are records, and defaults are texts, numbers and List.of
public enum Setting {
    PET(
            "pet",
            new Kind.Line(),
            "pip",
            false,
            "Which pet: a folder or a zip with a pet.json, a pet of Codex's folder, or pip or axo."),
    PETS(
            "pets",
            Kind.Words.of("one", "project", "session"),
            "one",
            true,
            "How many pets: one for everything, one for each folder that agents work in, or one for each session; 20 at most."),
    PET_FOR(
            "petFor",
            new Kind.Pairs(64),
            Map.of(),
            true,
            "Which pet plays the projects in which folder, where there is more than one pet; the others are played by pet."),
    WIDTH(
            "width",
            new Kind.Whole(80, 224),
            112,
            true,
            "How wide the pet is, in logical pixels; Ctrl and the wheel over the pet make it another size, which is remembered."),
    THEME(
            "theme",
            Kind.Words.of("system", "light", "dark", "high-contrast"),
            "system",
            true,
            "The bubble's colours; system is as the desktop has them."),
    REDUCED_MOTION(
            "reducedMotion",
            Kind.Words.of("system", "on", "off"),
            "system",
            true,
            "Whether pets hold still poses; system is as the desktop has it."),
    SETTLE(
            "settle",
            Kind.Words.of("codex", "while-active"),
            "codex",
            true,
            "After a state's animation has played three times: codex breathes slowly, while-active goes on."),
    IDLE_SLOWDOWN(
            "idleSlowdown",
            new Kind.Whole(1, PlaybackPolicy.MOST_SLOWDOWN),
            6,
            true,
            "How much slower than drawn the pet breathes."),
    SOURCES(
            "sources",
            new Kind.Lines(16),
            List.of("auto"),
            false,
            "Where the state of your agents comes from: auto (the agents found on this machine, or the demo), hooks,"
                    + " logs, codex, demo, file:FILE, stdin, replay:FILE, http:URL, websocket:URL or a plugin's."),
    DISCOVERY_SOURCES(
            "discoverySources",
            new Kind.Lines(32),
            List.of(),
            false,
            "Further folders with pets in them; ~ is your home. Those of Codex, Petdex and DSH are known."),
    PLUGINS(
            "plugins",
            new Kind.Lines(32),
            List.of(),
            false,
            "Further jars with plugins, besides the plugins folder's."),
    PLUGIN_ORDER(
            "pluginOrder",
            new Kind.Lines(32),
            List.of(),
            false,
            "Ids of plugins that are asked before the others; see perch plugin list."),
    FULLSCREEN(
            "fullscreen",
            Kind.Words.of("hide", "sleep", "stay"),
            "hide",
            true,
            "What the pet does while another window fills its screen: it goes off it, holds still, or goes on."),
    QUIET(
            "quiet",
            Kind.Words.of("state", "title", "full"),
            "full",
            true,
            "How much of what an agent says may be read: Perch's own word for the state, the title too, or all."),
    STATUS_DETAIL(
            "statusDetail",
            Kind.Words.of("off", "on"),
            "off",
            false,
            "Whether perch events and pages in the browser may read titles, names of workspaces and the agents' names of threads."),
    STATUS_HTTP(
            "statusHttp",
            Kind.Words.of("off", "on"),
            "off",
            false,
            "Whether pages in your browser may read the status by HTTP on 127.0.0.1, with a token; see docs/status-api.md."),
    STATUS_HTTP_PORT("statusHttpPort", new Kind.Whole(0, 65535), 0, false, "The port of that; 0 is any that is free."),
    STATUS_ORIGINS(
            "statusOrigins",
            new Kind.Lines(8, "[a-z][a-z0-9+.-]*://[a-z0-9.:\\[\\]_-]+", "http://localhost:8000"),
            List.of(),
            false,
            "Pages that may read it, by their origins as browsers write them: nothing stands after the port."),
    STATUS_HTTP_HOOKS(
            "statusHttpHooks",
            Kind.Words.of("off", "on"),
            "off",
            false,
            "Whether hooks of agents may hand events over there, with the token."),
    INGRESS(
            "ingress",
            Kind.Words.of("off", "on"),
            "off",
            false,
            "Whether programs that you registered may write to your agents; perch ingress on asks for it at the pet."),
    GAZE("gaze", Kind.Words.of("on", "off"), "on", true, "Whether the idle pet looks at the pointer.");

    private final String key;
    private final Kind kind;
    private final Object byDefault;
    private final boolean live;
    private final String meaning;

    Setting(String key, Kind kind, Object byDefault, boolean live, String meaning) {
        this.key = key;
        this.kind = kind;
        this.byDefault = byDefault;
        this.live = live;
        this.meaning = meaning;
    }

    /** As it is written in the file. */
    public String key() {
        return key;
    }

    /** Which values it takes. */
    public Kind kind() {
        return kind;
    }

    /** Its value when nobody set it. */
    public Object byDefault() {
        return byDefault;
    }

    /** Whether a running companion follows a change; else the next start does. */
    public boolean isLive() {
        return live;
    }

    /** What it does, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The setting of that key. */
    public static Optional<Setting> of(String key) {
        return Stream.of(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }
}
