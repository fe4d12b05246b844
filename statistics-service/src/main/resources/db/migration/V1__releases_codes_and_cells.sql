-- A release is one official file. Its cells stand in the table of its kind, keyed by release_no; nothing is ever updated there.
create table release (
    release_no          integer generated always as identity constraint release_pk primary key,
    id                  text not null constraint release_id_unique unique,
    kind                text not null,
    publisher           text not null,
    title               text not null,
    source_url          text,
    file_name           text,
    sha256              text not null constraint release_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    published_on        date not null,
    published_precision text not null constraint release_precision_known check (published_precision in ('day', 'month')),
    published_estimated boolean not null default false,
    imported_at         timestamptz not null,
    row_count           bigint not null,
    totals              jsonb not null,
    scope               jsonb not null default '{}',
    new_codes           jsonb not null default '{}',
    checks              jsonb not null default '[]',
    withdrawn_at        timestamptz,
    withdrawn_reason    text,
    constraint release_withdrawn_with_reason check ((withdrawn_at is null) = (withdrawn_reason is null))
);
-- The same bytes make one release; a withdrawn one doesn't stand in the way of a second, right import.
create unique index release_file_unique on release (sha256) where withdrawn_at is null;

-- The months that a release covers. An absent cell in a covered month is a true zero, an uncovered month is missing.
create table release_month (
    release_no integer not null constraint release_month_release references release,
    month      date not null constraint release_month_first_day check (extract(day from month) = 1),
    constraint release_month_pk primary key (release_no, month)
);

-- Codes are shared by all releases of a dataset; ordinals count up from 0 without a gap within dataset and dimension.
create table code (
    dataset   text not null,
    dimension text not null,
    ordinal   smallint not null,
    code      text not null,
    label     text not null,
    official  text not null,
    constraint code_pk primary key (dataset, dimension, ordinal),
    constraint code_unique unique (dataset, dimension, code)
);

create table encounter_by_area (
    release_no  integer not null,
    month       date not null,
    region      smallint not null,
    component   smallint not null,
    area        smallint not null,
    demographic smallint not null,
    citizenship smallint not null,
    authority   smallint not null,
    type        smallint not null,
    encounters  integer not null constraint encounter_by_area_count check (encounters >= 0),
    constraint encounter_by_area_key primary key
        (release_no, month, region, component, area, demographic, citizenship, authority, type)
);

create table encounter_by_state (
    release_no  integer not null,
    month       date not null,
    region      smallint not null,
    state       smallint not null,
    demographic smallint not null,
    citizenship smallint not null,
    authority   smallint not null,
    encounters  integer not null constraint encounter_by_state_count check (encounters >= 0),
    constraint encounter_by_state_key primary key (release_no, month, region, state, demographic, citizenship, authority)
);

-- Published totals: by region and component, or by region alone.
create table encounter_total (
    release_no integer not null,
    month      date not null,
    region     smallint not null,
    component  smallint,
    encounters integer not null constraint encounter_total_count check (encounters >= 0),
    constraint encounter_total_key unique nulls not distinct (release_no, month, region, component)
);

create table drug_seizure (
    release_no integer not null,
    month      date not null,
    region     smallint not null,
    component  smallint not null,
    land       smallint not null,
    area       smallint not null,
    drug       smallint not null,
    events     integer not null constraint drug_seizure_events check (events >= 0),
    weight     numeric not null constraint drug_seizure_weight check (weight >= 0),
    constraint drug_seizure_key primary key (release_no, month, region, component, land, area, drug)
);
