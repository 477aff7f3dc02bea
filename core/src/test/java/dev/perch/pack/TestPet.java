package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a package, to be put into a folder or a zip. */
public final class TestPet {
    static final String MANIFEST = "{\"id\":\"blob\",\"displayName\":\"Blob\",\"spritesheetPath\":\"sheet.png\"}";

    final Map<String, byte[]> files = new LinkedHashMap<>();

    static TestPet of(TestSheet sheet) {
        return new TestPet().with("pet.json", MANIFEST).with("sheet.png", sheet.png());
    }

    TestPet with(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    TestPet with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes them. */
    public PackageSource folder(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return new PackageSource.Folder(folder);
    }

    byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    static PackageReport.Opened opened(PackageReport report) {
        return assertInstanceOf(PackageReport.Opened.class, report, () -> "refused: " + report.problems());
    }

    /** The one sentence of a refusal. */
    static String refused(PackageReport report) {
        PackageReport.Refused refused = assertInstanceOf(PackageReport.Refused.class, report);
        assertEquals(1, refused.problems().size());
        return sentence(refused.problems().get(0));
    }

    static String sentence(Problem problem) {
        String sentence = problem.sentence();
        assertFalse(problem.what().isBlank() || problem.remedy().isBlank(), sentence);
        assertTrue(sentence.endsWith(".") && sentence.indexOf(". ") < 0, sentence);
        assertTrue(sentence.chars().noneMatch(Character::isISOControl), sentence);
        assertTrue(sentence.length() < 400, sentence);
        return sentence;
    }
}
