package org.puente.kit.query;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.jboss.resteasy.reactive.RestQuery;
import org.puente.kit.problem.Refusal;
import org.puente.kit.problem.Violation;

/** The names of the query parameters that something knows. */
public final class QueryParameters {

    private QueryParameters() {}

    /**
     * The parameters of a query with their values, in the order in which they were sent.
     *
     * @param query percent-encoded; null where there is none
     * @throws Refusal as invalid where it isn't encoded well
     */
    public static Map<String, List<String>> parse(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int start = 0;
        while (query != null && start < query.length()) {
            int separator = query.indexOf('&', start);
            int end = separator < 0 ? query.length() : separator;
            int equals = query.indexOf('=', start);
            int nameEnd = equals < 0 || equals > end ? end : equals;
            if (end > start) {
                String value = decoded(query, Math.min(nameEnd + 1, end), end);
                parameters.merge(decoded(query, start, nameEnd), List.of(value), QueryParameters::joined);
            }
            start = end + 1;
        }
        return parameters;
    }

    private static String decoded(String query, int start, int end) {
        String text = query.substring(start, end);
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("query", "has a % that two hexadecimal digits don't follow: " + text);
        }
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Refuses a query that has a parameter which isn't known, naming each of these and all that are. */
    public static void refuseUnknown(Collection<String> given, Set<String> known) {
        if (known.containsAll(given)) {
            return;
        }
        String valid = known.isEmpty() ? "there are none here" : "valid ones are " + String.join(", ", known);
        List<Violation> violations = given.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> new Violation(name, "is not a parameter; " + valid))
                .toList();
        Violation first = violations.get(0);
        throw new Refusal(Refusal.Kind.INVALID, first.field() + ": " + first.reason(), violations)
                .with("validParameters", List.copyOf(known));
    }

    /** What the parameters of a resource method, the beans among them and its OpenAPI annotations name. */
    static Set<String> of(Method method) {
        Set<String> names = new TreeSet<>();
        documented(method, names);
        for (Parameter parameter : method.getParameters()) {
            named(parameter, parameter.getName(), names);
            boolean mayBeABean = parameter.isAnnotationPresent(BeanParam.class)
                    || parameter.getType().getPackageName().startsWith("org.puente");
            if (mayBeABean) {
                fields(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void documented(Method method, Set<String> names) {
        List<org.eclipse.microprofile.openapi.annotations.parameters.Parameter> all = new ArrayList<>(Arrays.asList(
                method.getAnnotationsByType(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class)));
        all.stream()
                .filter(parameter -> parameter.in() == ParameterIn.QUERY)
                .forEach(parameter -> names.add(parameter.name()));
    }

    private static void fields(Class<?> bean, Set<String> names) {
        for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                named(field, field.getName(), names);
                if (field.isAnnotationPresent(BeanParam.class)) {
                    fields(field.getType(), names);
                }
            }
        }
    }

    private static void named(AnnotatedElement element, String ownName, Set<String> names) {
        QueryParam standard = element.getAnnotation(QueryParam.class);
        if (standard != null) {
            names.add(standard.value());
        }
        RestQuery quarkus = element.getAnnotation(RestQuery.class);
        if (quarkus != null) {
            names.add(quarkus.value().isEmpty() ? ownName : quarkus.value());
        }
    }
}
