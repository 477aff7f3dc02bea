package dev.perch.runtime.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.runtime.plugin.jar.PluginJar;
import dev.perch.runtime.plugin.jar.PluginState;
import dev.perch.runtime.plugin.jar.PluginTrust;
import dev.perch.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars in the plugins folder: trust, order, and what a jar is given. */
final class UserPluginsTest {
    private static final Path EXAMPLE =
            Path.of("..", "examples", "plugin", "src", "dev", "example", "pomodoro", "PomodoroPlugin.java");

    @TempDir
    private Path home;

    @Test
    void theExampleIsShortAndItsServiceFileNamesIt() throws IOException {
        assertTrue(Files.readAllLines(EXAMPLE).size() < 100);
        assertEquals(
                "dev.example.pomodoro.PomodoroPlugin",
                Files.readString(Path.of("..", "examples", "plugin", "resources", "META-INF", "services")
                                .resolve("dev.perch.api.PetPlugin"))
                        .strip());
    }

    @Test
    void aJarIsNotLoadedBeforeItsHashIsTrusted() throws IOException {
        Path jar = example();
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of())) {
            assertEquals(List.of("perch"), plugins.registry.plugins());
            assertEquals(
                    PluginState.Phase.NOT_TRUSTED,
                    plugins.plugins.states().get(0).phase());
        }
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar)) {
            assertEquals(List.of("perch", "pomodoro"), plugins.registry.plugins());
            assertEquals(List.of(), plugins.said());
        }
    }

    @Test
    void aJarThatChangesIsOffAgain() throws IOException {
        Path jar = example();
        new LoadedPlugins(home, List.of(), jar).close();
        Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);

        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of())) {
            assertEquals(List.of("perch"), plugins.registry.plugins());
            assertEquals(
                    PluginState.Phase.NOT_TRUSTED,
                    plugins.plugins.states().get(0).phase());
        }
    }

    @Test
    void whatIsTrustedIsForItsOwnersEyes() throws IOException {
        new LoadedPlugins(home, List.of(), example()).close();
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(home.resolve("trust.json")));
    }

    @Test
    void aTrustFileThatIsBrokenTrustsNothing() throws IOException {
        Path jar = example();
        new LoadedPlugins(home, List.of(), jar).close();
        Files.writeString(home.resolve("trust.json"), "{\"trusted\": {");

        assertEquals(
                false,
                new PluginTrust(home.resolve("trust.json"))
                        .trusts(PluginJar.of(jar).sha256()));
    }

    @Test
    void theExampleMakesASourceAndRefusesWrongOptionsInItsOwnWords() throws IOException {
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), example())) {
            RuntimeSnapshotSourceFactory factory =
                    plugins.registry.snapshotSourceFactories().get(0).value();

            assertEquals("pomodoro", factory.create(Map.of()).id());
            String refusal = assertThrows(
                            IllegalArgumentException.class, () -> factory.create(Map.of("target", "a while")))
                    .getMessage();
            assertEquals("--source pomodoro: give the minutes of work, such as pomodoro:25.", refusal);
            assertEquals(List.of(), plugins.said());
        }
    }

    @Test
    void pluginsComeBeforePerchTheOnesThatTheUserNamesFirst() throws IOException {
        Path a = small("a", "a-words");
        Path b = small("b", "b-words");
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), a, b)) {
            assertEquals(List.of("a-words", "b-words", "perch"), catalogs(plugins));
        }
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of("b", "nobody", "perch"))) {
            assertEquals(List.of("b-words", "a-words", "perch"), catalogs(plugins));
        }
    }

    @Test
    void aSecondPluginOfOneIdIsRefusedByName() throws IOException {
        Path first = PluginJars.build(LoadedPlugins.folder(home).resolve("1.jar"), "Small", source("a", "one"));
        Path second = PluginJars.build(LoadedPlugins.folder(home).resolve("2.jar"), "Small", source("a", "two"));
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), first, second)) {
            assertEquals(List.of("one", "perch"), catalogs(plugins));
            assertEquals(
                    List.of("plugin 2.jar: is not loaded: a plugin a is installed already; tell its maker, or remove it"
                            + " with perch plugin remove."),
                    plugins.said());
            assertNull(plugins.trust.off(PluginJar.of(second).sha256()), "it did nothing wrong");
        }
    }

    @Test
    void aPluginSeesTheApiAndTheValuesAndNothingElseOfPerch() throws IOException {
        String looks = source("a", "one")
                .replace(
                        "host.register",
                        "try { Class.forName(\"dev.perch.runtime.Companion\"); }"
                                + " catch (ClassNotFoundException e) { throw new RuntimeException(\"cannot see it\"); }"
                                + " host.register");
        Path jar = PluginJars.build(LoadedPlugins.folder(home).resolve("looks.jar"), "Small", looks);
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar)) {
            assertEquals(List.of("perch"), catalogs(plugins));
            assertTrue(plugins.said().get(0).contains("cannot see it"), plugins.said()::toString);
            assertEquals(
                    "is off: its setup failed (RuntimeException: cannot see it)",
                    plugins.trust.off(PluginJar.of(jar).sha256()));
        }
    }

    @Test
    void aJarWithNoPluginIsNamed() throws IOException {
        Path jar = LoadedPlugins.folder(home).resolve("empty.jar");
        Files.write(jar, new byte[0]);
        try (LoadedPlugins plugins = new LoadedPlugins(home, List.of(), jar)) {
            assertTrue(
                    plugins.said().get(0).startsWith("plugin empty.jar: its setup failed"), plugins.said()::toString);
        }
    }

    private Path example() throws IOException {
        return PluginJars.build(
                LoadedPlugins.folder(home).resolve("pomodoro.jar"), "dev.example.pomodoro.PomodoroPlugin", EXAMPLE);
    }

    private Path small(String plugin, String catalog) throws IOException {
        return PluginJars.build(LoadedPlugins.folder(home).resolve(plugin + ".jar"), "Small", source(plugin, catalog));
    }

    private static String source(String plugin, String catalog) {
        return """
                import dev.perch.api.*;
                import java.util.List;
                public final class Small implements PetPlugin, ActionCatalog {
                    private final String id;
                    public Small() { this("PLUGIN"); }
                    Small(String id) { this.id = id; }
                    public String id() { return id; }
                    public String displayName() { return id; }
                    public void setup(PetHostApi host) { host.registerActionCatalog(new Small("CATALOG")); }
                    public List<PetActionDefinition> listActions() { return List.of(); }
                }
                """.replace("PLUGIN", plugin).replace("CATALOG", catalog);
    }

    private static List<String> catalogs(LoadedPlugins plugins) {
        return plugins.registry.actionCatalogs().stream().map(Registration::id).toList();
    }
}
