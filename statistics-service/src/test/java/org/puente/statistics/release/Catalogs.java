package org.puente.statistics.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import javax.sql.DataSource;

/** Lets tests build a catalog without a container. */
public final class Catalogs {

    private Catalogs() {}

    public static Catalog of(DataSource dataSource) {
        return new Catalog(dataSource, new ObjectMapper());
    }
}
