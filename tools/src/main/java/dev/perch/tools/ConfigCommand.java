package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.settings.Kind;
import dev.perch.settings.Setting;
import dev.perch.settings.Settings;
import dev.perch.settings.SettingsFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch config}. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        header = {"Says what can be set, and sets it.", ""},
        description = {
            "With no words it explains each setting and says where the file is; the file is plain JSON, to be edited as"
                    + " you like. Options of a command win over it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  perch config",
            "  perch config theme dark",
            "  perch config sources file:a.json demo",
            "  perch config petFor ~/web=axo ~/api=pip"
        })
final class ConfigCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SETTING", description = "What to set.")
    private @Nullable String key;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "VALUE", description = "What to set it to.")
    private List<String> values = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ProblemException, IOException {
        Workbench bench = Workbench.of(spec);
        SettingsFile file = new SettingsFile(bench.folders().config());
        if (key != null) {
            set(file, key);
        }
        SettingsFile.Content content = file.look();
        content.problems().forEach(bench::note);
        bench.say(file.path().toString());
        for (Setting setting : Setting.values()) {
            if (key == null || setting.key().equals(key)) {
                explain(bench, setting, content.settings());
            }
        }
        return 0;
    }

    private void set(SettingsFile file, String name) throws ProblemException, IOException {
        Setting setting = Setting.of(name)
                .orElseThrow(() -> new ProblemException(
                        Problem.error("config", "there is no such setting", "see perch config for those there are")));
        if (values.isEmpty()) {
            return;
        }
        if (!file.look().sound()) {
            throw new ProblemException(file.look().problems().get(0));
        }
        Object value = value(setting);
        if (!setting.kind().takes(value)) {
            throw new ProblemException(Problem.error(
                    "config",
                    setting.key() + " does not take that",
                    "give it " + setting.kind().says()));
        }
        file.set(setting, value);
    }

    private Object value(Setting setting) {
        if (setting.kind() instanceof Kind.Lines) {
            return values;
        }
        if (setting.kind() instanceof Kind.Pairs) {
            return pairs();
        }
        String word = String.join(" ", values);
        try {
            return setting.kind() instanceof Kind.Whole ? (Object) Integer.valueOf(word) : word;
        } catch (NumberFormatException none) {
            return word;
        }
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String value : values) {
            int equals = value.lastIndexOf('=');
            pairs.put(value.substring(0, Math.max(0, equals)), value.substring(equals + 1));
        }
        return pairs;
    }

    private static void explain(Workbench bench, Setting setting, Settings settings) {
        bench.say("");
        bench.say(setting.key() + " = " + settings.word(setting) + (settings.has(setting) ? "" : " (default)"));
        bench.say("    " + setting.meaning());
        bench.say("    Takes " + setting.kind().says() + ". A change counts "
                + (setting.isLive() ? "at once." : "with the next start."));
    }
}
