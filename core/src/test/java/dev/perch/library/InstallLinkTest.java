package dev.perch.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact rule of the Codex app's install links. */
final class InstallLinkTest {
    private static final String IMAGE = "&imageUrl=https%3A%2F%2Fpets.example%2Fa.webp";

    @Test
    void aLinkSaysNamePictureDescriptionAndVersion() throws LibraryFault {
        InstallLink link = InstallLink.parse(
                "codex://pets/install?name=Mr%20Pip&imageUrl=https%3A%2F%2Fpets.example%2Fa.webp%3Fv%3D1"
                        + "&description=A+bird&spriteVersionNumber=2");
        assertEquals(new InstallLink("Mr Pip", URI.create("https://pets.example/a.webp?v=1"), "A bird", 2), link);
        assertEquals("mr-pip", link.folder());
    }

    @Test
    void aVersionThatIsNotSaidIsTheFirst() throws LibraryFault {
        InstallLink link = InstallLink.parse("codex://pets/install?name=Pip" + IMAGE);
        assertEquals(1, link.version());
        assertEquals("", link.description());
        assertTrue(link.manifest("spritesheet.webp").contains("\"displayName\" : \"Pip\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codex://pets/install?name=Pip" + IMAGE + "&extra=1",
                "codex://pets/install?name=Pip" + IMAGE + "&name=Other",
                "codex://pets/install?name=Pip" + IMAGE + "&spriteVersionNumber=3",
                "codex://pets/install?name=Pip" + IMAGE + "&spriteVersionNumber=",
                "codex://pets/install?name=Pip" + IMAGE + "&spriteVersionNumber=02",
                "codex://pets/install?name=Pip" + IMAGE + "&",
                "codex://pets/install?name=Pip",
                "codex://pets/install?name=%20" + IMAGE,
                "codex://pets/install?imageUrl=https%3A%2F%2Fpets.example%2Fa.webp",
                "codex://pets/install?name=Pip&imageUrl=http%3A%2F%2Fpets.example%2Fa.webp",
                "codex://pets/install?name=Pip&imageUrl=file%3A%2F%2F%2Fetc%2Fpasswd",
                "codex://pets/install?name=Pip&imageUrl=https%3A%2F%2Fgood.example%40evil.example%2Fa.webp",
                "codex://pets/install?name=Pip&imageUrl=https%3Aevil.example",
                "codex://pets/install?name=Pip&imageUrl=%2F%2Fpets.example%2Fa.webp",
                "codex://pets/install?name=Pip%0AOK" + IMAGE,
                "codex://pets/install?name=%E2%80%AEpiP" + IMAGE,
                "codex://pets/install?name=%ZZ" + IMAGE,
                "codex://pets/install/?name=Pip" + IMAGE,
                "codex://pets/install/more?name=Pip" + IMAGE,
                "codex://pet/install?name=Pip" + IMAGE,
                "codex://me@pets/install?name=Pip" + IMAGE,
                "codex://pets:1/install?name=Pip" + IMAGE,
                "codex://pets/install?name=Pip" + IMAGE + "#top",
                "codex:pets/install?name=Pip" + IMAGE,
                "petdex://pets/install?name=Pip" + IMAGE,
                "codex://pets/install",
                ""
            })
    void allElseVoidsTheLinkInOneSentence(String link) {
        LibraryFault fault = assertThrows(LibraryFault.class, () -> InstallLink.parse(link));
        assertTrue(
                fault.problem().sentence().startsWith("the link: "),
                fault.problem().sentence());
    }

    @ParameterizedTest
    @CsvSource({"../../etc, etc", "'  CON.  ', con", "小鸟, 小鸟", "'!!!', pet", "'A  b__c', a-b-c"})
    void theFolderIsMadeOfLettersDigitsAndDashes(String name, String folder) {
        assertEquals(folder, new InstallLink(name, URI.create("https://a.example/"), "", 1).folder());
    }
}
