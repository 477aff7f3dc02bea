package dev.perch.lwjgl3;

import org.lwjgl.opengl.GL;
import org.lwjgl.system.Library;
import org.lwjgl.system.SharedLibrary;
import org.lwjgl.system.linux.X11;

/** Prints by what names the libraries of a window were opened. */
final class LibrariesProgram {
    private LibrariesProgram() {}

    public static void main(String[] arguments) {
        DesktopApplication.prepare();
        System.out.println(X11.getLibrary().getName());
        System.out.println(((SharedLibrary) GL.getFunctionProvider()).getName());
        for (String name : new String[] {"libXext.so.6", "libXrandr.so.2", "libXi.so.6"}) {
            System.out.println(Library.loadNative(LibrariesProgram.class, "dev.perch", name)
                    .getName());
        }
    }
}
