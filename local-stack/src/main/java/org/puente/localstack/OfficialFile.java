package org.puente.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file that CBP has published.
 *
 * @param publishedOn the month of publication, such as {@code 2024-10}: the name of the nearest folder above the file that
 *                    reads like one, as in CBP's own addresses
 */
record OfficialFile(Path path, Optional<String> publishedOn) {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    /** All files below the folder that may be official ones, those published first at the front. */
    static List<OfficialFile> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Failure("There is no folder " + folder + " to import official files from.");
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<OfficialFile> files = all.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().matches("(?i).+\\.csv(\\.gz)?"))
                    .map(OfficialFile::of)
                    .sorted(Comparator.comparing((OfficialFile file) -> file.publishedOn.orElse("9999"))
                            .thenComparing(OfficialFile::path))
                    .toList();
            if (files.isEmpty()) {
                throw new Failure("There is no file ending in .csv or .csv.gz below " + folder + ".");
            }
            return files;
        }
    }

    static OfficialFile of(Path path) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        Optional<String> month = StreamSupport.stream(folder.spliterator(), false)
                .map(Path::toString)
                .map(MONTH::matcher)
                .filter(Matcher::matches)
                .map(Matcher::group)
                .reduce((outer, inner) -> inner);
        return new OfficialFile(path, month);
    }
}
