package org.puente.deploy.policy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.puente.deploy.Rendered;

/**
 * One thing that must hold for everything that is sent to a cluster.
 *
 * @param name  what holds, as a fact
 * @param check names what breaks it
 */
record Rule(String name, Function<Rendered, Stream<String>> check) {

    List<String> broken(Rendered rendered) {
        return check.apply(rendered).sorted().distinct().toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
