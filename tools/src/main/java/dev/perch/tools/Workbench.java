package dev.perch.tools;

import dev.perch.api.Clock;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.api.PetDiscoverySource;
import dev.perch.bridge.TurnDesk;
import dev.perch.library.LibraryMemory;
import dev.perch.library.LibraryPet;
import dev.perch.library.PetLibrary;
import dev.perch.library.PetPlaces;
import dev.perch.library.VerdictBook;
import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.render.FontStack;
import dev.perch.render.RasterImage;
import dev.perch.render.film.PngWriter;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.PerchFolders;
import dev.perch.runtime.PetChoice;
import dev.perch.runtime.PetInspector;
import dev.perch.runtime.PetShelf;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.SystemClock;
import dev.perch.runtime.UiFonts;
import dev.perch.runtime.UserApprovals;
import dev.perch.runtime.plugin.DefaultPlugin;
import dev.perch.runtime.plugin.PetRuntimeRegistry;
import dev.perch.runtime.plugin.Registration;
import dev.perch.runtime.plugin.guard.GuardLimits;
import dev.perch.runtime.plugin.jar.PluginTrust;
import dev.perch.runtime.plugin.jar.UserPlugins;
import dev.perch.settings.Setting;
import dev.perch.settings.Settings;
import dev.perch.settings.SettingsFile;
import dev.perch.text.VisibleText;
import dev.perch.tools.sheets.ArtReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What every command works with: where to print, where files go, and how pets are opened. */
final class Workbench {
    private static final int MOST_POINTS = 60;

    private final PrintWriter out;
    private final PrintWriter err;
    private final PerchFolders folders;
    private final Consumer<Runnable> onQuit;
    private final Clock clock = new SystemClock();
    private final TurnDesk turns = new TurnDesk();
    private @Nullable PetRuntimeRegistry plugins;
    private @Nullable UserApprovals approvals;
    private @Nullable Path instead;
    private @Nullable UserPlugins userPlugins;

    private Workbench(PrintWriter out, PrintWriter err, PerchFolders folders, Consumer<Runnable> onQuit) {
        this.out = out;
        this.err = err;
        this.folders = folders;
        this.onQuit = onQuit;
    }

    static Workbench of(CommandSpec command) {
        Perch perch = (Perch) command.root().userObject();
        return new Workbench(
                command.commandLine().getOut(), command.commandLine().getErr(), userFolders(), perch.onQuit());
    }

    /** Where the files of the user who runs this are. */
    static PerchFolders userFolders() {
        return PerchFolders.of(
                System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /** Has the system's wish that the program end (Ctrl-C) run {@code ending}, after which the command returns soon. */
    void onQuit(Runnable ending) {
        onQuit.accept(ending);
    }

    PerchFolders folders() {
        return folders;
    }

    Clock clock() {
        return clock;
    }

    /** What agents ask the user; the same each time. */
    UserApprovals approvals() {
        if (approvals == null) {
            approvals = new UserApprovals(clock);
        }
        return approvals;
    }

    /** Where what other programs want of agents leaves. */
    TurnDesk turns() {
        return turns;
    }

    /** What plugins registered, Perch's own among them; the same each time. The first call loads the user's. */
    PetRuntimeRegistry plugins() {
        if (plugins == null) {
            PetRuntimeRegistry registry = new PetRuntimeRegistry();
            registry.install(new DefaultPlugin(
                    clock, System.in, places(), folders.hooks(), approvals().desk(), turns));
            userPlugins().installInto(registry, settings().words(Setting.PLUGIN_ORDER));
            plugins = registry;
        }
        return plugins;
    }

    /** The plugins that the user has as jars; the same each time. */
    UserPlugins userPlugins() {
        if (userPlugins == null) {
            userPlugins = new UserPlugins(
                    folders.data().resolve("plugins"),
                    settings().words(Setting.PLUGINS).stream().map(Path::of).toList(),
                    folders.cache().resolve("plugins"),
                    pluginTrust(),
                    GuardLimits.STANDARD,
                    this::note);
        }
        return userPlugins;
    }

    /** Which jars the user trusts. */
    PluginTrust pluginTrust() {
        return new PluginTrust(folders.state().resolve("plugins.json"));
    }

    private Settings settings() {
        return new SettingsFile(folders.config()).look().settings();
    }

    /** Which pets can be named. */
    PetChoice pets() {
        return new PetChoice(library());
    }

    /** All pets that the user has. */
    PetLibrary library() {
        return new PetLibrary(
                Registration.values(plugins().petProviders()),
                Registration.values(plugins().discoverySources()));
    }

    /** The pet of that name. @throws ProblemException when there is none */
    LibraryPet pet(String name) throws ProblemException {
        return library()
                .find(name)
                .orElseThrow(() -> new ProblemException(Problem.error(
                        VisibleText.shown(name, MOST_POINTS), "there is no such pet", "see perch pets list")));
    }

    /** Says in passing what takes time. */
    void progress(String what) {
        err.println("perch: " + what + " …");
        err.flush();
    }

    /** Which servers are believed to be who they say. */
    SSLContext trust() throws NoSuchAlgorithmException {
        return SSLContext.getDefault();
    }

    /** Standard input. */
    InputStream in() {
        return System.in;
    }

    /** What the user chose among them. */
    LibraryMemory memory() {
        return new LibraryMemory(folders.state().resolve("library.json"));
    }

    /** Where installed pets go. */
    Path ownPets() {
        return folders.data().resolve("pets");
    }

    private List<PetDiscoverySource> places() {
        Settings settings = settings();
        Path home = Path.of(System.getProperty("user.home"));
        return new PetPlaces(home, ownPets(), folders.codexPets(), folders.config())
                .sources(System.getenv(), settings.words(Setting.DISCOVERY_SOURCES));
    }

    /** The book of what imports said. */
    VerdictBook verdicts() {
        return new VerdictBook(folders.cache().resolve("library.json"), Perch.Version.word());
    }

    /** What a running companion chooses from. */
    PetShelf shelf() throws IOException {
        SettingsFile settings = new SettingsFile(folders.config());
        int width = (Integer) settings.look().settings().value(Setting.WIDTH);
        return new PetShelf(
                library(),
                loader(),
                verdicts(),
                memory(),
                width,
                () -> settings.look().settings().word(Setting.PET));
    }

    /** Says of pets whether they can be opened. */
    PetInspector inspector(VerdictBook book) throws IOException {
        int width = (Integer) settings().value(Setting.WIDTH);
        return new PetInspector(loader(), book, width);
    }

    /** Reads what an author has, in the formats of plugins too. */
    ArtReader artReader() throws IOException {
        return new ArtReader(codecs(), PackageLimits.standard(), formats());
    }

    /** Prints a line of the result. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints a line beside the result. */
    void note(Problem problem) {
        err.println("perch: " + problem.sentence());
        err.flush();
    }

    /**
     * Opens the pet that the user named, or Perch's own.
     *
     * @param wantedCellWidth how wide a cell will be drawn; 0 for the sheet's own size
     */
    LoadedPet open(@Nullable String word, int wantedCellWidth) throws ProblemException, IOException {
        PackageSource source = word == null ? pets().byDefault() : pets().find(word);
        PackageReport report = loader().load(source, wantedCellWidth);
        if (report instanceof PackageReport.Opened opened) {
            opened.problems().forEach(this::note);
            return LoadedPet.read(opened.pet());
        }
        report.problems().subList(1, report.problems().size()).forEach(this::note);
        throw new ProblemException(report.problems().get(0));
    }

    /** The fonts for bubbles: Perch's own alone, so that pictures are the same everywhere, then the system's for the rest. */
    FontStack fonts() {
        return UiFonts.withSystem(
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                Locale.getDefault(),
                this::note);
    }

    /** Writes a picture and says where. */
    void writePng(RasterImage picture, Path file) throws IOException, ProblemException {
        write(file, out -> PngWriter.write(picture, out));
    }

    /** Writes a file whole or not at all, and says where. */
    void write(Path file, Content content) throws IOException, ProblemException {
        Path whole = file.toAbsolutePath();
        if (Files.isDirectory(whole)) {
            throw new ProblemException(Problem.error(file.toString(), "is a folder", "name a file to write"));
        }
        Files.createDirectories(whole.getParent());
        Path part = whole.resolveSibling(
                "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        say(whole.toString());
    }

    /** Something that can be written to a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The child process in which images are decoded and encoded. */
    static DecodeProcess codecs() throws IOException {
        return DecodeProcess.ofThisJvm(codecFolder(), PackageLimits.standard());
    }

    /** Opens packages, each decoded once. */
    PackageLoader loader() throws IOException {
        return new PackageLoader(store(), codecs(), PackageLimits.standard(), formats());
    }

    /** The formats that pets may be in. */
    List<CompatiblePetPackageAdapter> formats() {
        return Registration.values(plugins().packageAdapters());
    }

    /** Where imported pets are kept: in the user's cache, or where that cannot be written, in a folder for this run alone. */
    private Path store() throws IOException {
        Path usual = folders.cache().resolve("packages");
        try {
            Files.createDirectories(usual);
            if (Files.isWritable(usual)) {
                return usual;
            }
        } catch (IOException unmade) {
            // told below
        }
        if (instead == null) {
            instead = Files.createTempDirectory("perch-packages");
            note(Problem.warning(
                    usual.toString(),
                    "cannot be written, so imported pets are kept for this run only",
                    "make it writable"));
        }
        return instead;
    }

    private static Path codecFolder() {
        String folder = System.getProperty("perch.decode");
        return folder != null ? Path.of(folder) : Path.of(System.getProperty("perch.dist", "target/dist"), "decode");
    }
}
