-- The status of a record as a whole, so that a list needn't look for the span of each record: the statuses one after the
-- other, and the day from which each holds.
alter table version
    add column statuses    text[],
    add column status_days date[],
    add constraint version_statuses_have_days check (
        (statuses is null) = (status_days is null) and cardinality(statuses) = cardinality(status_days));

update version v set statuses = s.statuses, status_days = s.days
  from (select version_id, array_agg(status order by from_day) as statuses, array_agg(from_day order by from_day) as days
          from status_span where party = '' group by version_id) s
 where s.version_id = v.id;

-- Lists count inside of indexes, which hold what they are filtered by.
alter table status_span add column first_day date, add column last_day date;
update status_span s set first_day = v.first_day, last_day = v.last_day from version v where v.id = s.version_id;
alter table status_span alter column first_day set not null;

create function copy_days_and_clocks_from_version() returns trigger language plpgsql as $$
begin
    select v.kind, v.first_day, v.last_day, v.recorded_from, v.recorded_to, v.public_from, v.public_to
      into new.kind, new.first_day, new.last_day, new.recorded_from, new.recorded_to, new.public_from, new.public_to
      from version v where v.id = new.version_id;
    return new;
end $$;

drop trigger status_span_clocks on status_span;
create trigger status_span_clocks before insert on status_span
    for each row execute function copy_days_and_clocks_from_version();
drop function copy_kind_and_clocks_from_version;

drop index status_span_public;
create index status_span_public on status_span (kind, status, from_day, until_day, first_day, last_day)
    where party = '' and public_from is not null and public_to is null;
create index status_span_newest on status_span (kind, status, from_day, until_day, first_day, last_day)
    where party = '' and recorded_to is null;

drop index version_public_day, version_public_heading, version_newest_day;
create index version_public_day on version (kind, first_day, slug) include (id, last_day, state)
    where public_from is not null and public_to is null;
create index version_public_heading on version (kind, sort_heading, slug) include (id, first_day, last_day, state)
    where public_from is not null and public_to is null;
create index version_newest_day on version (kind, first_day, slug) include (id, last_day, state)
    where recorded_to is null;
create index version_newest_heading on version (kind, sort_heading, slug) include (id, first_day, last_day, state)
    where recorded_to is null;
