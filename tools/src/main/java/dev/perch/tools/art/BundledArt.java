package dev.perch.tools.art;

import dev.perch.model.Clip;
import dev.perch.model.PackageSource;
import dev.perch.pack.CodexRows;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.Pixels;
import dev.perch.pack.WebpEncoder;
import dev.perch.pack.format.PetFormats;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.art.pixel.Axo;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtFrame;
import dev.perch.tools.sheets.CodexPackage;
import dev.perch.tools.sheets.Filter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packages of the bundled pets, drawn and encoded anew: the same bytes each time. */
public final class BundledArt {
    /** All of them; the first is shown when nobody chose. */
    public static final List<CharacterArt> PETS = List.of(new Pip(), new Axo());

    private final CodexPackage packer;
    private final PackageLoader loader;

    /**
     * @param codecs the child that holds the encoder
     * @param store a folder for what is read while it is hashed
     */
    public BundledArt(DecodeProcess codecs, Path store) {
        packer = new CodexPackage(new WebpEncoder(codecs, PackageLimits.standard()));
        loader = new PackageLoader(store, codecs, PackageLimits.standard(), PetFormats.all());
    }

    /**
     * Writes all packages and their index.
     *
     * @return the files, index last
     */
    public List<Path> writeTo(Path folder) throws ProblemException, IOException, InterruptedException {
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

    private Map<String, byte[]> files(CharacterArt art) throws ProblemException, IOException, InterruptedException {
        Art pet = new Art(art.id(), words(art), states(art, 1), Map.of(2, states(art, 2)), List.of());
        CodexPackage.Options options = new CodexPackage.Options(
                art.spriteVersion(), List.of(1, 2), CodexPackage.Sheets.WEBP, Filter.AUTO, Map.of());
        return packer.pack(pet, options).files();
    }

    private static Map<String, List<ArtFrame>> states(CharacterArt art, int scale) {
        Map<String, List<ArtFrame>> states = new LinkedHashMap<>();
        for (int row = 0; row < CodexRows.rows(art.spriteVersion()); row++) {
            for (int column = 0; column < CodexRows.COLUMNS; column++) {
                if (art.used(row, column)) {
                    Cell cell = art.draw(row, column, scale);
                    states.computeIfAbsent(state(row, column), name -> new ArrayList<>())
                            .add(new ArtFrame(art.id() + " " + row + "," + column, pixels(cell), 0));
                }
            }
        }
        return states;
    }

    private static String state(int row, int column) {
        if (row >= CodexRows.LOOK_ROW) {
            return Clip.LOOK;
        }
        return row == 0 && column == CodexRows.NEUTRAL_COLUMN
                ? Clip.NEUTRAL
                : CodexRows.ALL.get(row).name();
    }

    private static Pixels pixels(Cell cell) {
        ByteBuffer rgba = ByteBuffer.allocate(cell.argb().length * 4);
        for (int argb : cell.argb()) {
            rgba.putInt(argb << 8 | argb >>> 24);
        }
        return new Pixels(cell.width(), cell.height(), rgba.array());
    }

    private static Map<String, @Nullable Object> words(CharacterArt art) {
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        words.put("id", art.id());
        words.put("displayName", art.displayName());
        words.put("description", art.description());
        return words;
    }
}
