package org.puente.statistics.cbp;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From the name of a country, as official files spell it, to its ISO 3166-1 alpha-3 code. */
final class Citizenships {

    private final Map<String, String> codes = new HashMap<>();

    Citizenships() {
        for (String country : Locale.getISOCountries()) {
            Locale locale = new Locale.Builder().setRegion(country).build();
            codes.put(Spelling.slug(locale.getDisplayCountry(Locale.ENGLISH)), locale.getISO3Country());
        }
        for (List<String> line : ReferenceTable.read("citizenships.csv")) {
            codes.put(Spelling.slug(line.get(0)), line.get(1));
        }
    }

    /** @return empty for a name that no country is known by */
    Optional<String> code(String name) {
        return Optional.ofNullable(codes.get(Spelling.slug(name)));
    }
}
