package dev.perch.runtime.plugin.jar;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Loads the classes of one jar, which sees the JDK and what of Perch plugins are given: its api and its values. */
final class PluginClassLoader extends URLClassLoader {
    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(Path jar) throws IOException {
        super("perch-plugin", new URL[] {jar.toUri().toURL()}, new ApiOnly(PluginClassLoader.class.getClassLoader()));
    }

    private static final class ApiOnly extends ClassLoader {
        private final ClassLoader perch;

        ApiOnly(ClassLoader perch) {
            super(ClassLoader.getPlatformClassLoader());
            this.perch = perch;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.perch.api.") || name.startsWith("dev.perch.model.")) {
                return perch.loadClass(name);
            }
            throw new ClassNotFoundException(name + " is not what plugins are given");
        }
    }
}
