package dev.perch.place;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.perch.files.KeptFile;
import dev.perch.json.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What Perch remembers, as JSON: {@code {"version":1,"places":[{"display":"…","monitor":"…",…}]}}. */
public final class PlaceJson {
    /** 132 places with names of 8 monitors and a folder each. */
    private static final int MOST_BYTES = 256 * 1024;

    /** How places are kept. */
    public static final KeptFile.Form<PlaceMemory> FORM = new KeptFile.Form<>(
            "state.json", "the places of the pet", MOST_BYTES, PlaceMemory.NONE, PlaceJson::write, PlaceJson::read);

    private static final int VERSION = 1;

    /** A corner is seldom farther away than this from anything: 65,536 pixels. */
    private static final int MOST_PIXELS = 1 << 16;

    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(4, 32, 2048, 16, 2000));
    private static final JsonFactory JSON = new JsonFactory();

    private PlaceJson() {}

    /** The memory as a text of UTF-8. */
    public static byte[] write(PlaceMemory memory) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeArrayFieldStart("places");
            for (RememberedPlace place : memory.places()) {
                write(json, place);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, RememberedPlace place) throws IOException {
        json.writeStartObject();
        json.writeStringField("display", place.display());
        json.writeStringField("monitor", place.feet().monitor());
        json.writeStringField("corner", place.feet().corner().name());
        json.writeNumberField("dx", place.feet().dx());
        json.writeNumberField("dy", place.feet().dy());
        json.writeNumberField("scale", place.feet().scale());
        json.writeNumberField("width", place.petWidth());
        json.writeNumberField("setWidth", place.setWidth());
        if (!place.pet().isEmpty()) {
            json.writeStringField("pet", place.pet());
        }
        json.writeEndObject();
    }

    /**
     * Reads a memory.
     *
     * @throws IOException when it is none, or of another version
     */
    public static PlaceMemory read(byte[] bytes) throws IOException {
        try (JsonParser json = STRICT.parser(bytes, 0, bytes.length)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, "no object");
            expect("version".equals(json.nextFieldName()) && json.nextIntValue(0) == VERSION, "no version " + VERSION);
            expect("places".equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_ARRAY, "no places");
            List<RememberedPlace> places = new ArrayList<>();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                places.add(place(json));
            }
            expect(json.currentToken() == JsonToken.END_ARRAY, "a place that is no object");
            expect(json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null, "more than places");
            return remembering(places);
        }
    }

    private static PlaceMemory remembering(List<RememberedPlace> places) {
        PlaceMemory memory = PlaceMemory.NONE;
        for (RememberedPlace place : places) {
            memory = memory.with(place);
        }
        return memory;
    }

    private static RememberedPlace place(JsonParser json) throws IOException {
        String display = text(json, "display");
        String monitor = text(json, "monitor");
        String corner = text(json, "corner");
        int dx = number(json, "dx");
        int dy = number(json, "dy");
        field(json, "scale");
        expect(json.nextToken().isNumeric(), "a scale that is no number");
        float scale = json.getFloatValue();
        expect(scale >= 0.25f && scale <= 16, "a scale of " + scale);
        int width = number(json, "width");
        int setWidth = number(json, "setWidth");
        String pet = "";
        if (json.nextToken() == JsonToken.FIELD_NAME) {
            expect("pet".equals(json.currentName()) && json.nextToken() == JsonToken.VALUE_STRING, "no pet");
            pet = json.getText();
            json.nextToken();
        }
        expect(json.currentToken() == JsonToken.END_OBJECT, "a field too many");
        return new RememberedPlace(pet, display, new Anchor(monitor, corner(corner), dx, dy, scale), width, setWidth);
    }

    private static Corner corner(String name) throws IOException {
        try {
            return Corner.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("no such corner", e);
        }
    }

    private static String text(JsonParser json, String name) throws IOException {
        field(json, name);
        expect(json.nextToken() == JsonToken.VALUE_STRING, name + " is no text");
        return json.getText();
    }

    private static int number(JsonParser json, String name) throws IOException {
        field(json, name);
        expect(json.nextToken() == JsonToken.VALUE_NUMBER_INT, name + " is no whole number");
        int number = json.getIntValue();
        expect(Math.abs((long) number) <= MOST_PIXELS, name + " is out of range");
        return number;
    }

    private static void field(JsonParser json, String name) throws IOException {
        expect(name.equals(json.nextFieldName()), name + " is missing");
    }

    private static void expect(boolean so, String otherwise) throws IOException {
        if (!so) {
            throw new IOException(otherwise);
        }
    }
}
