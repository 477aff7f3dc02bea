package dev.perch.lwjgl3;

import dev.perch.gesture.KeyEvent;
import dev.perch.model.KeyStroke;
import dev.perch.model.KeyStroke.Modifier;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFW;

/** Keys of GLFW as a pet may bind them. */
final class Keys {
    private Keys() {}

    /** A press of F1 to F12 or of a letter as the user's layout has it, with what is held down; null: another key. */
    static @Nullable KeyEvent event(int key, int mods, long nanos) {
        String name = name(key);
        return name == null ? null : new KeyEvent(new KeyStroke(name, held(mods)), nanos);
    }

    /** Whether a key is more than a letter where words are typed: it answers, closes, or goes to another item. */
    static boolean endsTyping(int key) {
        return switch (key) {
            case GLFW.GLFW_KEY_ENTER,
                    GLFW.GLFW_KEY_KP_ENTER,
                    GLFW.GLFW_KEY_ESCAPE,
                    GLFW.GLFW_KEY_TAB,
                    GLFW.GLFW_KEY_UP,
                    GLFW.GLFW_KEY_DOWN -> true;
            default -> false;
        };
    }

    private static @Nullable String name(int key) {
        if (key >= GLFW.GLFW_KEY_F1 && key <= GLFW.GLFW_KEY_F12) {
            return "F" + (key - GLFW.GLFW_KEY_F1 + 1);
        }
        boolean printable = key >= GLFW.GLFW_KEY_SPACE && key <= GLFW.GLFW_KEY_WORLD_2;
        String letter = printable ? GLFW.glfwGetKeyName(key, 0) : null;
        return letter != null && letter.matches("[A-Za-z]") ? letter.toUpperCase(Locale.ROOT) : null;
    }

    /** What is held down. */
    static Set<Modifier> held(int mods) {
        if (mods == 0) {
            return Set.of();
        }
        Set<Modifier> held = EnumSet.noneOf(Modifier.class);
        add(held, Modifier.SHIFT, mods & GLFW.GLFW_MOD_SHIFT);
        add(held, Modifier.CTRL, mods & GLFW.GLFW_MOD_CONTROL);
        add(held, Modifier.ALT, mods & GLFW.GLFW_MOD_ALT);
        add(held, Modifier.META, mods & GLFW.GLFW_MOD_SUPER);
        return held;
    }

    private static void add(Set<Modifier> held, Modifier modifier, int bit) {
        if (bit != 0) {
            held.add(modifier);
        }
    }
}
