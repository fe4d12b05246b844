package org.puente.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficialFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "/data/2024-10/file.csv, 2024-10",
        "/data/2023-11/2024-10/file.csv.gz, 2024-10",
        "/data/2024-10/by-area/file.csv, 2024-10",
        "/data/2024-13/file.csv,",
        "/data/fy2024-10/file.csv,",
        "/data/file-2024-10.csv,"
    })
    void theNearestFolderThatReadsLikeAMonthIsTheMonthOfPublication(Path path, String month) {
        assertThat(OfficialFile.of(path).publishedOn()).isEqualTo(Optional.ofNullable(month));
    }

    @Test
    void filesPublishedFirstComeFirstAndUndatedOnesLast() throws IOException {
        for (String name : new String[] {"2024-10/b.csv", "2023-11/z.CSV.gz", "2024-10/a.csv", "a.csv", "notes.txt"}) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }

        assertThat(OfficialFile.below(folder))
                .extracting(file -> folder.relativize(file.path()).toString())
                .containsExactly("2023-11/z.CSV.gz", "2024-10/a.csv", "2024-10/b.csv", "a.csv");
    }

    @Test
    void aFolderWithoutFilesIsNamed() {
        assertThatThrownBy(() -> OfficialFile.below(folder))
                .isInstanceOf(Failure.class)
                .hasMessage("There is no file ending in .csv or .csv.gz below " + folder + ".");
        assertThatThrownBy(() -> OfficialFile.below(folder.resolve("missing")))
                .isInstanceOf(Failure.class)
                .hasMessage("There is no folder " + folder.resolve("missing") + " to import official files from.");
    }
}
