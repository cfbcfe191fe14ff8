-- The models that run, and those that ran or were proposed: each release with its files, for good.
create table model_release (
  release_number        integer      primary key,
  label                 varchar(60),
  comment_text          varchar(500),
  based_on              integer      references model_release,
  sha256                varchar(64)  not null,
  status                varchar(20)  not null,
  proposed_by           varchar(64)  not null,
  proposed_at           timestamp with time zone not null,
  decided_by            varchar(64),
  decided_at            timestamp with time zone,
  decision_note         varchar(500),
  deployed_at           timestamp with time zone,
  restores              integer      references model_release,
  deployment_id         varchar(64)
);
comment on column model_release.based_on is 'the release that ran when it was proposed; null for the first';
comment on column model_release.sha256 is 'of one line for each file, as sha256sum writes them, in the order of the names';
comment on column model_release.status is
  'PROPOSED, REFUSED, OUT_OF_DATE (another was deployed first), RUNNING, REPLACED or ROLLED_BACK';
comment on column model_release.proposed_by is 'a user id, or system for the folder that was given at a start';
comment on column model_release.restores is 'the release whose files it has again, if somebody rolled back to it';
comment on column model_release.deployment_id is 'what the engine calls the deployment; null if it took nothing new';

create table model_content (
  sha256                varchar(64)  primary key,
  content               bytea        not null
);
comment on table model_content is 'each content of a file once, however many releases have it';

create table model_release_file (
  release_number        integer      not null references model_release,
  file_name             varchar(200) not null,
  sha256                varchar(64)  not null references model_content,
  primary key (release_number, file_name)
);

create table running_release (
  running_id            integer      primary key check (running_id = 1),
  release_number        integer      references model_release
);
comment on table running_release is 'one row, which whoever proposes or deploys keeps from others until it is done';
insert into running_release (running_id, release_number) values (1, null);
