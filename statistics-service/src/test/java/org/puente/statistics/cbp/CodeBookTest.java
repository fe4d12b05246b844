package org.puente.statistics.cbp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.puente.statistics.dataset.Code;
import org.puente.statistics.dataset.Codes;
import org.puente.statistics.dataset.Dataset;
import org.puente.statistics.dataset.Dimension;

class CodeBookTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CHINA, PEOPLES REPUBLIC OF; CHN",
                "MYANMAR (BURMA); MMR",
                "Burma; MMR",
                "TURKEY; TUR",
                "TÜRKIYE; TUR",
                "OTHER; OTHER",
                "KOREA, SOUTH; KOR",
                "CONGO, DEM REP OF THE; COD",
                "COTE D IVOIRE; CIV",
                "CÔTE D'IVOIRE; CIV",
                "DOMINICAN REPUBLIC; DOM",
                "AFGHANISTAN; AFG",
                "united kingdom; GBR",
                "KYRGYZSTAN; KGZ",
                "VIETNAM; VNM",
                "STATELESS; stateless",
            })
    void citizenshipsGetTheirIsoCode(String spelling, String code) {
        assertThat(known(Dataset.ENCOUNTERS).find(Dimension.CITIZENSHIP, spelling))
                .map(Code::code)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "DRUG_SEIZURES, DRUG, Other Drugs**, other-drugs",
        "DRUG_SEIZURES, DRUG, Lsd, lsd",
        "DRUG_SEIZURES, DRUG, LSD, lsd",
        "DRUG_SEIZURES, DRUG, Khat (Catha Edulis), khat",
        "DRUG_SEIZURES, DRUG, Xylazine*, xylazine",
        "DRUG_SEIZURES, AREA, SAN DIEGO FIELD OFFICE, san-diego-field-office",
        "DRUG_SEIZURES, AREA, San Diego Sector, san-diego-sector",
        "DRUG_SEIZURES, REGION, Coastal/Interior, other",
        "DRUG_SEIZURES, REGION, Southwest Border, southwest",
        "DRUG_SEIZURES, LAND, Land Only, land-only",
        "ENCOUNTERS, AREA, San Diego Field Office, san-diego-field-office",
        "ENCOUNTERS, REGION, southwest  land border, southwest",
        "ENCOUNTERS, DEMOGRAPHIC, FMUA, family-unit",
        "ENCOUNTERS, DEMOGRAPHIC, UC / Single Minors, unaccompanied-child",
        "ENCOUNTERS, DEMOGRAPHIC, Accompanied Minors, accompanied-minor",
        "ENCOUNTERS, STATE, TX, texas",
        "ENCOUNTERS, STATE, New Mexico, new-mexico",
        "ENCOUNTERS, STATE, PR, puerto-rico",
    })
    void labelVariantsLeadToOneCode(Dataset dataset, Dimension dimension, String spelling, String code) {
        assertThat(known(dataset).find(dimension, spelling)).map(Code::code).contains(code);
    }

    @Test
    void aNewCodeFollowsTheKnownOnesAndHasALabelForPeople() {
        CodeBook book = known(Dataset.ENCOUNTERS);
        int known = (int) KnownCode.all().stream()
                .filter(code -> code.dimension() == Dimension.AREA && code.dataset() == Dataset.ENCOUNTERS)
                .count();
        Code code = book.find(Dimension.AREA, "KEY WEST SECTOR").orElseThrow();
        assertThat(code).isEqualTo(new Code(known, "key-west-sector", "Key West Sector", "KEY WEST SECTOR"));
        assertThat(book.find(Dimension.AREA, "Key West Sector")).contains(code);
        assertThat(book.added()).containsExactly(Map.entry(Dimension.AREA, List.of(code)));
    }

    @Test
    void aClosedDimensionTakesNoNewLabel() {
        assertThat(known(Dataset.ENCOUNTERS).find(Dimension.REGION, "Eastern Land Border"))
                .isEmpty();
    }

    @Test
    void aDimensionIsFullWhenAByteIs() {
        CodeBook book = known(Dataset.DRUG_SEIZURES);
        long taken = IntStream.range(0, 1000)
                .filter(number -> book.find(Dimension.DRUG, "Drug " + number).isPresent())
                .count();
        assertThat(taken + 10).isEqualTo(256);
    }

    @Test
    void everyKnownCitizenshipHasAnIsoCode() {
        assertThat(KnownCode.all())
                .filteredOn(code -> code.dimension() == Dimension.CITIZENSHIP)
                .hasSize(22)
                .allSatisfy(known ->
                        assertThat(new Citizenships().code(known.official())).contains(known.code()));
    }

    static CodeBook known(Dataset dataset) {
        Map<Dimension, List<Code>> codes = new EnumMap<>(Dimension.class);
        for (KnownCode known : KnownCode.all()) {
            if (known.dataset() == dataset) {
                List<Code> list = codes.computeIfAbsent(known.dimension(), dimension -> new ArrayList<>());
                list.add(new Code(list.size(), known.code(), known.label(), known.official()));
            }
        }
        return new CodeBook(dataset, new Codes(codes));
    }
}
