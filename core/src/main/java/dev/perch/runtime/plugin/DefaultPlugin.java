package dev.perch.runtime.plugin;

import dev.perch.activity.SessionNotifications;
import dev.perch.anim.ClipAnimations;
import dev.perch.api.ActionCatalog;
import dev.perch.api.Clock;
import dev.perch.api.PetActionDefinition;
import dev.perch.api.PetDiscoverySource;
import dev.perch.api.PetHostApi;
import dev.perch.api.PetPlugin;
import dev.perch.bridge.ApprovalDesk;
import dev.perch.bridge.CodexSource;
import dev.perch.bridge.TurnDesk;
import dev.perch.ecs.Stage;
import dev.perch.hooks.HookSnapshotSource;
import dev.perch.hooks.LogSnapshotSource;
import dev.perch.model.SourceRank;
import dev.perch.pack.format.PetFormats;
import dev.perch.place.FreeSpaceLayout;
import dev.perch.runtime.BundledPets;
import dev.perch.runtime.SystemClock;
import dev.perch.source.BuiltInSources;
import dev.perch.source.DemoSession;
import dev.perch.source.ReplaySnapshotSource;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Everything that Perch itself brings, registered by the door that other plugins use. */
public final class DefaultPlugin implements PetPlugin {
    private final Clock clock;
    private final InputStream in;
    private final List<PetDiscoverySource> places;
    private final Path hooks;
    private final ApprovalDesk approvals;
    private final TurnDesk turns;

    /** The plugin for one run in which no other program wants anything of agents. */
    public DefaultPlugin(
            Clock clock, InputStream in, List<PetDiscoverySource> places, Path hooks, ApprovalDesk approvals) {
        this(clock, in, places, hooks, approvals, new TurnDesk());
    }

    /**
     * The plugin for one run.
     *
     * @param in standard input, for the source of that name
     * @param places where pets lie on this machine
     * @param hooks the folder in which hooks of other agents leave events
     * @param approvals where questions of agents are laid
     * @param turns where what other programs want of agents leaves
     */
    public DefaultPlugin(
            Clock clock,
            InputStream in,
            List<PetDiscoverySource> places,
            Path hooks,
            ApprovalDesk approvals,
            TurnDesk turns) {
        this.clock = clock;
        this.in = in;
        this.places = List.copyOf(places);
        this.hooks = hooks;
        this.approvals = approvals;
        this.turns = turns;
    }

    @Override
    public String id() {
        return "perch";
    }

    @Override
    public String displayName() {
        return "Perch";
    }

    @Override
    public void setup(PetHostApi host) {
        host.registerPetProvider(new BundledPets.Provider());
        host.registerActionCatalog(new Words());
        PetFormats.all().forEach(host::registerPackageAdapter);
        places.forEach(host::registerDiscoverySource);
        host.registerAnimationResolver(new ClipAnimations());
        host.registerNotificationResolver(new SessionNotifications());
        host.registerLayoutResolver(new FreeSpaceLayout(Stage.SIZES));
        BuiltInSources.factories(clock, in).forEach(host::registerSnapshotSourceFactory);
        host.registerSnapshotSourceFactory(new HookSnapshotSource.Factory(hooks, clock));
        Path home = Path.of(System.getProperty("user.home"));
        host.registerSnapshotSourceFactory(
                new LogSnapshotSource.Factory(System.getenv(), home, clock, SystemClock::wallMillis));
        host.registerSnapshotSourceFactory(new CodexSource.Factory(clock, System.getenv(), home, approvals, turns));
    }

    /** How much the sources of a factory count: those of plugins as what the user configured. */
    public static SourceRank rank(String factory) {
        return switch (factory) {
            case CodexSource.ID -> SourceRank.APP_SERVER;
            case HookSnapshotSource.ID -> SourceRank.HOOKS;
            case LogSnapshotSource.ID -> SourceRank.LOG_TAIL;
            case DemoSession.ID -> SourceRank.DEMO;
            case ReplaySnapshotSource.ID -> SourceRank.REPLAY;
            default -> SourceRank.CONFIGURED;
        };
    }

    private static final class Words implements ActionCatalog {
        @Override
        public String id() {
            return "perch";
        }

        @Override
        public List<PetActionDefinition> listActions() {
            return BuiltInActions.ALL;
        }
    }
}
