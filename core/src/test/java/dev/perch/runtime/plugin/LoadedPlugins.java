package dev.perch.runtime.plugin;

import dev.perch.model.Problem;
import dev.perch.runtime.plugin.guard.GuardLimits;
import dev.perch.runtime.plugin.jar.PluginJar;
import dev.perch.runtime.plugin.jar.PluginTrust;
import dev.perch.runtime.plugin.jar.UserPlugins;
import dev.perch.testkit.FakeClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A plugins folder with what is in it trusted, loaded into a registry behind Perch's own. */
final class LoadedPlugins implements AutoCloseable {
    static final GuardLimits SHORT =
            new GuardLimits(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(1), 3);

    final List<Problem> notes = new CopyOnWriteArrayList<>();
    final PetRuntimeRegistry registry = new PetRuntimeRegistry();
    final PluginTrust trust;
    final UserPlugins plugins;

    LoadedPlugins(Path home, List<String> order, Path... trusted) throws IOException {
        trust = new PluginTrust(home.resolve("trust.json"));
        for (Path jar : trusted) {
            trust.trust(PluginJar.of(jar));
        }
        plugins = new UserPlugins(folder(home), List.of(), home.resolve("copies"), trust, SHORT, notes::add);
        registry.install(new DefaultPlugin(
                new FakeClock(),
                InputStream.nullInputStream(),
                List.of(),
                home.resolve("hooks"),
                new dev.perch.bridge.ApprovalDesk(token -> false)));
        plugins.installInto(registry, order);
    }

    static Path folder(Path home) throws IOException {
        return Files.createDirectories(home.resolve("plugins"));
    }

    List<String> said() {
        return notes.stream().map(Problem::sentence).toList();
    }

    @Override
    public void close() {
        plugins.close();
    }
}
