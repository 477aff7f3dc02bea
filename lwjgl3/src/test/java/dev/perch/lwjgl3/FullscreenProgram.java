package dev.perch.lwjgl3;

import org.lwjgl.glfw.GLFW;

/** A window that takes the whole primary monitor, until its standard input ends. */
final class FullscreenProgram {
    private FullscreenProgram() {}

    public static void main(String[] arguments) {
        GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_X11);
        GLFW.glfwInit();
        GLFW.glfwWindowHint(GLFW.GLFW_CLIENT_API, GLFW.GLFW_NO_API);
        // Else it minimises itself as soon as another window has the keyboard.
        GLFW.glfwWindowHint(GLFW.GLFW_AUTO_ICONIFY, GLFW.GLFW_FALSE);
        long window = GLFW.glfwCreateWindow(800, 600, "Film", GLFW.glfwGetPrimaryMonitor(), 0);
        Thread end = new Thread(() -> {
            try {
                System.in.read();
            } catch (java.io.IOException e) {
                // Ends all the same.
            }
            GLFW.glfwSetWindowShouldClose(window, true);
            GLFW.glfwPostEmptyEvent();
        });
        end.setDaemon(true);
        end.start();
        while (!GLFW.glfwWindowShouldClose(window)) {
            GLFW.glfwWaitEvents();
        }
        GLFW.glfwTerminate();
    }
}
