-- Everything the service knows is a record: a subject with a readable slug, and versions of what is said about it.
-- A version is written once. Two clocks stand on it: recorded_from/recorded_to say when editors could see it as the
-- newest, public_from/public_to when the public could. What a version says is one document; whatever is filtered,
-- sorted, joined or searched is derived from it into typed columns and rows in the same transaction.

create extension if not exists unaccent;

create text search configuration plain_english (copy = english);
alter text search configuration plain_english
    alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration plain_spanish (copy = spanish);
alter text search configuration plain_spanish
    alter mapping for hword, hword_part, word with unaccent, spanish_stem;

create sequence subject_seq increment by 50;
create sequence version_seq increment by 50;

create table subject (
    id         bigint      not null default nextval('subject_seq'),
    kind       text        not null,
    slug       text        not null,
    created_at timestamptz not null,
    constraint subject_pk primary key (id),
    constraint subject_slug_unique unique (kind, slug),
    constraint subject_slug_shape check (slug ~ '^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]{3})$' and length(slug) <= 100)
);

create table version (
    id            bigint      not null,
    subject_id    bigint      not null,
    kind          text        not null,
    slug          text        not null,
    number        int         not null,
    state         text        not null,
    author        text        not null,
    recorded_from timestamptz not null,
    recorded_to   timestamptz,
    reviewer      text,
    reviewed_at   timestamptz,
    publisher     text,
    public_from   timestamptz,
    public_to     timestamptz,
    reason        text,
    heading       text        not null,
    heading_es    text,
    body_en       text        not null,
    body_es       text        not null,
    sort_heading  text        not null collate "C",
    first_day     date        not null, -- 9999-12-31 where it has none
    last_day      date,
    facets        text[]      not null,
    document      jsonb       not null,
    search        tsvector    not null generated always as (
        setweight(to_tsvector('plain_english', heading), 'A')
        || setweight(to_tsvector('plain_spanish', heading || ' ' || coalesce(heading_es, '')), 'A')
        || setweight(to_tsvector('plain_english', body_en), 'B')
        || setweight(to_tsvector('plain_spanish', body_es), 'B')) stored,
    constraint version_pk primary key (id),
    constraint version_subject_fk foreign key (subject_id) references subject,
    constraint version_number_unique unique (subject_id, number),
    constraint version_state_known check (state in ('draft', 'reviewed', 'published', 'corrected')),
    constraint version_reviewer_is_not_author check (reviewer <> author),
    constraint version_recorded_in_order check (recorded_to > recorded_from),
    constraint version_public_in_order check (public_to > public_from),
    constraint version_days_in_order check (last_day >= first_day),
    constraint version_public_state check ((public_from is not null) = (state in ('published', 'corrected')))
);

create unique index version_one_newest on version (subject_id) where recorded_to is null;
create unique index version_one_public on version (subject_id) where public_from is not null and public_to is null;
create unique index version_public_slug on version (kind, slug) where public_from is not null and public_to is null;
create index version_public_day on version (kind, first_day, slug) where public_from is not null and public_to is null;
create index version_public_heading on version (kind, sort_heading, slug)
    where public_from is not null and public_to is null;
create index version_newest_day on version (kind, first_day, slug) where recorded_to is null;
create index version_facets on version using gin (facets);
create index version_search on version using gin (search);

-- What a version refers to: by role, in the order of the document.
create table link (
    version_id bigint not null,
    role       text   not null,
    ordinal    int    not null,
    target_id  bigint not null,
    constraint link_pk primary key (version_id, role, ordinal),
    constraint link_version_fk foreign key (version_id) references version,
    constraint link_target_fk foreign key (target_id) references subject
);

create index link_target on link (target_id, role);

-- The status of a record on any day, derived from its dated actions or measures; party '' is the record as a whole.
create table status_span (
    version_id    bigint      not null,
    party         text        not null,
    status        text        not null,
    from_day      date        not null,
    until_day     date,
    recorded_from timestamptz not null,
    recorded_to   timestamptz,
    public_from   timestamptz,
    public_to     timestamptz,
    constraint status_span_pk primary key (version_id, party, from_day),
    constraint status_span_version_fk foreign key (version_id) references version,
    constraint status_span_days_in_order check (until_day > from_day)
);

create index status_span_public on status_span (status, from_day, until_day, version_id)
    where party = '' and public_from is not null and public_to is null;

-- What a version adds to the timeline.
create table timeline_entry (
    version_id    bigint      not null,
    ordinal       int         not null,
    kind          text        not null,
    day           date        not null,
    day_precision text        not null,
    heading       text        not null,
    facets        text[]      not null,
    sources       text[]      not null,
    recorded_from timestamptz not null,
    recorded_to   timestamptz,
    public_from   timestamptz,
    public_to     timestamptz,
    constraint timeline_entry_pk primary key (version_id, ordinal),
    constraint timeline_entry_version_fk foreign key (version_id) references version
);

create index timeline_entry_public on timeline_entry (day, version_id, ordinal)
    where public_from is not null and public_to is null;
create index timeline_entry_newest on timeline_entry (day, version_id, ordinal) where recorded_to is null;
create index timeline_entry_facets on timeline_entry using gin (facets);

-- Derived rows carry the clocks of their version, so that a read needs no join to know what was visible when.
create function copy_clocks_from_version() returns trigger language plpgsql as $$
begin
    select v.recorded_from, v.recorded_to, v.public_from, v.public_to
      into new.recorded_from, new.recorded_to, new.public_from, new.public_to
      from version v where v.id = new.version_id;
    return new;
end $$;

create trigger status_span_clocks before insert on status_span
    for each row execute function copy_clocks_from_version();
create trigger timeline_entry_clocks before insert on timeline_entry
    for each row execute function copy_clocks_from_version();

create function spread_clocks_of_version() returns trigger language plpgsql as $$
begin
    update status_span set recorded_to = new.recorded_to, public_from = new.public_from, public_to = new.public_to
     where version_id = new.id;
    update timeline_entry set recorded_to = new.recorded_to, public_from = new.public_from, public_to = new.public_to
     where version_id = new.id;
    return null;
end $$;

create trigger version_clocks after update of recorded_to, public_from, public_to on version
    for each row execute function spread_clocks_of_version();

-- Nothing is deleted, and what a version says never changes: only its editorial state and the ends of its clocks do.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'what a version says is never changed or deleted';
end $$;

create trigger version_is_kept before delete on version for each row execute function refuse_rewriting();
create trigger version_says_the_same
    before update of subject_id, kind, slug, number, author, recorded_from, heading, document on version
    for each row execute function refuse_rewriting();

-- Which content the reference data last had for a subject, so that a start loads only what changed in the files.
create table reference_load (
    subject_id bigint not null,
    digest     text   not null,
    constraint reference_load_pk primary key (subject_id),
    constraint reference_load_subject_fk foreign key (subject_id) references subject
);

-- Answers to writes that carried an Idempotency-Key.
create table idempotent_answer (
    caller     text        not null,
    key        text        not null,
    request    text        not null,
    version_id bigint,
    created_at timestamptz not null,
    constraint idempotent_answer_pk primary key (caller, key),
    constraint idempotent_answer_version_fk foreign key (version_id) references version
);
