-- A list by status alone counts in the index: it needs to know the kind of the record.
alter table status_span add column kind text;
update status_span s set kind = v.kind from version v where v.id = s.version_id;
alter table status_span alter column kind set not null;

create function copy_kind_and_clocks_from_version() returns trigger language plpgsql as $$
begin
    select v.kind, v.recorded_from, v.recorded_to, v.public_from, v.public_to
      into new.kind, new.recorded_from, new.recorded_to, new.public_from, new.public_to
      from version v where v.id = new.version_id;
    return new;
end $$;

drop trigger status_span_clocks on status_span;
create trigger status_span_clocks before insert on status_span
    for each row execute function copy_kind_and_clocks_from_version();

drop index status_span_public;
create index status_span_public on status_span (kind, status, from_day, until_day)
    where party = '' and public_from is not null and public_to is null;
