package dev.perch.lwjgl3;

import org.jspecify.annotations.Nullable;
import org.lwjgl.PointerBuffer;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** What GLFW says went wrong. */
final class GlfwErrors {
    private GlfwErrors() {}

    /** The last error of this thread since it was last asked, or null. */
    static @Nullable String last() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer description = stack.callocPointer(1);
            int code = GLFW.glfwGetError(description);
            return code == GLFW.GLFW_NO_ERROR ? null : MemoryUtil.memUTF8Safe(description.get(0));
        }
    }
}
