package dev.perch.ecs;

import dev.perch.action.ActionDesk;
import dev.perch.action.ActionRequest;
import dev.perch.action.Prompt;
import dev.perch.model.InputToken;
import java.util.function.Consumer;

/**
 * What gestures may do beyond the pet: the desk where requests go, and the way by which answers come back.
 *
 * @param outcomes takes what became of an effect, on any thread, and returns at once; it comes back as {@link Step#told}
 */
public record Acting(ActionDesk desk, Consumer<Told> outcomes) {
    /** Pets that do their own things and nothing else. */
    public static Acting ofPetsAlone() {
        return new Acting(ActionDesk.ofPetAlone(), told -> {});
    }

    /** Hands in a request. Render thread. */
    public void submit(ActionRequest request, long nowNanos) {
        desk.submit(request, nowNanos, outcome -> outcomes.accept(new Told(request.origin(), outcome)));
    }

    /** Answers the open question. Render thread. @return whether it is closed */
    public boolean answer(Prompt.Choice choice, InputToken token, long nowNanos) {
        Prompt open = desk.prompt();
        return open != null
                && desk.answer(
                        choice,
                        token,
                        nowNanos,
                        outcome -> outcomes.accept(new Told(open.request().origin(), outcome)));
    }
}
