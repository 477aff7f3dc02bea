package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.MotionChoice;
import dev.perch.model.PlaybackPolicy;
import dev.perch.model.PlaybackPolicy.Settle;
import dev.perch.model.Problem;
import dev.perch.model.ThemeChoice;
import dev.perch.runtime.Companion;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.SystemClock;
import dev.perch.settings.Setting;
import dev.perch.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class FollowedSettingsTest {
    @TempDir
    private Path folder;

    private final List<Problem> notes = new ArrayList<>();
    private final Companion companion = new Companion(
            RuntimeConfig.DEFAULT,
            width -> {
                throw new IOException("no pet is opened here");
            },
            new SystemClock(),
            notes::add);

    @AfterEach
    void close() {
        companion.close();
        assertEquals(List.of(), notes);
    }

    @Test
    void whatWasTypedCountsAtTheStart() throws Exception {
        assertEquals(200, started("{\"width\": 112}", "--width", "200").config().petWidth());
    }

    @Test
    void aChoiceInTheMenuCountsMoreThanWhatWasTypedAndIsKept() throws Exception {
        FollowedSettings settings = started("{\"width\": 160}", "--width=200", "--reduced-motion");
        settings.choose(companion, Setting.WIDTH, 160);
        settings.choose(companion, Setting.REDUCED_MOTION, "off");
        assertEquals(160, settings.config().petWidth());
        assertEquals(MotionChoice.OFF, settings.config().reducedMotion());
        assertEquals("off", new SettingsFile(folder).look().settings().word(Setting.REDUCED_MOTION));
    }

    @Test
    void anEditOfTheFileChangesWhatItIsAboutAndLeavesTheRestAsItWasTyped() throws Exception {
        FollowedSettings settings = started("{\"width\": 160}", "--width=200", "--reduced-motion");
        edit(settings, "{\"width\": 160, \"theme\": \"high-contrast\"}");
        assertEquals(ThemeChoice.HIGH_CONTRAST, settings.config().theme());
        assertEquals(200, settings.config().petWidth());
        edit(
                settings,
                "{\"width\": 112, \"theme\": \"high-contrast\", \"idleSlowdown\": 3, \"settle\": \"while-active\"}");
        assertEquals(112, settings.config().petWidth());
        assertEquals(
                new PlaybackPolicy(Settle.WHILE_ACTIVE, PlaybackPolicy.DEFAULT.passes(), 3),
                settings.config().playback());
        assertEquals(MotionChoice.ON, settings.config().reducedMotion());
    }

    @Test
    void aPluginsWidthHoldsWhereTheUserHasSetNone() throws Exception {
        write("{}");
        SettingsFile file = new SettingsFile(folder);
        FollowedSettings settings = new FollowedSettings(notes::add, file, file.load());
        assertEquals(100, settings.config(new LookOptions(), 100).petWidth());
        edit(settings, "{\"width\": 160}");
        assertEquals(160, settings.config().petWidth());
        edit(settings, "{}");
        assertEquals(100, settings.config().petWidth());
    }

    /** The notes stay empty: nobody is asked to start the pet again for what it does already. */
    @Test
    void whatIsKeptBecauseItHoldsAlreadyIsNoNews() throws Exception {
        FollowedSettings settings = started("{}");
        settings.keep(Setting.INGRESS, "on");
        settings.changed(new SettingsFile(folder).look(), companion);
        assertEquals("on", new SettingsFile(folder).look().settings().word(Setting.INGRESS));
    }

    private void edit(FollowedSettings settings, String file) throws IOException {
        write(file);
        settings.changed(new SettingsFile(folder).look(), companion);
    }

    private void write(String file) throws IOException {
        Files.writeString(folder.resolve(SettingsFile.NAME), file);
    }

    private FollowedSettings started(String file, String... typed) throws Exception {
        write(file);
        SettingsFile settings = new SettingsFile(folder);
        FollowedSettings followed = new FollowedSettings(notes::add, settings, settings.load());
        LookOptions look = new LookOptions();
        new CommandLine(look).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(typed);
        followed.config(look, 112);
        return followed;
    }
}
