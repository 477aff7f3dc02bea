package dev.perch.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.perch.json.StrictJson;
import dev.perch.model.Acting;
import dev.perch.model.AlphaMask;
import dev.perch.model.AnimationSequence;
import dev.perch.model.Clip;
import dev.perch.model.FrameRef;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.model.Sprite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a sealed folder back, and believes nothing in it before its checksum was right. */
final class SealReader {
    /** More than the masks of the largest pet: 90 cells of 768x832 pixels in bits. */
    private static final int MOST_BYTES = 16 << 20;

    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(4, 16_384, 16_384, 100, 1_000_000));

    private final Path folder;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<Integer>> numbers = new LinkedHashMap<>();
    private final List<List<Integer>> pages = new ArrayList<>();
    private final List<List<Integer>> sprites = new ArrayList<>();
    private final Map<String, List<List<Integer>>> clips = new LinkedHashMap<>();
    private final Map<PetAnimationState, AnimationSequence> sequences = new LinkedHashMap<>();
    private final Map<PetAnimationState, PetAnimationState> fallbacks = new LinkedHashMap<>();
    private final Map<String, PetAnimationState> events = new LinkedHashMap<>();

    private SealReader(Path folder) {
        this.folder = folder;
    }

    /**
     * The pet in that folder.
     *
     * @return null when there is none, or none that is whole
     */
    static @Nullable SealedPet read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        try {
            return new SealReader(folder).read();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private SealedPet read() throws IOException {
        index();
        List<Integer> version = list("format");
        String sum = new String(bytes(SealFormat.CHECKSUM), StandardCharsets.US_ASCII);
        boolean whole = version.equals(List.of(SealFormat.VERSION))
                && pages.size() <= SealFormat.MOST_PAGES
                && sum.equals(SealFormat.checksum(folder, pages.size()));
        if (!whole) {
            throw new IOException("not whole");
        }
        List<SealedPet.Size> sizes = new ArrayList<>();
        for (List<Integer> page : pages) {
            SealedPet.Size size = new SealedPet.Size(page.get(0), page.get(1));
            if (Files.size(folder.resolve(SealedPet.pageFile(sizes.size()))) != size.bytes()) {
                throw new IOException("page of a wrong size");
            }
            sizes.add(size);
        }
        List<Integer> cell = list("cell");
        return new SealedPet(
                texts.get("name"),
                text("description"),
                text("contentHash"),
                cell.get(0),
                cell.get(1),
                cell.get(2),
                clips(sprites(ByteBuffer.wrap(bytes(SealFormat.MASKS)))),
                new Acting(sequences, fallbacks, events),
                List.copyOf(sizes),
                sheet(),
                problems(),
                InteractionBlocks.sealed(bytes(SealFormat.INTERACTIONS)));
    }

    private void index() throws IOException {
        try (JsonParser json = parser(SealFormat.INDEX)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    texts.put(field, json.getText());
                } else if (value == JsonToken.VALUE_NUMBER_INT) {
                    numbers.put(field, List.of(json.getIntValue()));
                } else if (field.equals("pages")) {
                    pages.addAll(lists(json));
                } else if (field.equals("sprites")) {
                    sprites.addAll(lists(json));
                } else if (field.equals("clips")) {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String name = json.currentName();
                        json.nextToken();
                        clips.put(name, lists(json));
                    }
                } else if (field.equals("sequences")) {
                    sequences(json);
                } else if (field.equals("fallbacks")) {
                    words(json, (word, to) -> fallbacks.put(new PetAnimationState(word), to));
                } else if (field.equals("events")) {
                    words(json, events::put);
                } else {
                    numbers.put(field, ints(json));
                }
            }
        }
    }

    private void sequences(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            PetAnimationState state = new PetAnimationState(json.currentName());
            json.nextToken();
            int loopStart = json.nextIntValue(AnimationSequence.HOLD);
            List<AnimationSequence.TimedFrame> frames = new ArrayList<>();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                FrameRef frame = new FrameRef(json.getText(), json.nextIntValue(0));
                frames.add(new AnimationSequence.TimedFrame(frame, json.nextIntValue(1)));
            }
            sequences.put(state, new AnimationSequence(frames, loopStart));
        }
    }

    private static void words(JsonParser json, BiConsumer<String, PetAnimationState> to) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            to.accept(json.currentName(), new PetAnimationState(json.nextTextValue()));
        }
    }

    private static List<List<Integer>> lists(JsonParser json) throws IOException {
        List<List<Integer>> lists = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_ARRAY) {
            lists.add(ints(json));
        }
        return lists;
    }

    private static List<Integer> ints(JsonParser json) throws IOException {
        List<Integer> ints = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            ints.add(json.getIntValue());
        }
        return ints;
    }

    private List<Sprite> sprites(ByteBuffer masks) {
        List<Sprite> out = new ArrayList<>();
        for (List<Integer> s : sprites) {
            long[] bits = new long[AlphaMask.words(s.get(3), s.get(4))];
            masks.asLongBuffer().get(bits);
            masks.position(masks.position() + bits.length * Long.BYTES);
            AlphaMask mask = new AlphaMask(s.get(3), s.get(4), bits);
            out.add(new Sprite(s.get(0), s.get(1), s.get(2), s.get(3), s.get(4), s.get(5), s.get(6), mask));
        }
        return out;
    }

    private Map<String, Clip> clips(List<Sprite> all) {
        Map<String, Clip> out = new LinkedHashMap<>();
        clips.forEach((name, steps) -> {
            List<Clip.Frame> frames = new ArrayList<>();
            steps.forEach(step -> frames.add(new Clip.Frame(all.get(step.get(0)), step.get(1))));
            out.put(name, new Clip(name, frames));
        });
        return out;
    }

    private SheetFacts sheet() throws IOException {
        List<Integer> grid = list("sheetGrid");
        return new SheetFacts(
                text("sheetFormat"),
                text("sheet"),
                text("sheetType"),
                grid.get(0),
                grid.get(1),
                grid.get(2),
                grid.get(3),
                grid.get(4),
                list("hiddenPixels").get(0));
    }

    private List<Problem> problems() throws IOException {
        List<Problem> problems = new ArrayList<>();
        try (JsonParser json = parser(SealFormat.REPORT)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_ARRAY) {
                problems.add(Problem.warning(json.nextTextValue(), json.nextTextValue(), json.nextTextValue()));
                json.nextToken();
            }
        }
        return problems;
    }

    private String text(String field) throws IOException {
        String text = texts.get(field);
        if (text == null) {
            throw new IOException("no " + field);
        }
        return text;
    }

    private List<Integer> list(String field) throws IOException {
        List<Integer> list = numbers.get(field);
        if (list == null) {
            throw new IOException("no " + field);
        }
        return list;
    }

    private JsonParser parser(String file) throws IOException {
        byte[] bytes = bytes(file);
        return JSON.parser(bytes, 0, bytes.length);
    }

    private byte[] bytes(String file) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return in.readNBytes(MOST_BYTES);
        }
    }
}
