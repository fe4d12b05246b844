-- An import that its sender didn't wait for. Progress is written while it runs; a job whose replica fell silent has failed.
create table import_job (
    id           uuid constraint import_job_pk primary key,
    state        text not null constraint import_job_state_known check (state in ('RUNNING', 'SUCCEEDED', 'FAILED')),
    phase        text not null,
    file_name    text,
    bytes_total  bigint not null,
    bytes_read   bigint not null default 0,
    rows_read    bigint not null default 0,
    started_at   timestamptz not null,
    seen_at      timestamptz not null,
    finished_at  timestamptz,
    release_id   text,
    created      boolean,
    problem      jsonb,
    constraint import_job_finished check ((state = 'RUNNING') = (finished_at is null)),
    constraint import_job_succeeded check ((state = 'SUCCEEDED') = (release_id is not null)),
    constraint import_job_failed check ((state = 'FAILED') = (problem is not null))
);
create index import_job_started on import_job (started_at desc, id);
