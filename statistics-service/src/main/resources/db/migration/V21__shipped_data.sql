-- What the database has taken in of the data that ship with the service: where nothing changed, a start has nothing to compare.
create table shipped_data (
    name      text constraint shipped_data_pk primary key,
    sha256    text not null,
    stored_at timestamptz not null default now()
);
