package dev.perch.lwjgl3;

import static org.lwjgl.system.APIUtil.apiCreateCIF;
import static org.lwjgl.system.libffi.LibFFI.FFI_DEFAULT_ABI;
import static org.lwjgl.system.libffi.LibFFI.ffi_type_pointer;
import static org.lwjgl.system.libffi.LibFFI.ffi_type_sint32;

import java.util.function.IntSupplier;
import org.lwjgl.system.APIUtil;
import org.lwjgl.system.CallbackI;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.libffi.FFICIF;
import org.lwjgl.system.linux.X11;

/**
 * What Xlib does with errors, which by itself is to print them in its own words and to end the process. They stay set for as
 * long as the process lives.
 */
final class XErrors {
    private XErrors() {}

    /**
     * Lets errors of single requests pass: each is about a window that has just gone, and whatever follows shows it. Ends the
     * process when the server is gone, at once: Xlib leaves no other choice, and holds a lock on which the libraries of
     * OpenGL would wait for ever in an ordinary exit.
     *
     * @param connectionLost called on the render thread when the server is gone; gives the exit code
     */
    static void handle(IntSupplier connectionLost) {
        FFICIF one = apiCreateCIF(FFI_DEFAULT_ABI, ffi_type_sint32, ffi_type_pointer);
        FFICIF two = apiCreateCIF(FFI_DEFAULT_ABI, ffi_type_sint32, ffi_type_pointer, ffi_type_pointer);
        set("XSetIOErrorHandler", new Handler(one, () -> exit(connectionLost.getAsInt())));
        set("XSetErrorHandler", new Handler(two, () -> {}));
    }

    private static void exit(int code) {
        // A function of libc, on which libX11 depends.
        JNI.invokeV(code, APIUtil.apiGetFunctionAddress(X11.getLibrary(), "_exit"));
    }

    private static void set(String function, Handler handler) {
        JNI.invokePP(handler.address(), APIUtil.apiGetFunctionAddress(X11.getLibrary(), function));
    }

    private record Handler(FFICIF shape, Runnable task) implements CallbackI {
        @Override
        public FFICIF getCallInterface() {
            return shape;
        }

        @Override
        public void callback(long result, long arguments) {
            task.run();
            MemoryUtil.memPutAddress(result, 0);
        }
    }
}
