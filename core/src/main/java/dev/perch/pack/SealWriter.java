package dev.perch.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.perch.files.Folders;
import dev.perch.model.AnimationSequence;
import dev.perch.model.Clip;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.model.Sprite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Writes a sealed pet into an empty folder. */
final class SealWriter {
    private final SealedPet pet;
    private final List<Sprite> sprites = new ArrayList<>();
    private final IdentityHashMap<Sprite, Integer> numbers = new IdentityHashMap<>();

    private SealWriter(SealedPet pet) {
        this.pet = pet;
        for (Clip clip : pet.clips().values()) {
            for (Clip.Frame frame : clip.frames()) {
                if (numbers.putIfAbsent(frame.sprite(), sprites.size()) == null) {
                    sprites.add(frame.sprite());
                }
            }
        }
    }

    /** Writes all files and their checksum, and waits until they are on the disk. */
    static void write(Path folder, SealedPet pet, List<Pixels> pages) throws IOException {
        SealWriter writer = new SealWriter(pet);
        Folders.write(folder.resolve(SealFormat.INDEX), writer.index());
        Folders.write(folder.resolve(SealFormat.REPORT), writer.report());
        Folders.write(folder.resolve(SealFormat.MASKS), writer.masks());
        Folders.write(folder.resolve(SealFormat.INTERACTIONS), InteractionBlocks.written(pet.interactions()));
        for (int i = 0; i < pages.size(); i++) {
            Folders.write(folder.resolve(SealedPet.pageFile(i)), pages.get(i).rgba());
        }
        byte[] sum = SealFormat.checksum(folder, pages.size()).getBytes(StandardCharsets.US_ASCII);
        Folders.write(folder.resolve(SealFormat.CHECKSUM), sum);
        Folders.sync(folder);
    }

    private byte[] index() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("format", SealFormat.VERSION);
            json.writeStringField("contentHash", pet.contentHash());
            if (pet.name() != null) {
                json.writeStringField("name", pet.name());
            }
            json.writeStringField("description", pet.description());
            json.writeArrayFieldStart("cell");
            writeNumbers(json, pet.cellWidth(), pet.cellHeight(), pet.artPixel());
            json.writeEndArray();
            sheet(json);
            json.writeArrayFieldStart("pages");
            for (SealedPet.Size page : pet.pages()) {
                array(json, page.width(), page.height());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("sprites");
            for (Sprite s : sprites) {
                array(json, s.page(), s.x(), s.y(), s.width(), s.height(), s.offsetX(), s.offsetY());
            }
            json.writeEndArray();
            clips(json);
            acting(json);
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private void sheet(JsonGenerator json) throws IOException {
        SheetFacts sheet = pet.sheet();
        json.writeStringField("sheetFormat", sheet.format());
        json.writeStringField("sheet", sheet.file());
        json.writeStringField("sheetType", sheet.type());
        json.writeArrayFieldStart("sheetGrid");
        writeNumbers(json, sheet.width(), sheet.height(), sheet.columns(), sheet.rows(), sheet.declaredVersion());
        json.writeEndArray();
        json.writeNumberField("hiddenPixels", sheet.hiddenPixels());
    }

    private void clips(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("clips");
        for (Clip clip : pet.clips().values()) {
            json.writeArrayFieldStart(clip.name());
            for (Clip.Frame frame : clip.frames()) {
                Integer number = numbers.get(frame.sprite());
                array(json, number == null ? 0 : number, frame.millis());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void acting(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("sequences");
        for (Map.Entry<PetAnimationState, AnimationSequence> sequence :
                pet.acting().sequences().entrySet()) {
            json.writeArrayFieldStart(sequence.getKey().id());
            json.writeNumber(sequence.getValue().loopStart());
            for (AnimationSequence.TimedFrame timed : sequence.getValue().frames()) {
                json.writeString(timed.frame().clip());
                writeNumbers(json, timed.frame().index(), timed.millis());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeObjectFieldStart("fallbacks");
        for (Map.Entry<PetAnimationState, PetAnimationState> entry :
                pet.acting().fallbacks().entrySet()) {
            json.writeStringField(entry.getKey().id(), entry.getValue().id());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("events");
        for (Map.Entry<String, PetAnimationState> entry : pet.acting().events().entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue().id());
        }
        json.writeEndObject();
    }

    private static void array(JsonGenerator json, int... numbers) throws IOException {
        json.writeStartArray();
        writeNumbers(json, numbers);
        json.writeEndArray();
    }

    private static void writeNumbers(JsonGenerator json, int... numbers) throws IOException {
        for (int number : numbers) {
            json.writeNumber(number);
        }
    }

    private byte[] report() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartArray();
            for (Problem problem : pet.problems()) {
                json.writeStartArray();
                json.writeString(problem.where());
                json.writeString(problem.what());
                json.writeString(problem.remedy());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        return out.toByteArray();
    }

    private byte[] masks() {
        int words =
                sprites.stream().mapToInt(sprite -> sprite.mask().bits().length).sum();
        ByteBuffer out = ByteBuffer.allocate(words * Long.BYTES);
        sprites.forEach(sprite -> {
            for (long word : sprite.mask().bits()) {
                out.putLong(word);
            }
        });
        return out.array();
    }
}
