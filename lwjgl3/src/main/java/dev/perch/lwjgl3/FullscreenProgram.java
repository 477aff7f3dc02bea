package dev.perch.lwjgl3;

import java.io.IOException;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.system.Platform;

/** A window that takes the whole primary monitor, until its standard input ends: for measuring a pet that it hides. */
public final class FullscreenProgram {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    private FullscreenProgram() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        if (Platform.get() == Platform.LINUX) {
            GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_X11);
        }
        GLFW.glfwInit();
        GLFW.glfwWindowHint(GLFW.GLFW_CLIENT_API, GLFW.GLFW_NO_API);
        // Else it minimises itself as soon as another window has the keyboard.
        GLFW.glfwWindowHint(GLFW.GLFW_AUTO_ICONIFY, GLFW.GLFW_FALSE);
        long window = GLFW.glfwCreateWindow(WIDTH, HEIGHT, "Film", GLFW.glfwGetPrimaryMonitor(), 0);
        Thread end = new Thread(() -> awaitEnd(window), "end");
        end.setDaemon(true);
        end.start();
        while (!GLFW.glfwWindowShouldClose(window)) {
            GLFW.glfwWaitEvents();
        }
        GLFW.glfwTerminate();
    }

    private static void awaitEnd(long window) {
        try {
            int unused = System.in.read();
        } catch (IOException closed) {
            // It ends all the same.
        }
        GLFW.glfwSetWindowShouldClose(window, true);
        GLFW.glfwPostEmptyEvent();
    }
}
