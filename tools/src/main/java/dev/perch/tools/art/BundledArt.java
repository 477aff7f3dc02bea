package dev.perch.tools.art;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.perch.model.PackageSource;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.WebpEncoder;
import dev.perch.pack.format.PetFormats;
import dev.perch.tools.art.pixel.Axo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packages of the bundled pets, drawn and encoded anew: the same bytes each time. */
public final class BundledArt {
    /** All of them; the first is shown when nobody chose. */
    public static final List<CharacterArt> PETS = List.of(new Pip(), new Axo());

    private static final int[] SCALES = {1, 2};

    private final WebpEncoder encoder;
    private final PackageLoader loader;

    /**
     * @param codecs the child that holds the encoder
     * @param store a folder for what is read while it is hashed
     */
    public BundledArt(DecodeProcess codecs, Path store) {
        encoder = new WebpEncoder(codecs, PackageLimits.standard());
        loader = new PackageLoader(store, codecs, PackageLimits.standard(), PetFormats.all());
    }

    /**
     * Writes all packages and their index.
     *
     * @return the files, index last
     */
    public List<Path> writeTo(Path folder) throws IOException, InterruptedException {
        List<Path> written = new ArrayList<>();
        StringBuilder index = new StringBuilder();
        for (CharacterArt art : PETS) {
            for (Map.Entry<String, byte[]> file : files(art).entrySet()) {
                Path path = folder.resolve(art.id()).resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
                written.add(path);
                index.append(art.id()).append('/').append(file.getKey()).append('\n');
            }
        }
        for (CharacterArt art : PETS) {
            String hash = loader.contentHash(PackageSource.of(folder.resolve(art.id())));
            index.append(art.id()).append(' ').append(hash).append('\n');
        }
        Path path = folder.resolve("index.txt");
        Files.writeString(path, index.toString());
        written.add(path);
        return written;
    }

    private Map<String, byte[]> files(CharacterArt art) throws IOException, InterruptedException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pet.json", manifest(art));
        for (int scale : SCALES) {
            String name = scale == 1 ? "spritesheet.webp" : "spritesheet@" + scale + "x.webp";
            Cell sheet = new SheetComposer().compose(art, scale);
            files.put(name, encoder.encode(sheet.width(), sheet.height(), rgba(sheet)));
        }
        return files;
    }

    private static byte[] rgba(Cell sheet) {
        byte[] rgba = new byte[sheet.argb().length * 4];
        for (int i = 0; i < sheet.argb().length; i++) {
            int pixel = sheet.argb()[i];
            rgba[4 * i] = (byte) (pixel >> 16);
            rgba[4 * i + 1] = (byte) (pixel >> 8);
            rgba[4 * i + 2] = (byte) pixel;
            rgba[4 * i + 3] = (byte) (pixel >>> 24);
        }
        return rgba;
    }

    private static byte[] manifest(CharacterArt art) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes).setPrettyPrinter(lines)) {
            json.writeStartObject();
            json.writeStringField("id", art.id());
            json.writeStringField("displayName", art.displayName());
            json.writeStringField("description", art.description());
            json.writeNumberField("spriteVersionNumber", art.spriteVersion());
            json.writeStringField("spritesheetPath", "spritesheet.webp");
            json.writeEndObject();
        }
        bytes.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
