package dev.perch.tools;

import dev.perch.model.MotionChoice;
import dev.perch.model.PetsChoice;
import dev.perch.model.PlaybackPolicy.Settle;
import dev.perch.model.QuietLevel;
import dev.perch.model.ThemeChoice;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.QuitSignals;
import dev.perch.settings.Settings;
import dev.perch.settings.SettingsFile;
import dev.perch.text.VisibleText;
import dev.perch.tools.sheets.Filter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** The command {@code perch}. With no subcommand it runs the companion. */
@Command(
        name = "perch",
        mixinStandardHelpOptions = true,
        versionProvider = Perch.Version.class,
        header = {"An animated companion that shows what your coding agents are doing.", ""},
        description = {
            "With no command, Perch opens its own pet on the demo session; with no display it renders that session to a"
                    + " picture and says where."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something failed on this machine",
            "2:bad input; one sentence says what to do",
            "3:no display answers",
            "4:the display gives no OpenGL",
            "5:the display went away",
            "6:no companion runs that the command could reach",
            "7 to 11:see perch send --help"
        },
        footer = {
            "",
            "Each command explains itself: perch COMMAND --help",
            "./perch bench measures Perch; see docs/bench.md."
        })
public class Perch {
    private static final int MOST_POINTS = 300;

    private final Consumer<Runnable> onQuit;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        QuitSignals signals = QuitSignals.listening();
        int exitCode = commandLine(signals::onQuit, arguments).execute(arguments);
        signals.end(exitCode);
        System.exit(exitCode);
    }

    /**
     * The command line, ready to execute: for tests too.
     *
     * @param onQuit is given what the system's wish that the program end is to run
     */
    static CommandLine commandLine(Consumer<Runnable> onQuit) {
        return commandLine(new Itself(onQuit), commands());
    }

    /** With nothing in it that cannot be meant: to look at all of it would hold up a companion's first picture. */
    private static CommandLine commandLine(Consumer<Runnable> onQuit, String... arguments) {
        if (arguments.length == 0) {
            return commandLine(new Itself(onQuit), List.of());
        }
        return arguments[0].equals("run")
                ? commandLine(new Perch(onQuit), List.of(RunCommand.class))
                : commandLine(onQuit);
    }

    private static List<Class<?>> commands() {
        return List.of(
                HelpCommand.class,
                RunCommand.class,
                RenderCommand.class,
                RecordCommand.class,
                ConfigCommand.class,
                PluginCommand.class,
                PetsCommand.class,
                StatusCommand.class,
                EventsCommand.class,
                SendCommand.class,
                SnapshotCommand.class,
                ClientCommand.class,
                IngressCommand.class,
                WakeCommand.class,
                MenuCommand.class,
                TuckCommand.class,
                RescueCommand.class,
                QuitCommand.class,
                DoctorCommand.class,
                HooksCommand.class,
                PackCommand.class,
                UnpackCommand.class,
                ValidateCommand.class,
                PreviewCommand.class,
                ConvertCommand.class,
                NewCommand.class,
                WatchCommand.class,
                PermissionsCommand.class,
                AuditCommand.class,
                ConformanceCommand.class,
                DrawPetsCommand.class,
                WarmUpCommand.class);
    }

    private static CommandLine commandLine(Perch root, List<Class<?>> commands) {
        CommandLine perch = new CommandLine(root);
        commands.forEach(perch::addSubcommand);
        return perch.registerConverter(Ground.class, new Words<>(Ground.class))
                .registerConverter(Filter.class, new Words<>(Filter.class))
                .registerConverter(PackOptions.Format.class, new Words<>(PackOptions.Format.class))
                .registerConverter(Settle.class, new Words<>(Settle.class))
                .registerConverter(ThemeChoice.class, new Words<>(ThemeChoice.class))
                .registerConverter(MotionChoice.class, new Words<>(MotionChoice.class))
                .registerConverter(QuietLevel.class, new Words<>(QuietLevel.class))
                .registerConverter(PetsChoice.class, new Words<>(PetsChoice.class))
                .setParameterExceptionHandler(Perch::explainWords)
                .setExecutionStrategy(Perch::execute)
                .setDefaultValueProvider(new SettingsDefaults(Perch::settings))
                .setUsageHelpAutoWidth(true)
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(Perch::explain);
    }

    private Perch(Consumer<Runnable> onQuit) {
        this.onQuit = onQuit;
    }

    private static Settings settings() {
        return new SettingsFile(Workbench.userFolders().config()).look().settings();
    }

    Consumer<Runnable> onQuit() {
        return onQuit;
    }

    private static int execute(CommandLine.ParseResult parsed) {
        try {
            TypedOptions.refuseBeforeCommand(parsed);
        } catch (ProblemException bad) {
            return explain(bad, parsed.commandSpec().commandLine(), parsed);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int explainWords(CommandLine.ParameterException fault, String[] words) {
        CommandLine command = fault.getCommandLine();
        String said = VisibleText.shown(
                String.valueOf(fault.getMessage()).replaceFirst("^Error: ", "").replaceAll("\\s+", " "), MOST_POINTS);
        command.getErr()
                .println("perch: " + said + "; see " + command.getCommandSpec().qualifiedName() + " --help.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int explain(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        Explanation explanation = Explanation.of(fault);
        command.getErr().println("perch: " + explanation.sentence());
        return explanation.exitCode();
    }

    /** The command with no further one: the companion. */
    private static final class Itself extends Perch implements Callable<Integer> {
        @Mixin
        private RunOptions options = new RunOptions();

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        private Itself(Consumer<Runnable> onQuit) {
            super(onQuit);
        }

        @Override
        public Integer call() throws Exception {
            return options.run(Workbench.of(spec));
        }
    }

    /** Says which build this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Perch " + word()};
        }

        static String word() {
            String version = Perch.class.getPackage().getImplementationVersion();
            return version == null ? "(unpackaged)" : version;
        }
    }
}
