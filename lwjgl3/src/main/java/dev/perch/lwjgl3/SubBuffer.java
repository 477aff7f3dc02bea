package dev.perch.lwjgl3;

import static org.lwjgl.system.JNI.invokePPPPPPV;

import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWNativeGLX;
import org.lwjgl.glfw.GLFWNativeX11;
import org.lwjgl.opengl.GL11;

/**
 * Shows a part of what is drawn in a window and leaves the drawing as it is, so that the next picture needs to be drawn only
 * where it is another (GLX_MESA_copy_sub_buffer). Only where the processor draws: to a graphics card it is all one. Render
 * thread only, with the window's context current.
 */
final class SubBuffer {
    private static final String EXTENSION = "GLX_MESA_copy_sub_buffer";
    private static final String FUNCTION = "glXCopySubBufferMESA";

    /** Mesa's renderer for the processor. */
    private static final String PROCESSOR = "llvmpipe";

    private final long window;
    private final long function;

    private SubBuffer(long window, long function) {
        this.window = window;
        this.function = function;
    }

    /** That of a window of GLFW; null: it has none. */
    static @Nullable SubBuffer of(long window) {
        String renderer = GL11.glGetString(GL11.GL_RENDERER);
        if (renderer == null || !renderer.startsWith(PROCESSOR) || !GLFW.glfwExtensionSupported(EXTENSION)) {
            return null;
        }
        long glxWindow = GLFWNativeGLX.glfwGetGLXWindow(window);
        long function = GLFW.glfwGetProcAddress(FUNCTION);
        return glxWindow == 0 || function == 0 ? null : new SubBuffer(glxWindow, function);
    }

    /** Shows that part; pixels from the bottom left. An int is passed as a long, as in {@link Xlib}. */
    void show(int left, int bottom, int width, int height) {
        invokePPPPPPV(GLFWNativeX11.glfwGetX11Display(), window, left, bottom, width, height, function);
    }
}
