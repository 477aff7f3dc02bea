package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.Library;
import org.lwjgl.system.SharedLibrary;
import org.lwjgl.system.linux.X11;

/** Libraries are opened by their paths: opening them by name can hang a start. */
final class SystemLibrariesTest {
    @Test
    void eachLibraryOfTheSystemIsOpenedByItsPath() {
        DesktopApplication.prepare();
        isOpenedByPath(X11.getLibrary());
        isOpenedByPath((SharedLibrary) GL.getFunctionProvider());
        for (String name : new String[] {"libXext.so.6", "libXrandr.so.2", "libXi.so.6"}) {
            isOpenedByPath(Library.loadNative(SystemLibrariesTest.class, "dev.perch", name));
        }
    }

    private static void isOpenedByPath(SharedLibrary library) {
        assertTrue(library.getName().startsWith("/"), library.getName());
    }
}
