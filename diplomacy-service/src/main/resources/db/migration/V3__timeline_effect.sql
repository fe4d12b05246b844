-- What began on a day and stayed in effect, until the first day on which it no longer was.
alter table timeline_entry
    add column lasts boolean not null default false,
    add column until_day date,
    add constraint timeline_entry_until check (until_day is null or lasts);

update timeline_entry t
   set lasts = true, until_day = cast(m.measure ->> 'until' as date)
  from version v
 cross join lateral jsonb_path_query(v.document, 'lax $.measures[*] ? (@.from != null)') as m(measure)
 where v.id = t.version_id and v.kind = 'port' and t.kind = 'port-measure'
   and t.day = cast(m.measure ->> 'from' as date) and t.heading like '% ' || (m.measure ->> 'kind');

update timeline_entry t
   set lasts = true, until_day = cast(v.document ->> 'until' as date) + 1
  from version v
 where v.id = t.version_id and t.kind = 'event' and v.document ->> 'until' is not null;

update timeline_entry t
   set lasts = true, until_day = s.until_day
  from status_span s
 where s.version_id = t.version_id and t.kind = 'agreement-action' and s.party = '' and s.from_day = t.day
   and t.heading ~ (': ' || case s.status when 'in-force' then '(in force|resumed)' else s.status end || '( by [A-Z]{3})?$')
   and s.status in ('in-force', 'suspended', 'ended', 'superseded');
