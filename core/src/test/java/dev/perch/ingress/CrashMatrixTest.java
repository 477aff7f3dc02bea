package dev.perch.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ingress.CrashProgram.Point;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are killed (kill -9) in the midst of deliveries: no receipt is lost, nothing is sent twice, nothing is guessed. */
final class CrashMatrixTest {
    private static final Set<DeliveryState> THERE =
            EnumSet.of(DeliveryState.ACCEPTED, DeliveryState.OBSERVED, DeliveryState.COMPLETED);

    @TempDir
    private Path home;

    @TestFactory
    Stream<DynamicTest> killedThreeTimesAtEachPoint() {
        return points(3);
    }

    @TestFactory
    @Tag("long")
    Stream<DynamicTest> killedFiftyTimesAtEachPoint() {
        return points(50);
    }

    private Stream<DynamicTest> points(int kills) {
        return Stream.of(Point.values())
                .filter(point -> point != Point.NOWHERE)
                .map(point -> DynamicTest.dynamicTest(point.name(), () -> kill(point, kills)));
    }

    /** Each program goes on where the one before was killed. */
    private void kill(Point point, int kills) throws Exception {
        Path folder = Files.createDirectory(home.resolve(point.name()));
        Map<String, String> given = new LinkedHashMap<>();
        int orders = 0;
        for (int i = 0; i < kills; i++) {
            orders = runAndKill(folder, point, orders, given);
        }
        int last = orders;
        Deliveries after = CrashProgram.run(folder, Point.NOWHERE, last);
        List<String> delivered = Files.readAllLines(folder.resolve("codex.log"));
        int unknown = 0;
        for (Map.Entry<String, String> receipt : given.entrySet()) {
            Receipt kept = after.get("client", "key-" + receipt.getKey()).orElse(null);
            assertTrue(kept != null, "receipt " + receipt + " is lost");
            assertEquals(receipt.getValue(), kept.id());
        }
        for (int i = 0; i < last + CrashProgram.ORDERS; i++) {
            String thread = "thread-" + i;
            long times = delivered.stream()
                    .filter(line -> line.endsWith(" " + thread))
                    .count();
            assertTrue(times <= 1, thread + " was told " + times + " times");
            Receipt kept = after.get("client", "key-" + i).orElse(null);
            if (kept != null && times == 1) {
                assertTrue(THERE.contains(kept.state()), kept + " was delivered");
            } else if (kept != null) {
                assertEquals(DeliveryState.UNKNOWN, kept.state(), kept.toString());
                unknown++;
            }
        }
        System.out.printf(
                "%s: %d kills, %d receipts, %d delivered, %d said to be unknown%n",
                point, kills, given.size(), delivered.size(), unknown);
    }

    /** @return how many orders were begun so far */
    private static int runAndKill(Path folder, Point point, int orders, Map<String, String> given) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashProgram.class.getName(),
                folder.toString(),
                point.name(),
                String.valueOf(orders));
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            String line = in.readLine();
            while (line != null && line.startsWith("ACK ")) {
                String[] words = line.split(" ", -1);
                given.put(words[1], words[2]);
                line = in.readLine();
            }
            assertEquals("AT", line, point + " is not reached");
        } finally {
            program.destroyForcibly().waitFor();
        }
        return orders + CrashProgram.ORDERS;
    }
}
