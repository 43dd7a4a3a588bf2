package org.redress.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The delegates of the product by the names of their classes, without an application: only the classes that models name are looked at. */
final class DelegateClasses {
    private static final String PRODUCT = "org/redress/";

    private final Map<String, String> classes = new HashMap<>();

    DelegateClasses() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + PRODUCT + "*/*.class")) {
                var url = file.getURL().toString();
                var name = url.substring(url.lastIndexOf(PRODUCT), url.length() - ".class".length()).replace('/', '.');
                var simple = name.substring(name.lastIndexOf('.') + 1);
                if (!simple.contains("$")) {
                    classes.putIfAbsent(Character.toLowerCase(simple.charAt(0)) + simple.substring(1), name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the product has a delegate of this name. */
    boolean has(String bean) {
        var name = classes.get(bean);
        try {
            return name != null && delegate(Class.forName(name, false, DelegateClasses.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean delegate(Class<?> type) {
        return JavaDelegate.class.isAssignableFrom(type) && type.isAnnotationPresent(Component.class);
    }
}
