package dev.perch.bench;

import dev.perch.ecs.Stage;
import dev.perch.render.RasterImage;
import dev.perch.render.film.PngWriter;
import dev.perch.tools.cost.MeteredProcess;
import dev.perch.tools.cost.PerchProcess;
import dev.perch.tools.cost.Scenario;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The programs that are compared, with the JVM and its options as {@code ./perch} starts them. */
final class Subjects {
    /** Of the bare window: as many pixels as a v2 sheet has. */
    private static final int SHEET_WIDTH = 1536;

    private static final int SHEET_HEIGHT = 2288;

    private static final Stage STAGE = Stage.of(112, 1);

    private final TestDisplay display;
    private final Path folder;
    private final Path sheet;

    Subjects(TestDisplay display, Path folder) throws IOException {
        this.display = display;
        this.folder = folder;
        sheet = folder.resolve("sheet.png");
        RasterImage image = new RasterImage(SHEET_WIDTH, SHEET_HEIGHT);
        for (int i = 0; i < image.pixels().length; i++) {
            image.pixels()[i] = i % 97 < 60 ? 0xff000000 | i : 0;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(sheet))) {
            PngWriter.write(image, out);
        }
    }

    /** Perch itself, in a scenario. */
    MeteredProcess perch(Scenario scenario, boolean archive) throws IOException {
        return PerchProcess.start(scenario, state(), archive, display.environment());
    }

    /** The file that feeds Perch. */
    Path state() {
        return folder.resolve("state.json");
    }

    /** A bare LibGDX window, with no archive: nobody makes one for it. */
    MeteredProcess bare() throws IOException {
        List<String> command = PerchProcess.java(false);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareWindow.class.getName()));
        command.addAll(List.of(sheet.toString(), Integer.toString(STAGE.width), Integer.toString(STAGE.height)));
        return MeteredProcess.start(command, display.environment());
    }
}
