package dev.perch.runtime;

import dev.perch.action.Effect;
import dev.perch.action.Prompt;
import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import dev.perch.model.PanelText.Line;
import dev.perch.model.PanelText.Tone;
import java.util.ArrayList;
import java.util.List;

/** What a pet's question says: host-written words; the target's lines are the strings that will be carried out. */
final class PromptWords {
    private PromptWords() {}

    static PanelText of(Prompt prompt) {
        List<Line> lines = new ArrayList<>();
        String label = "";
        for (Effect.Part part : prompt.effect().parts()) {
            if (!part.label().equals(label)) {
                label = part.label();
                lines.add(new Line(label, Tone.NOTE));
            }
            lines.add(new Line(part.text(), Tone.TARGET));
        }
        if (prompt.effect() instanceof Effect.ShowThread show) {
            lines.add(new Line(rest(show), Tone.BODY));
        }
        if (prompt.effect() instanceof Effect.OpenLink link && link.page()) {
            lines.add(new Line("on " + link.host(), Tone.BODY));
        }
        for (String warning : prompt.warnings()) {
            lines.add(new Line(warning, Tone.WARNING));
        }
        lines.add(new Line(prompt.source(), Tone.NOTE));
        List<Item> items = new ArrayList<>();
        for (Prompt.Choice choice : prompt.choices()) {
            items.add(Item.of(choice.name(), choice.label()));
        }
        return new PanelText(prompt.who(), lines, items, 0);
    }

    private static String rest(Effect.ShowThread show) {
        return (show.opener().isEmpty() ? "" : "The program is for when nothing opens the link. ")
                + "Allowed for 90 days, it counts for whichever thread is the "
                + show.which().word() + " one then.";
    }
}
