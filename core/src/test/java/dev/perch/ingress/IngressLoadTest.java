package dev.perch.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.client.ClientKey;
import dev.perch.client.ClientLine;
import dev.perch.client.GuestBook;
import dev.perch.client.Rights;
import dev.perch.client.Scope;
import dev.perch.json.RpcCall;
import dev.perch.local.LocalLine;
import dev.perch.local.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight programs put snapshots at their own pace, however late the answers come, while fifty more fill their sockets and never
 * read: the companion, in a process of its own, shows the last state of each and stays as it was.
 */
final class IngressLoadTest {
    private static final int CLIENTS = 8;
    private static final int SILENT = 50;
    private static final int PER_SECOND = 10_000;
    private static final int BURST = 10;
    private static final long BURST_NANOS = 1_000_000_000L * BURST * CLIENTS / PER_SECOND;

    /** The answers to these fill a socket that nobody reads: Linux holds some three hundred of them. */
    private static final byte[] MANY_PINGS = new String(RpcCall.request(1, "ping", Map.of()), StandardCharsets.UTF_8)
            .repeat(1_000)
            .getBytes(StandardCharsets.UTF_8);

    /** What a program that reads its answers may have to wait for half of them, on a machine that is busy with other things. */
    private static final double MOST_WAIT_MILLIS = 50;

    /** What the process may have grown by since it was warm: what its heap takes of the system between two collections. */
    private static final long MOST_GROWTH_KIB = 16 * 1024;

    @TempDir
    private Path home;

    private final AtomicInteger filled = new AtomicInteger();
    private final AtomicInteger hungUpOn = new AtomicInteger();
    private volatile boolean over;

    @Test
    void threeSecondsOfTenThousandSnapshotsEachEndWithTheLastState() throws Exception {
        load(3);
    }

    @Test
    @Tag("long")
    void aMinuteOfTenThousandSnapshotsASecondEndsWithTheLastStateAndFlatMemory() throws Exception {
        double half = load(60);
        assertTrue(half < MOST_WAIT_MILLIS, half + " ms");
        assertTrue(hungUpOn.get() > 0, "nobody was hung up on for reading nothing");
    }

    /** @return what half of the answers came within, in milliseconds */
    private double load(int seconds) throws Exception {
        int each = PER_SECOND / CLIENTS * seconds;
        ExecutorService threads = Executors.newCachedThreadPool();
        try (LoadedCompanion companion = new LoadedCompanion(home)) {
            List<LocalLine> healthy = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                healthy.add(introduced(companion.folder(), register(companion.folder(), "client-" + i)));
            }
            List<ClientKey> silent = new ArrayList<>();
            for (int i = 0; i < SILENT; i += GuestBook.MOST_EACH) {
                silent.add(register(companion.folder(), "silent-" + i));
            }
            int files = companion.openFiles() - CLIENTS;
            for (int i = 0; i < SILENT; i++) {
                ClientKey key = silent.get(i / GuestBook.MOST_EACH);
                threads.execute(() -> fillAgainAndAgain(companion.folder(), key));
            }
            CountDownLatch warm = new CountDownLatch(CLIENTS);
            long begin = System.nanoTime();
            List<Future<LongStream>> fed = new ArrayList<>();
            for (LocalLine line : healthy) {
                fed.add(threads.submit(() -> feed(line, begin, each, warm)));
            }
            warm.await();
            long warmKib = companion.residentKib();
            LongStream waits = LongStream.empty();
            for (Future<LongStream> one : fed) {
                waits = LongStream.concat(waits, one.get());
            }
            double took = (System.nanoTime() - begin) / 1e9;
            long[] sorted = waits.sorted().toArray();
            long grownKib = companion.residentKib() - warmKib;
            hangUp(threads, healthy);
            companion.awaitFiles(files);
            List<String> told = companion.end();
            double half = sorted[sorted.length / 2] / 1e6;
            System.out.printf(
                    "%d snapshots in %.1f s: answered after %.1f ms (p50), %.1f ms (p99), %.1f ms (most); shown after %s;"
                            + " %d sockets filled, %d of them hung up on; memory %d KiB %+d; %d files open, as before%n",
                    sorted.length,
                    took,
                    half,
                    sorted[sorted.length - sorted.length / 100] / 1e6,
                    sorted[sorted.length - 1] / 1e6,
                    told.get(told.size() - 1),
                    filled.get(),
                    hungUpOn.get(),
                    warmKib,
                    grownKib,
                    files);
            for (int i = 0; i < CLIENTS; i++) {
                assertTrue(told.contains("client-" + i + ".main " + (each - 1)), told.toString());
            }
            assertEquals(CLIENTS * each, sorted.length);
            assertTrue(filled.get() > 0, "no socket was ever full");
            assertTrue(grownKib < MOST_GROWTH_KIB, grownKib + " KiB");
            return half;
        } finally {
            over = true;
            threads.shutdownNow();
        }
    }

    private void hangUp(ExecutorService threads, List<LocalLine> healthy) throws Exception {
        over = true;
        threads.shutdownNow();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS), "they still fill sockets");
        for (LocalLine line : healthy) {
            line.close();
        }
    }

    private static ClientKey register(RunFolder folder, String name) throws Exception {
        try (ClientLine stranger =
                ClientLine.connect(folder, IngressServer.SOCKET).orElseThrow()) {
            return stranger.register(name, Rights.of(Set.of(Scope.SNAPSHOT_WRITE)), 90, code -> {});
        }
    }

    private static LocalLine introduced(RunFolder folder, ClientKey key) throws Exception {
        LocalLine line = LocalLine.connect(folder, IngressServer.SOCKET, IngressLimits.FRAME_BYTES)
                .orElseThrow();
        new ClientLine(line).introduce(key, new SecureRandom());
        return line;
    }

    /** A burst each time it is due. @return how long after the moment at which it was due each snapshot was answered */
    private static LongStream feed(LocalLine line, long begin, int count, CountDownLatch warm) throws IOException {
        long[] waits = new long[count];
        for (int i = 0; i < count; i += BURST) {
            long due = begin + i / BURST * BURST_NANOS;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            ByteArrayOutputStream burst = new ByteArrayOutputStream();
            for (int number = i; number < i + BURST; number++) {
                burst.writeBytes(snapshot(number, due));
            }
            line.say(burst.toByteArray());
            for (int number = i; number < i + BURST; number++) {
                byte[] answer = line.hear();
                assertTrue(answer != null, "hung up on");
                String told = new String(answer, StandardCharsets.UTF_8);
                assertTrue(told.contains("\"applied\":true,\"lastSeq\":" + number), told);
                waits[number] = System.nanoTime() - due;
            }
            if (i == count / 6 / BURST * BURST) {
                warm.countDown();
            }
        }
        return LongStream.of(waits);
    }

    private static byte[] snapshot(int number, long sent) {
        return RpcCall.request(
                number,
                "snapshot/put",
                Map.of(
                        "seq",
                        number,
                        "epoch",
                        "e",
                        "snapshot",
                        Map.of(
                                "state",
                                number % 2 == 0 ? "running" : "review",
                                "title",
                                String.valueOf(number),
                                "metadata",
                                Map.of("sent", sent))));
    }

    private void fillAgainAndAgain(RunFolder folder, ClientKey key) {
        while (!over) {
            try (LocalLine line = introduced(folder, key)) {
                line.say(MANY_PINGS);
                filled.incrementAndGet();
                sayUntilHungUpOn(line);
            } catch (Exception noRoom) {
                LockSupport.parkNanos(1_000_000_000L);
            }
        }
    }

    private void sayUntilHungUpOn(LocalLine line) {
        try {
            while (!over) {
                line.say(RpcCall.request(2, "ping", Map.of()));
                LockSupport.parkNanos(1_000_000_000L);
            }
        } catch (IOException hungUp) {
            hungUpOn.incrementAndGet();
        }
    }
}
