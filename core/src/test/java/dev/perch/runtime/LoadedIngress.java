package dev.perch.runtime;

import dev.perch.ecs.Arrivals;
import dev.perch.ecs.Stage;
import dev.perch.ingress.IngressLimits;
import dev.perch.local.RunFolder;
import dev.perch.model.SessionProjection;
import dev.perch.model.SourceRank;
import dev.perch.render.RasterBatch;
import dev.perch.render.RasterImage;
import dev.perch.render.RasterTextures;
import dev.perch.testkit.OpenIngress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A companion with no window whose ingress is on: what clients put goes through host and inbox to a pet that is stepped, and
 * drawn where its picture changed, 60 times a second. The argument is an empty folder. When a line comes in, it says which
 * title each session was shown with last, and how old that was when it was shown, and ends.
 *
 * <p>Snapshots carry the time of their sending, by this machine's one clock, as {@code metadata.sent}.
 */
public final class LoadedIngress {
    private static final long FRAME_NANOS = 1_000_000_000L / 60;
    private static final int MOST_MILLIS = 10_000;

    private final Inbox<Arrivals.Event> inbox = new Inbox<>(() -> {});
    private final Map<String, String> titles = new HashMap<>();
    private final int[] ages = new int[MOST_MILLIS];
    private int shown;

    private LoadedIngress() {}

    public static void main(String[] arguments) throws Exception {
        new LoadedIngress().serve(Path.of(arguments[0]));
    }

    private void serve(Path home) throws Exception {
        ClientSnapshots clients = new ClientSnapshots();
        try (SourceHost sources = new SourceHost(new SystemClock(), inbox::offerSnapshot, () -> {});
                OpenIngress unused = new OpenIngress(
                        RunFolder.open(null, home.resolve("run")),
                        home.resolve("state"),
                        (call, then) -> {},
                        IngressLimits.STANDARD,
                        Set.of(),
                        clients::put)) {
            sources.start(SourceRank.INGRESS, clients);
            System.out.println("open");
            show();
            titles.forEach((session, title) -> System.out.println(session + " " + title));
            System.out.printf("%d ms (p50), %d ms (p99), %d ms (most)%n", age(0.5), age(0.99), age(1));
        }
    }

    private void show() throws IOException {
        Stage stage = Stage.of(112, 1);
        RasterBatch batch = new RasterBatch(new RasterImage(stage.width, stage.height));
        try (PetRuntime pet = new PetRuntime(
                RuntimeConfig.DEFAULT,
                stage,
                new InboxArrivals(inbox),
                new RasterTextures(),
                UiFonts.bundled(),
                System.nanoTime())) {
            pet.show(StagedPet.pet(), System.nanoTime());
            while (System.in.available() == 0) {
                if (pet.step(System.nanoTime())) {
                    pet.draw(batch);
                }
                pet.onShow().sessions().forEach(this::note);
                LockSupport.parkNanos(FRAME_NANOS);
            }
            pet.step(System.nanoTime());
            pet.onShow().sessions().forEach(this::note);
        }
    }

    private void note(SessionProjection session) {
        if (!session.title().equals(titles.put(session.session().id(), session.title()))
                && session.metadata().get("sent") instanceof Long sent) {
            long millis = (System.nanoTime() - sent) / 1_000_000;
            ages[(int) Math.min(millis, MOST_MILLIS - 1)]++;
            shown++;
        }
    }

    private int age(double part) {
        int count = 0;
        int millis = 0;
        while (millis < MOST_MILLIS - 1 && count + ages[millis] < part * shown) {
            count += ages[millis++];
        }
        return millis;
    }
}
