package dev.perch.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds plugin jars from Java, as an author would with {@code javac} and {@code jar}. */
public final class PluginJars {
    private PluginJars() {}

    /**
     * A jar with one plugin.
     *
     * @param java the whole source file of a class with no package
     * @param plugin the name of that class
     */
    public static Path build(Path jar, String plugin, String java) throws IOException {
        return build(
                jar,
                plugin,
                new SimpleJavaFileObject(URI.create("string:///" + plugin + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return java;
                    }
                });
    }

    /** A jar with one plugin, from its source file. */
    public static Path build(Path jar, String plugin, Path java) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        return build(
                jar,
                plugin,
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)
                        .getJavaFileObjects(java)
                        .iterator()
                        .next());
    }

    private static Path build(Path jar, String plugin, JavaFileObject java) throws IOException {
        Path classes = Files.createDirectories(jar.resolveSibling(jar.getFileName() + ".classes"));
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options =
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "--release", "17");
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problems, options, null, List.of(java))
                .call();
        if (!compiled) {
            throw new IOException(problems.getDiagnostics().toString());
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            add(out, "META-INF/services/dev.perch.api.PetPlugin", plugin.getBytes(StandardCharsets.UTF_8));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(out, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        ((OutputStream) jar).write(bytes);
        jar.closeEntry();
    }
}
