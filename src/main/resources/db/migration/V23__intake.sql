-- Files: how far their intake is, complete ones that are too short, the same content again; cases that follow later.

create table case_follow_up (
  debtor_id             varchar(64)  not null references debtor,
  currency              varchar(3)   not null,
  why                   varchar(12)  not null,
  since                 timestamp with time zone not null,
  tried_at              timestamp with time zone,
  tries                 integer      not null,
  primary key (debtor_id, currency)
);
comment on table case_follow_up is 'debtors whose accounts changed while the processes of their cases could not be told';
