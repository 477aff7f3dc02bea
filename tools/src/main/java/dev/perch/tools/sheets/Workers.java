package dev.perch.tools.sheets;

import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same to many things at once, with an outcome that does not depend on who was faster. */
final class Workers {
    /** Enough for pictures, which are bound by memory soon. */
    private static final int MOST = 8;

    private Workers() {}

    /** Something to do to one thing. */
    interface Job<T, R> {
        R run(T thing) throws ProblemException, IOException, InterruptedException;
    }

    /** The outcomes in the order of the things; of several faults the first in that order. */
    static <T, R> List<R> each(List<T> things, Job<T, R> job)
            throws ProblemException, IOException, InterruptedException {
        int threads = Math.min(Math.min(MOST, Runtime.getRuntime().availableProcessors()), things.size());
        if (threads < 2) {
            List<R> outcomes = new ArrayList<>();
            for (T thing : things) {
                outcomes.add(job.run(thing));
            }
            return outcomes;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::daemon);
        try {
            List<Future<R>> futures = new ArrayList<>();
            for (T thing : things) {
                futures.add(pool.submit(() -> job.run(thing)));
            }
            List<R> outcomes = new ArrayList<>();
            for (Future<R> future : futures) {
                outcomes.add(outcome(future));
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sheets");
        thread.setDaemon(true);
        return thread;
    }

    private static <R> R outcome(Future<R> future) throws ProblemException, IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof ProblemException problem) {
                throw problem;
            }
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(cause);
        }
    }
}
