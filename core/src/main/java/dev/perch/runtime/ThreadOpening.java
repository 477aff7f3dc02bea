package dev.perch.runtime;

import dev.perch.action.ActionOutcome;
import dev.perch.action.Effect;
import dev.perch.model.ActionSpec;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns effects about threads into those that a desktop can carry out: a {@code codex://} link, or the user's own opener. Links
 * are put together here from checked parts, never taken from a package.
 */
final class ThreadOpening {
    private static final Pattern THREAD_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** What a terminal and Codex in it need to know of the user's session. */
    private static final List<String> SESSION = List.of(
            "CODEX_HOME",
            "DBUS_SESSION_BUS_ADDRESS",
            "DISPLAY",
            "HOME",
            "LANG",
            "PATH",
            "SHELL",
            "WAYLAND_DISPLAY",
            "XAUTHORITY",
            "XDG_CONFIG_HOME",
            "XDG_RUNTIME_DIR");

    /** What follows is filled in as the prompt and not sent; that is what this link means to Codex. */
    private static final String NEW = "codex://threads/new?prompt=";

    private final ThreadDoor threads;
    private final DesktopDoor desktop;
    private final List<String> opener;

    ThreadOpening(ThreadDoor threads, DesktopDoor desktop, List<String> opener) {
        this.threads = threads;
        this.desktop = desktop;
        this.opener = opener;
    }

    ActionOutcome perform(Effect effect) {
        if (effect instanceof Effect.ShowThread show) {
            return show(show);
        }
        if (effect instanceof Effect.BeginThread begin) {
            return threads.begin(begin).orElseGet(() -> desktop.perform(new Effect.OpenLink(link(begin), false)));
        }
        if (effect instanceof Effect.UseSkill skill) {
            return threads.use(skill).orElseGet(() -> use(skill));
        }
        return desktop.perform(effect);
    }

    private ActionOutcome show(Effect.ShowThread show) {
        boolean chosen = show.which() == Which.CHOSEN;
        Optional<String> id = chosen ? Optional.of(show.thread()) : threads.find(show.which());
        if (id.isEmpty() || !THREAD_ID.matcher(id.get()).matches()) {
            return failed("thread", "no " + show.which().word() + " Codex thread is known", "start one in Codex");
        }
        ActionOutcome opened = desktop.perform(new Effect.OpenLink("codex://threads/" + id.get(), false));
        if (opened instanceof ActionOutcome.Done || opener.isEmpty()) {
            return opened;
        }
        List<String> argv = new ArrayList<>();
        opener.forEach(word -> argv.add(word.equals("{threadId}") ? id.get() : word));
        return desktop.perform(new Effect.Run("openThread", argv, null, SESSION, 0));
    }

    private ActionOutcome use(Effect.UseSkill skill) {
        return skill.which() == ActionSpec.OpenThread.Which.NEW
                ? desktop.perform(new Effect.OpenLink(NEW + escaped(skill.filledIn()), false))
                : failed(
                        "skill " + skill.skill(),
                        "Codex fills a prompt into new threads alone",
                        "have the pet's author write \"which\": \"new\"");
    }

    private static String link(Effect.BeginThread begin) {
        return NEW + escaped(begin.filledIn()) + "&path="
                + escaped(begin.folder().toString());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ActionOutcome failed(String where, String what, String remedy) {
        return new ActionOutcome.Failed(Problem.error(where, what, remedy));
    }
}
