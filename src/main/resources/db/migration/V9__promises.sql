-- What a debtor promised, under which terms it is judged, and what a supervisor said to it.

alter table promise add column method varchar(20) default 'OTHER' not null;
alter table promise add column representative varchar(200);
alter table promise add column reminder_agreed boolean default false not null;
alter table promise add column grace_days integer default 0 not null;
alter table promise add column threshold_percent integer default 100 not null;
alter table promise add column approve_by date;
alter table promise add column decided_by varchar(64);
alter table promise add column decided_at timestamp with time zone;
alter table promise add column decision_note varchar(2000);
alter table promise add column paid numeric(19,4) default 0 not null;
comment on column promise.representative is 'who promised in the debtor''s place; null if he did himself';
comment on column promise.grace_days is 'a payment may be so many days late';
comment on column promise.threshold_percent is 'so much of the amount is enough';
comment on column promise.approve_by is 'a supervisor must approve it, and contact pauses for that until this day; null if nobody must';
comment on column promise.paid is 'what had come in on it when it was settled last';

alter table contact_attempt add column promise_id bigint references promise;
alter table contact_attempt add column overdue_reason varchar(20);
comment on column contact_attempt.promise_id is 'the promise that the message confirms or reminds of';
comment on column contact_attempt.overdue_reason is 'why the debtor is overdue, as he said in this conversation';
create index contact_promise on contact_attempt (promise_id);
