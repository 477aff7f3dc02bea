package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.ingress.IngressPorts;
import dev.perch.render.RasterTextures;
import dev.perch.testkit.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the pet's bubble says while other programs ask for something. */
final class ClientQuestionsTest {
    private static final String BUBBLE = "\u201crobot\u201d asks to reach Codex";

    private final FakeClock clock = new FakeClock();
    private final HostQuestions questions = new HostQuestions(clock::nanos);
    private final HostPanel panel = new HostPanel(questions);
    private final List<Boolean> answers = new ArrayList<>();

    @Test
    void theBubbleGoesWhenItsQuestionIsOnTheScreen() {
        try (Companion companion =
                new Companion(RuntimeConfig.DEFAULT, width -> StagedPet.pet(), clock, problem -> {})) {
            ClientQuestions asked = new ClientQuestions(companion, questions);
            PetRuntime pet = companion
                    .home()
                    .open(Stage.of(RuntimeConfig.DEFAULT.petWidth(), 1), new RasterTextures(), StagedPet.pet());
            assertTrue(ask(asked));
            assertEquals(BUBBLE, said(pet));
            panel.open();
            panel.text();
            assertEquals("", said(pet));
            answerFirst();

            ask(asked);
            ask(asked);
            panel.open();
            panel.text();
            assertEquals(BUBBLE, said(pet), "the other question still waits");
            answerFirst();
            panel.text();
            assertEquals("", said(pet));
            pet.close();
        }
    }

    @Test
    void whatIsNotAskedIsNotSaid() {
        try (Companion companion =
                new Companion(RuntimeConfig.DEFAULT, width -> StagedPet.pet(), clock, problem -> {})) {
            ClientQuestions asked = new ClientQuestions(companion, questions);
            for (int i = 0; i < 4; i++) {
                questions.ask(new HostQuestions.Question("one", List.of(), "Yes", () -> true, answers::add));
            }
            PetRuntime pet = companion
                    .home()
                    .open(Stage.of(RuntimeConfig.DEFAULT.petWidth(), 1), new RasterTextures(), StagedPet.pet());
            assertFalse(ask(asked));
            assertEquals("", said(pet));
            pet.close();
        }
    }

    private boolean ask(ClientQuestions asked) {
        return asked.ask(new IngressPorts.Wish("robot", "turn/start", "t", "hello", false), () -> true, answers::add);
    }

    private void answerFirst() {
        HostQuestions.Question first = questions.first();
        assertNotNull(first);
        questions.answer(first, true, clock.nanos());
    }

    private String said(PetRuntime pet) {
        clock.advance(Duration.ofMillis(10));
        pet.step(clock.nanos());
        return pet.bubbleTitle();
    }
}
