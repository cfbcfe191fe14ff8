-- What each account in collection was like at the end of each day: what trends and comparisons are computed from.

create table snapshot_day (
  business_day          date         primary key,
  begins_at             timestamp with time zone not null,
  ends_at               timestamp with time zone not null,
  copied_to             varchar(40),
  finished_at           timestamp with time zone
);
comment on table snapshot_day is 'one row per day, locked while some of its cases are copied: two nodes never copy the same';
comment on column snapshot_day.begins_at is 'midnight in the creditor''s zone; ends_at is the next one';
comment on column snapshot_day.copied_to is 'the last case number that was copied: whoever goes on begins behind it';
comment on column snapshot_day.finished_at is 'from then on the day never changes, whatever is corrected later';

create table account_day (
  business_day          date         not null,
  case_number           varchar(40)  not null,
  account_number        varchar(64)  not null,
  stage                 varchar(20)  not null,
  status                varchar(10)  not null,
  bucket                smallint     not null,
  product               varchar(40)  not null,
  region                varchar(10),
  currency              varchar(3)   not null,
  overdue               numeric(19,4) not null,
  outstanding           numeric(19,4) not null,
  collector             varchar(64),
  partner               varchar(40),
  primary key (business_day, case_number, account_number)
);
comment on table account_day is 'accounts with something outstanding in cases that were not closed';
comment on column account_day.bucket is 'of the case: 0 for M0 to 7 for M7+';
comment on column account_day.partner is 'with whom the case was placed';

create table account_entry (
  case_number           varchar(40)  not null,
  account_number        varchar(64)  not null,
  business_day          date         not null,
  bucket                smallint     not null,
  product               varchar(40)  not null,
  region                varchar(10),
  currency              varchar(3)   not null,
  overdue               numeric(19,4) not null,
  outstanding           numeric(19,4) not null,
  primary key (case_number, account_number)
);
comment on table account_entry is 'the first account_day of an account in a case: its age and amount when it entered';
create index entry_day on account_entry (business_day);
create index entry_account on account_entry (account_number);

-- What figures of a period and the operators' figures look for.
create index event_at on case_event (at, type);
create index contact_planned on contact_attempt (planned_at);
create index contact_sent on contact_attempt (sent_at);
create index ledger_booked on ledger_entry (booked_at);
