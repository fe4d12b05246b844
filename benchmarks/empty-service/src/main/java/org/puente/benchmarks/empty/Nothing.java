package org.puente.benchmarks.empty;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The least that makes Quarkus start Hibernate: without an entity it leaves the extension out. */
@Entity
class Nothing extends PanacheEntityBase {

    @Id
    private Long id;
}
