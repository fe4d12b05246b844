package org.puente.statistics.dataset;

import java.util.Locale;

/** A way to slice a dataset. Its {@link #code()} is the name of the query parameter and of the key in a series. */
public enum Dimension {
    REGION("Border region", false),
    COMPONENT("CBP component", false),
    AREA("Field office or sector", true),
    STATE("State", true),
    DEMOGRAPHIC("Demographic", false),
    CITIZENSHIP("Citizenship", true),
    AUTHORITY("Title of authority", false),
    TYPE("Encounter type", false),
    LAND("Land filter", false),
    DRUG("Drug", true);

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String label;
    private final boolean open;

    Dimension(String label, boolean open) {
        this.label = label;
        this.open = open;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether a file may bring codes that are not known yet; in the others an unknown label is an error. */
    public boolean open() {
        return open;
    }
}
