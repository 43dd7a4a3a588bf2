package org.redress.testing;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.Redress;

/** What a test runs with, for programs that it starts. */
public final class ClassPath {
    private ClassPath() {}

    /** The words that start a program of the class path, without its arguments. */
    public static List<String> java(Class<?> program) {
        var classes = Redress.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, program.getName());
    }
}
