package org.puente.statistics.series;

import java.util.List;
import java.util.stream.Collectors;
import org.puente.statistics.release.Release;

/** How to cite figures: publisher, title, date and id of every release they come from. */
public final class Citation {

    private Citation() {}

    public static String of(List<Release> releases) {
        return releases.stream()
                .map(release -> release.publisher() + ", " + release.title() + ", published " + release.publishedOn()
                        + " (" + release.id() + ")")
                .collect(Collectors.joining("; "));
    }
}
