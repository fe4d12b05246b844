-- Who wrote what. Rows are only ever added: the trigger stops everybody, and nobody but the owner could give the rights back.
create table if not exists audit_record (
    id bigint generated always as identity constraint audit_record_pk primary key,
    at timestamptz not null default clock_timestamp(),
    request uuid not null,
    phase text not null constraint audit_record_phase check (phase in ('begun', 'ended', 'refused')),
    subject text,
    address text not null,
    method text not null,
    target text not null,
    status smallint,
    result text,
    trace_id text,
    constraint audit_record_ends_with_a_status check ((phase = 'begun') = (status is null)),
    constraint audit_record_of_someone check (phase = 'refused' or subject is not null)
);

create index if not exists audit_record_at on audit_record (at);
create index if not exists audit_record_subject on audit_record (subject, at);

comment on table audit_record is 'Every write: a row before it is tried, one with its result, or one that says that it was refused';
comment on column audit_record.request is 'Joins the row of the begin with the row of the end; a begin without an end was broken off';
comment on column audit_record.subject is 'Who, by their token; null where a write was refused because nobody was known';
comment on column audit_record.address is 'Where the request came from, as the nearest trusted proxy says';
comment on column audit_record.target is 'Path and query';
comment on column audit_record.result is 'Address of what was made, if something was';

create or replace function audit_record_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'audit records are neither changed nor deleted' using errcode = 'insufficient_privilege';
end
$$;

create or replace trigger audit_record_only_grows
    before update or delete or truncate on audit_record
    for each statement execute function audit_record_only_grows();

do $$
declare
    holder text;
begin
    for holder in
        select distinct case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end
        from pg_class c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
        where c.oid = 'audit_record'::regclass
    loop
        execute 'revoke update, delete, truncate on audit_record from ' || holder;
    end loop;
end
$$;
