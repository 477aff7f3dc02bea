package dev.perch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SystemFontsTest {
    private final List<Problem> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void knownFontsAreFoundDeepInFoldersAndPutBestFirst() throws IOException {
        put("truetype/dejavu/DejaVuSans.ttf", TinyFont.of(500, 'x'));
        put("truetype/droid/DroidSansFallback.ttf", TinyFont.of(500, 0x6F22));
        put("opentype/noto/NotoSansCJK-Regular.ttc", TinyFont.of(500, 0x6F22));
        put("opentype/noto/NotoSansCJK-Bold.ttc", TinyFont.of(500, 0x6F22));
        put("Unknown.ttf", TinyFont.of(500, 'x'));
        List<FontFamily> found = SystemFonts.find(List.of(folder), Locale.JAPAN, problems);
        assertEquals(
                List.of("NotoSansCJK-Regular.ttc", "DroidSansFallback.ttf", "DejaVuSans.ttf"),
                found.stream()
                        .map(f -> Path.of(f.regular().name()).getFileName().toString())
                        .toList());
        assertNotNull(found.get(0).strong());
        assertNull(found.get(1).strong());
        assertEquals(List.of(), problems);
    }

    @Test
    void whatIsMappedCanBeOpened() throws IOException {
        put("DroidSansFallback.ttf", TinyFont.of(500, 0x6F22));
        List<FontFamily> families = new ArrayList<>(List.of(FontStack.bundled()));
        families.addAll(SystemFonts.find(List.of(folder), Locale.ROOT, problems));
        FontStack fonts = new FontStack(families);
        assertNotNull(fonts.find(FontWeight.STRONG, 0x6F22));
        assertEquals(List.of(), fonts.problems());
        fonts.dispose();
    }

    @Test
    void theFirstFolderWins() throws IOException {
        put("own/DejaVuSans.ttf", TinyFont.of(500, 'x'));
        put("system/DejaVuSans.ttf", TinyFont.of(500, 'x'));
        List<FontFamily> found =
                SystemFonts.find(List.of(folder.resolve("own"), folder.resolve("system")), Locale.ROOT, problems);
        assertEquals(1, found.size());
        assertTrue(found.get(0).regular().name().contains("own"));
    }

    @Test
    void anEmptyFontIsNamedAndLeftOut() throws IOException {
        put("DejaVuSans.ttf", new byte[0]);
        assertEquals(List.of(), SystemFonts.find(List.of(folder), Locale.ROOT, problems));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).sentence().contains("DejaVuSans.ttf: the font has 0 bytes"));
    }

    @Test
    void foldersThatAreMissingAreNothingToSpeakOf() {
        assertEquals(List.of(), SystemFonts.find(List.of(folder.resolve("none")), Locale.ROOT, problems));
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @CsvSource({"ja-JP, 0", "ko, 1", "zh-CN, 2", "zh-TW, 3", "zh-Hant, 3", "zh-HK, 3", "en-US, 2"})
    void hanCharactersTakeTheShapesOfTheUsersLanguage(String tag, int index) throws IOException {
        put("NotoSansCJK-Regular.ttc", TinyFont.of(500, 0x6F22));
        List<FontFamily> found = SystemFonts.find(List.of(folder), Locale.forLanguageTag(tag), problems);
        assertEquals(index, found.get(0).regular().index());
    }

    @Test
    void theFoldersAreThoseOfTheSystem() {
        Path home = Path.of("/home/ada");
        List<Path> linux = FontFolders.of("Linux", home, Map.of("XDG_DATA_DIRS", "/opt/share:relative:/usr/share"));
        assertEquals(
                List.of("/home/ada/.local/share/fonts", "/home/ada/.fonts", "/opt/share/fonts", "/usr/share/fonts"),
                linux.subList(0, 4).stream().map(Path::toString).toList());
        assertTrue(FontFolders.of("Mac OS X", home, Map.of()).contains(Path.of("/System/Library/Fonts")));
        assertEquals(
                "/win/Fonts",
                FontFolders.of("Windows 11", home, Map.of("WINDIR", "/win"))
                        .get(0)
                        .toString());
    }

    private void put(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
