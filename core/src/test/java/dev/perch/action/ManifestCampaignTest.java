package dev.perch.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.ActionClass;
import dev.perch.model.ActionSpec;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.InputToken;
import dev.perch.model.PetId;
import dev.perch.model.Trigger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random packages and random events: whatever happens, an effect leaves only with a grant that lives or a yes of the user. */
final class ManifestCampaignTest {
    private static final long SECOND = 1_000_000_000L;
    private static final List<Trigger> TRIGGERS = List.of(Trigger.values());
    private static final List<Prompt.Choice> CHOICES = List.of(Prompt.Choice.values());
    private static final UserActions USER = new UserActions(
            Map.of("perch", Path.of("/home/me/perch")),
            Set.of("tidy"),
            new dev.perch.link.LinkPolicy(Set.of("vscode"), Set.of()),
            Map.of(
                    "build",
                    new CommandSpec(
                            "build",
                            Path.of("/usr/bin/make"),
                            List.of("{target}"),
                            Map.of("target", new CommandSpec.Param(Pattern.compile("[a-z-]+"), 20)),
                            null,
                            List.of(),
                            1_000)),
            List.of());

    @Test
    void fiveHundredPackagesDoNothingUnasked() {
        run(500);
    }

    @Test
    @Tag("long")
    void tenThousandPackagesDoNothingUnasked() {
        run(10_000);
    }

    private static void run(int packages) {
        long[] counts = new long[4];
        for (int seed = 0; seed < packages; seed++) {
            new World(seed).play(50, counts);
        }
        System.out.printf(
                "%d packages x 50 events: %d effects at the port, %d by a yes, %d by a grant, %d without either%n",
                packages, counts[0], counts[1], counts[2], counts[3]);
        assertEquals(0, counts[3], "effects without a live grant");
        assertTrue(counts[1] > 0 && counts[2] > 0, "the campaign should reach both ways");
    }

    /** One user, one package, and a model of what was allowed, kept apart from the program's own book. */
    private static final class World {
        private final Random random;
        private final InputTokens tokens = new InputTokens();
        private final PermissionGate gate = new PermissionGate(tokens, USER, GrantBook.EMPTY);
        private final List<String> port = new ArrayList<>();
        private final Set<String> remembered = new HashSet<>();
        private final List<ActionSpec> specs = new ArrayList<>();
        private final ActionDesk desk;
        private long now = SECOND;
        private long wall = 1_000;
        private int hash;
        private boolean allowed;

        World(int seed) {
            random = new Random(seed);
            desk = new ActionDesk(
                    tokens,
                    gate,
                    new EffectPort() {
                        @Override
                        public void perform(Effect effect, Consumer<ActionOutcome> done) {
                            port.add(effect.toString());
                        }

                        @Override
                        public Optional<String> thread(Which which) {
                            return Optional.of("t" + hash);
                        }
                    },
                    AuditSink.NONE,
                    () -> wall,
                    book -> {});
            for (int i = 0; i < 4; i++) {
                specs.add(spec());
            }
        }

        void play(int events, long[] counts) {
            for (int i = 0; i < events; i++) {
                int before = port.size();
                allowed = false;
                boolean yes = false;
                now += random.nextInt(4) == 0 ? random.nextLong(400 * SECOND) : random.nextLong(2 * SECOND);
                switch (random.nextInt(8)) {
                    case 0 -> yes = answer();
                    case 1 -> desk.answer(any(), new InputToken(random.nextInt(50), now), now, outcome -> {});
                    case 2 -> desk.expire(now);
                    case 3 -> change();
                    default -> submit();
                }
                int left = port.size() - before;
                counts[0] += left;
                counts[1] += yes ? left : 0;
                counts[2] += !yes && allowed ? left : 0;
                counts[3] += !yes && !allowed ? left : 0;
            }
        }

        private void submit() {
            ActionSpec spec = specs.get(random.nextInt(specs.size()));
            Trigger on = TRIGGERS.get(random.nextInt(8));
            InputToken token = switch (random.nextInt(5)) {
                case 0 -> new InputToken(random.nextInt(100), now);
                case 1 -> tokens.mint(now - random.nextLong(3 * SECOND));
                default -> tokens.mint(now);
            };
            allowed = remembered.contains(key(spec));
            desk.submit(new ActionRequest(origin(), "a", spec, on, token, Dropped.NOTHING), now, outcome -> {});
        }

        private boolean answer() {
            Prompt open = desk.prompt();
            Prompt.Choice choice = any();
            boolean armed = desk.arming().isOver(now);
            boolean closed = desk.answer(choice, tokens.mint(now), now, outcome -> {});
            boolean yes = open != null && closed && choice != Prompt.Choice.DENY && armed;
            if (yes && choice != Prompt.Choice.ONCE) {
                remembered.add(key(open.request().spec()));
            }
            return yes;
        }

        /** The package changes, the user revokes, the store breaks, or the term ends. */
        private void change() {
            switch (random.nextInt(4)) {
                case 0 -> hash++;
                case 1 -> {
                    gate.setBook(GrantBook.EMPTY);
                    remembered.clear();
                }
                case 2 -> {
                    gate.setBook(GrantBook.unreadable(dev.perch.model.Problem.error("grants.json", "is damaged", "x")));
                    remembered.clear();
                    desk.deny("test");
                    gate.setBook(GrantBook.EMPTY);
                }
                default -> {
                    wall += Grant.LONGEST_MILLIS;
                    remembered.clear();
                }
            }
        }

        private String key(ActionSpec spec) {
            return hash + " " + spec;
        }

        private Origin origin() {
            return new Origin(new PetId("p"), "P", "hash" + hash);
        }

        private static final List<String> URLS =
                List.of("https://a.org/", "https://a.org/b", "javascript:x", "https://u@a.org/", "-x");

        private Prompt.Choice any() {
            return CHOICES.get(random.nextInt(CHOICES.size()));
        }

        private ActionSpec spec() {
            String url = URLS.get(random.nextInt(URLS.size()));
            ActionSpec spec = switch (random.nextInt(8)) {
                case 0 -> new ActionSpec.Pet(ActionSpec.Pet.Deed.SAY, "hi");
                case 1 -> new ActionSpec.ShowStatus();
                case 2 -> new ActionSpec.OpenThread(ActionSpec.OpenThread.Which.CURRENT);
                case 3 -> new ActionSpec.NewThread(random.nextBoolean() ? "perch" : "other", "do it");
                case 4 -> new ActionSpec.OpenUrl(url);
                case 5 -> new ActionSpec.OpenDeepLink(random.nextBoolean() ? "vscode://file/x" : "file:///x");
                case 6 -> new ActionSpec.InvokeSkill("tidy", ActionSpec.OpenThread.Which.NEW, "");
                default -> new ActionSpec.RunCommand("build", Map.of("target", random.nextBoolean() ? "all" : "-rf"));
            };
            assertTrue(spec.actionClass().level() >= ActionClass.FREE.level());
            return spec;
        }
    }
}
