package org.puente.kit.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The methods that a path does answer, which a 405 must list (RFC 9110 section 15.5.6) and REST here doesn't. */
@Singleton
public class AllowedMethods {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    /** @param start what every path of it begins with, which tells most others apart without a look at the pattern */
    private record Operation(String start, Pattern path, String method) {

        boolean isAt(String asked) {
            return asked.startsWith(start) && path.matcher(asked).matches();
        }
    }

    private final List<Operation> operations = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                for (Class<?> type = bean.getBeanClass(); type != null; type = type.getSuperclass()) {
                    for (Method method : type.getDeclaredMethods()) {
                        add(path.value(), method);
                    }
                }
            }
        }
    }

    /** The methods in alphabetical order, separated by commas; empty where no resource answers this path. */
    public String at(String path) {
        TreeSet<String> allowed = new TreeSet<>();
        for (Operation operation : operations) {
            if (operation.isAt(path)) {
                allowed.add(operation.method());
            }
        }
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        return String.join(", ", allowed);
    }

    private void add(String classPath, Method method) {
        Path path = method.getAnnotation(Path.class);
        String template = ("/" + classPath + "/" + (path == null ? "" : path.value()))
                .replaceAll("/{2,}", "/")
                .replaceAll("/$", "");
        Pattern pattern = Pattern.compile(PARAMETER.matcher(template).replaceAll("[^/]+") + "/?");
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                operations.add(new Operation(template.replaceFirst("/?\\{.*", ""), pattern, verb.value()));
            }
        }
    }
}
