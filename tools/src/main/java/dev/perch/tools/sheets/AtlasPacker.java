package dev.perch.tools.sheets;

import dev.perch.pack.Pixels;
import dev.perch.render.film.PngWriter;
import dev.perch.runtime.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a LibGDX atlas of an author's pictures: {@code NAME.atlas} and its pages as PNG. */
public final class AtlasPacker {
    private final AtlasSettings settings;
    private final String name;

    /** @param name of the atlas, the stem of its files */
    public AtlasPacker(AtlasSettings settings, String name) {
        this.settings = settings;
        this.name = name;
    }

    /** The files. */
    public Made pack(Art art) throws ProblemException, IOException, InterruptedException {
        List<Region> regions = regions(art);
        List<Pixels> inks = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Map<Pixels, Integer> known = new LinkedHashMap<>();
        for (Region region : regions) {
            Integer same = settings.alias() ? known.putIfAbsent(region.ink(), inks.size()) : null;
            numbers.add(same == null ? inks.size() : same);
            if (same == null) {
                inks.add(region.ink());
            }
        }
        List<AtlasLayout.Sheet> sheets = new AtlasLayout(settings).lay(inks);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name + ".atlas", text(regions, numbers, sheets).getBytes(StandardCharsets.UTF_8));
        List<byte[]> pages = Workers.each(sheets, sheet -> png(inks, sheet));
        for (int i = 0; i < pages.size(); i++) {
            files.put(pageFile(i), pages.get(i));
        }
        return new Made(files, art.notes());
    }

    private List<Region> regions(Art art) throws ProblemException, IOException, InterruptedException {
        record Job(String state, int index, ArtFrame frame) {}
        List<Job> jobs = new ArrayList<>();
        art.states().forEach((state, frames) -> {
            for (int i = 0; i < frames.size(); i++) {
                jobs.add(new Job(state, i, frames.get(i)));
            }
        });
        return Workers.each(jobs, job -> Region.of(job.state, job.index, job.frame, settings.strip()));
    }

    private byte[] png(List<Pixels> inks, AtlasLayout.Sheet sheet) throws IOException {
        AtlasPage page = new AtlasPage(settings, sheet.width(), sheet.height());
        sheet.places().forEach(place -> page.put(inks.get(place.number()), place.x(), place.y()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.writeRgba(sheet.width(), sheet.height(), page.pixels().rgba(), out);
        return out.toByteArray();
    }

    private String pageFile(int page) {
        return name + (page == 0 ? "" : "-" + (page + 1)) + ".png";
    }

    /** LibGDX's own text format; regions in the order of the art on each page. */
    private String text(List<Region> regions, List<Integer> numbers, List<AtlasLayout.Sheet> sheets) {
        StringBuilder out = new StringBuilder();
        for (int page = 0; page < sheets.size(); page++) {
            AtlasLayout.Sheet sheet = sheets.get(page);
            Map<Integer, AtlasLayout.Place> places = new LinkedHashMap<>();
            sheet.places().forEach(place -> places.put(place.number(), place));
            out.append(page == 0 ? "" : "\n").append(pageFile(page)).append('\n');
            line(out, "size", sheet.width(), sheet.height());
            out.append("filter: Linear, Linear\n");
            if (settings.premultiply()) {
                out.append("pma: true\n");
            }
            for (int i = 0; i < regions.size(); i++) {
                AtlasLayout.Place place = places.get(numbers.get(i));
                if (place != null) {
                    region(out, regions.get(i), place);
                }
            }
        }
        return out.toString();
    }

    private static void region(StringBuilder out, Region region, AtlasLayout.Place place) {
        int width = region.ink().width();
        int height = region.ink().height();
        out.append(region.name()).append('\n');
        line(out, "index", region.index());
        line(out, "bounds", place.x(), place.y(), width, height);
        if (width != region.width() || height != region.height()) {
            line(out, "offsets", region.x(), region.height() - region.y() - height, region.width(), region.height());
        }
        if (region.millis() > 0) {
            line(out, "millis", region.millis());
        }
    }

    private static void line(StringBuilder out, String key, int... numbers) {
        out.append(key).append(':');
        for (int i = 0; i < numbers.length; i++) {
            out.append(i == 0 ? " " : ", ").append(numbers[i]);
        }
        out.append('\n');
    }
}
