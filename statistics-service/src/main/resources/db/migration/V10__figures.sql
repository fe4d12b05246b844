-- The ledger of figures as said. A figure is never overwritten: each change adds a version, and figure.version names the one
-- that holds.
create table figure (
    id        bigint generated always as identity constraint figure_pk primary key,
    slug      text not null constraint figure_slug_unique unique
              constraint figure_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    reference text constraint figure_reference_unique unique,
    version   integer not null constraint figure_version_positive check (version > 0)
);

create table figure_version (
    id          bigint generated always as identity constraint figure_version_pk primary key,
    figure_id   bigint not null constraint figure_version_figure references figure,
    number      integer not null,
    recorded_at timestamptz not null,
    origin      text not null constraint figure_version_origin_known check (origin in ('reference', 'editor')),
    reason      text,
    statement   text not null,
    metric      text not null,
    speaker     text,
    said_on     date not null,
    claim       jsonb not null,
    source      jsonb not null,
    note        text,
    constraint figure_version_number_unique unique (figure_id, number),
    constraint figure_version_reason_given check (number = 1 or reason is not null)
);
create index figure_version_said on figure_version (said_on, figure_id);
