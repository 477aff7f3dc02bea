package dev.perch.ecs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import dev.perch.action.ActionDesk;
import dev.perch.action.ActionOutcome;
import dev.perch.action.ActionRequest;
import dev.perch.action.Dropped;
import dev.perch.action.Effect;
import dev.perch.action.EffectPort;
import dev.perch.action.Grant;
import dev.perch.action.GrantBook;
import dev.perch.action.InputTokens;
import dev.perch.action.Origin;
import dev.perch.action.PermissionGate;
import dev.perch.action.Prompt;
import dev.perch.action.UserActions;
import dev.perch.anim.AnimationDirector;
import dev.perch.anim.PetSituation;
import dev.perch.gesture.DropEvent;
import dev.perch.gesture.KeyEvent;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.PointerEvent.Kind;
import dev.perch.model.ActionSpec;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.InputToken;
import dev.perch.model.Interactions;
import dev.perch.model.KeyStroke;
import dev.perch.model.KeyStroke.Modifier;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;
import dev.perch.model.Problem;
import dev.perch.model.Trigger;
import dev.perch.pack.InteractionBlocks;
import dev.perch.testkit.RandomBlocks;
import dev.perch.testkit.TestPets;
import dev.perch.testkit.TestUser;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random manifests through the real reader, and random events through the real recogniser: whatever happens, an effect leaves
 * only with a grant that lives or a yes of the user.
 */
final class ManifestCampaignTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final PetPackage PET = TestPets.v1();
    private static final List<Prompt.Choice> CHOICES = List.of(Prompt.Choice.values());
    private static final UserActions USER = TestUser.files("[a-z-]+", "{target}");

    private final Count count = new Count();

    @Test
    void fiveHundredManifestsDoNothingUnasked() {
        run(500);
    }

    @Test
    @Tag("long")
    void tenThousandManifestsDoNothingUnasked() {
        run(10_000);
    }

    private void run(int manifests) {
        for (int seed = 0; seed < manifests; seed++) {
            World world = new World(new Random(seed));
            for (int i = 0; i < 50; i++) {
                world.next();
            }
        }
        System.out.printf(
                "%d manifests (%d dropped) x 50 events: %d asked, %d effects at the port, %d by a yes, %d by a grant, %d"
                        + " without either%n",
                manifests,
                count.dropped,
                count.asked,
                count.yes + count.granted + count.unasked,
                count.yes,
                count.granted,
                count.unasked);
        assertEquals(0, count.unasked, "effects without a live grant");
        assertTrue(count.yes > manifests / 10 && count.granted > 0, "the campaign should reach both ways");
        assertTrue(count.dropped > manifests / 5 && count.dropped < manifests * 4 / 5, "right and wrong ones");
    }

    private static final class Count {
        private int dropped;
        private int asked;
        private int yes;
        private int granted;
        private int unasked;
    }

    /** One user, one pet, and a model of what was allowed, kept apart from the program's own book. */
    private final class World implements EffectPort {
        private final Random random;
        private final InputTokens tokens = new InputTokens();
        private final PermissionGate gate = new PermissionGate(tokens, USER, GrantBook.EMPTY);
        private final Step step = new Step();
        private final Stage stage = Stage.of(112, 1);
        private final Engine engine = new Engine();
        private final Entity entity = new Entity();
        private final Interactions declared;
        private final ActionDesk desk;
        private final Set<String> remembered = new HashSet<>();
        private String leaving = "";
        private Effect answered = new Effect.Status();
        private boolean down;
        private long now = SECOND;
        private long wall = 1_000;
        private int version;

        World(Random random) {
            this.random = random;
            InteractionBlocks.Verdict verdict = InteractionBlocks.judge("block", new RandomBlocks(random).text());
            boolean right = verdict instanceof InteractionBlocks.Verdict.Right;
            declared = right ? ((InteractionBlocks.Verdict.Right) verdict).interactions() : Interactions.NONE;
            count.dropped += right ? 0 : 1;
            desk = new ActionDesk(tokens, gate, this, (kind, fields) -> leaving = key(fields), () -> wall, book -> {});
            engine.addSystem(new GestureSystem(step, stage));
            engine.addSystem(new InteractionSystem(step, new Acting(desk, told -> {})));
            engine.addSystem(new ActionSystem(step, stage, desk));
            engine.addEntity(entity);
            put();
        }

        /** The pet with another package hash. */
        private void put() {
            PetPackage pet = new PetPackage(
                    PET.id(),
                    PET.displayName(),
                    "",
                    "hash" + version,
                    PET.cellWidth(),
                    PET.cellHeight(),
                    0,
                    PET.clips(),
                    PET.acting(),
                    List.of(),
                    List.of(),
                    declared);
            Look look = new Look(pet, new AnimationDirector(pet, PlaybackPolicy.DEFAULT), List.of());
            entity.add(look)
                    .add(new Pose(look, PetSituation.of(PetAnimationState.IDLE, now)))
                    .add(new Position())
                    .add(new Bubble());
        }

        void next() {
            now += random.nextInt(4) == 0 ? random.nextLong(400 * SECOND) : random.nextLong(700 * MILLI);
            step.begin(now);
            switch (random.nextInt(14)) {
                case 0, 9, 10 -> answer();
                case 1 -> desk.answer(any(), new InputToken(random.nextInt(50), now), now, outcome -> {});
                case 2 -> change();
                case 3 -> choose(random.nextBoolean() ? tokens.mint(now) : new InputToken(random.nextInt(99), now));
                case 4 -> choose(tokens.mint(now - SECOND - random.nextLong(SECOND)));
                case 5 -> step.keys.add(new KeyEvent(new KeyStroke("K", Set.of(Modifier.CTRL)), now));
                case 6 -> step.drops.add(new DropEvent(0, 0, List.of(Path.of("/tmp/a")), "", now));
                case 7, 8 -> click();
                default -> pointer(random.nextInt(3) == 0 ? Kind.MOVE : down ? Kind.UP : Kind.DOWN, now);
            }
            engine.update(0);
            if (desk.prompt() != null && random.nextInt(4) != 0) {
                desk.arming().drawn(now);
            }
        }

        private void click() {
            pointer(Kind.UP, now - 60 * MILLI);
            pointer(Kind.DOWN, now - 50 * MILLI);
            pointer(Kind.UP, now);
        }

        private void pointer(Kind kind, long nanos) {
            int x = random.nextInt(5) == 0 ? random.nextInt(300) - 100 : 0;
            int button = kind == Kind.MOVE ? -1 : random.nextInt(6) == 0 ? PointerEvent.RIGHT : PointerEvent.LEFT;
            Set<Modifier> held = random.nextInt(6) == 0 ? Set.of(Modifier.CTRL) : Set.of();
            down = kind == Kind.DOWN || kind == Kind.MOVE && down;
            step.pointer.add(new PointerEvent(kind, x, 0, x, 0, button, nanos, held));
        }

        /** An item of the menu. */
        private void choose(InputToken token) {
            String id = RandomBlocks.ACTIONS.get(random.nextInt(4));
            ActionSpec spec = declared.actions().get(id);
            if (spec != null) {
                Origin origin = Origin.of(entity.getComponent(Look.class).pet);
                desk.submit(
                        new ActionRequest(origin, id, spec, Trigger.CONTEXT_MENU, token, Dropped.NOTHING),
                        now,
                        outcome -> {});
            }
        }

        private void answer() {
            Prompt open = desk.prompt();
            Prompt.Choice choice = any();
            boolean yes = open != null
                    && choice != Prompt.Choice.DENY
                    && open.choices().contains(choice)
                    && desk.arming().isOver(now);
            answered = yes ? open.effect() : new Effect.Status();
            desk.answer(choice, tokens.mint(now), now, outcome -> {});
            if (yes && choice != Prompt.Choice.ONCE) {
                remembered.add(leaving);
            }
            count.asked += open == null ? 0 : 1;
            answered = new Effect.Status();
        }

        @Override
        public void perform(Effect effect, Consumer<ActionOutcome> done) {
            if (effect.equals(answered)) {
                count.yes++;
            } else if (remembered.contains(leaving)) {
                count.granted++;
            } else {
                count.unasked++;
            }
        }

        @Override
        public Optional<String> thread(Which which) {
            return Optional.of("t-1");
        }

        /** Of the audit's line, the last of which is about the effect that is about to leave. */
        private String key(Map<String, String> fields) {
            return fields.get("package") + " " + fields.get("action") + " " + fields.get("target");
        }

        /** The package changes, the user revokes, the store breaks, or the term ends. */
        private void change() {
            switch (random.nextInt(4)) {
                case 0 -> {
                    version++;
                    put();
                }
                case 1 -> {
                    desk.revokeAll();
                    remembered.clear();
                }
                case 2 -> {
                    gate.setBook(new GrantBook(List.of(), Problem.error("grants.json", "is damaged", "x")));
                    choose(tokens.mint(now));
                    gate.setBook(GrantBook.EMPTY);
                    remembered.clear();
                }
                default -> {
                    wall += Grant.LONGEST_MILLIS;
                    remembered.clear();
                }
            }
        }

        private Prompt.Choice any() {
            return CHOICES.get(random.nextInt(CHOICES.size()));
        }
    }
}
