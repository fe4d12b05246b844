-- What was published and wrong altogether is no longer public; who took it back and why stands on its version.
alter table version
    add column withdrawn_by      text,
    add column withdrawal_reason text,
    add constraint version_withdrawn_with_a_reason check (
        (withdrawn_by is null) = (withdrawal_reason is null) and (withdrawn_by is null or public_to is not null));

create index version_withdrawn on version (kind, slug) where withdrawn_by is not null;
