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

alter table intake_file alter column applied set data type varchar(4000);

create table waiting_order (
  entry_id              bigint       primary key references ledger_entry,
  rejected_at           timestamp with time zone,
  rejected_by           varchar(64),
  note                  varchar(2000)
);
comment on table waiting_order is 'orders of payments files that count only when their account or payment is known, or that a person rejected: those never count';
insert into waiting_order (entry_id)
select e.entry_id from ledger_entry e
  left join account a on a.account_number = e.account_number
  left join ledger_entry p on p.reference = e.reverses
 where e.type <> 'SNAPSHOT'
   and (a.account_number is null or a.currency <> e.currency
     or e.type in ('REVERSAL', 'CHARGEBACK') and (p.entry_id is null or p.type <> 'PAYMENT'
       or p.account_number <> e.account_number or p.amount <> e.amount or p.currency <> e.currency));

create table missing_account (
  account_number        varchar(64)  primary key references account,
  case_number           varchar(40)  references collection_case,
  missing_on            date         not null
);
comment on table missing_account is 'accounts that were closed because a complete file left them out, and have not come back';

alter table promise add column ended_unpaid boolean not null default false;
alter table plan add column ended_unpaid boolean not null default false;
comment on column promise.ended_unpaid is 'it ran when the creditor''s files ended its case, and no payment did: it goes on if the accounts come back soon';
comment on column plan.ended_unpaid is 'it was in force when the creditor''s files, and no payment, ended it: it goes on if the accounts come back soon';

create table arrears_pass (
  run                   bigint       not null,
  product               varchar(40)  not null,
  file_id               bigint       not null references intake_file,
  primary key (run, product)
);
comment on table arrears_pass is 'which products each pass over an arrears file named: a file is applied again if another one came between';
create index arrears_pass_product on arrears_pass (product, run);
create index arrears_pass_file on arrears_pass (file_id);
