package org.puente.diplomacy.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
class LinkRow {

    @Column(nullable = false)
    private String role;

    @Column(nullable = false)
    private int ordinal;

    @Column(name = "target_id", nullable = false)
    private long target;

    protected LinkRow() {}

    LinkRow(String role, int ordinal, long target) {
        this.role = role;
        this.ordinal = ordinal;
        this.target = target;
    }
}
