package dev.perch.tools;

import dev.perch.runtime.LoopMeter;
import dev.perch.tools.cost.LoopFigures;
import dev.perch.tools.cost.MeteredProcess;
import java.io.IOException;
import java.io.InputStream;

/** Answers each line of a stream with what a loop has done; whoever measures asks, so that nobody wakes up in between. */
final class MeterAnswers {
    private MeterAnswers() {}

    /** @param tuck done when {@link MeteredProcess#TUCK} is read */
    static void start(LoopMeter loop, InputStream questions, Runnable tuck, Workbench bench) {
        Thread thread = new Thread(() -> answer(loop, questions, tuck, bench), "perch-meter");
        thread.setDaemon(true);
        thread.start();
    }

    private static void answer(LoopMeter loop, InputStream questions, Runnable tuck, Workbench bench) {
        boolean bytes = false;
        try {
            for (int read = questions.read(); read >= 0; read = questions.read()) {
                if (read == '\n') {
                    bench.say(LoopFigures.of(loop, bytes).line());
                } else if (read == MeteredProcess.TUCK) {
                    tuck.run();
                } else if (read == MeteredProcess.BYTES) {
                    bytes = true;
                }
            }
        } catch (IOException gone) {
            bench.say("nobody asks any more: " + gone.getMessage());
        }
    }
}
