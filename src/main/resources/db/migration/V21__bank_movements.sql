-- What banks told, movement by movement: by its facts the same money is known again in whatever form it comes, and a
-- person who is asked sees all of it. Until now only the facts of payments without an account were kept.

create table bank_movement (
  reference             varchar(100) primary key,
  kind                  varchar(20)  not null,
  amount                numeric(19,4) not null,
  currency              varchar(3)   not null,
  booking_date          date         not null,
  value_date            date         not null,
  own_account           varchar(64),
  balance_after         numeric(19,4),
  payer_name            varchar(200),
  payer_account         varchar(64),
  ultimate_payer        varchar(200),
  remittance            varchar(4000) not null,
  creditor_references   varchar(1000) not null,
  bank_reference        varchar(100),
  end_to_end_id         varchar(100),
  other_references      varchar(1000) not null,
  instructed_amount     numeric(19,4),
  instructed_currency   varchar(3),
  exchange_rate         numeric(19,9),
  charges               numeric(19,4),
  charges_currency      varchar(3),
  return_reason         varchar(40),
  payments              integer      default 1 not null,
  fate                  varchar(20)  not null,
  whole_reference       varchar(100),
  may_be                varchar(100),
  file_id               bigint       not null,
  line                  bigint       not null,
  told_in_run           bigint       not null,
  told_entry            bigint       not null,
  told_part             integer      not null
);
comment on table bank_movement is 'one row for each movement that is about a debtor''s money, however often it is told; kept for good';
comment on column bank_movement.fate is 'POSTED, ASKED (a person), IN_PARTS (what is told of its parts counts), DOUBTFUL (as IN_PARTS, but the whole may be known)';
comment on column bank_movement.payments is 'of how many payments it is made, as far as the bank tells: of several one text may be told, so that a person decides';
comment on column bank_movement.whole_reference is 'of a part: the movement of the entry as a whole';
comment on column bank_movement.may_be is 'another movement that may be the same money: a person decides';
comment on column bank_movement.told_in_run is 'the newest pass over a file that told it: two movements of one file are never the same';
comment on column bank_movement.told_part is 'which movement of that entry it was; -1 for the entry as a whole where it has parts';
create index bank_movement_day on bank_movement (amount, booking_date, told_in_run);
create index bank_movement_value_day on bank_movement (amount, value_date, told_in_run);
create index bank_movement_bank on bank_movement (bank_reference);
create index bank_movement_end_to_end on bank_movement (end_to_end_id);
create index bank_movement_told on bank_movement (told_in_run, told_entry, told_part);
create index bank_movement_whole on bank_movement (whole_reference);

insert into bank_movement (reference, kind, amount, currency, booking_date, value_date, payer_name, payer_account,
    remittance, creditor_references, end_to_end_id, other_references, fate, file_id, line, told_in_run, told_entry, told_part)
  select p.reference, p.kind, p.amount, p.currency, p.value_date, p.value_date, p.payer_name, p.payer_account,
         p.remittance, p.named, p.end_to_end_id, '', case when p.status = 'POSTED' then 'POSTED' else 'ASKED' end,
         p.file_id, p.line, 0, 0, 0
    from unidentified_payment p;

-- What was posted before is known by little: a movement that may be it is shown to a person.
insert into bank_movement (reference, kind, amount, currency, booking_date, value_date, remittance,
    creditor_references, end_to_end_id, other_references, fate, file_id, line, told_in_run, told_entry, told_part)
  select posted.reference, posted.type, posted.amount, posted.currency, posted.value_date, posted.value_date, '', '',
         called.end_to_end_id, '', 'POSTED', posted.file_id, posted.line, 0, 0, 0
    from (select parts.reference, min(parts.type) as type, sum(parts.amount) as amount,
                 min(parts.currency) as currency, min(parts.value_date) as value_date, min(parts.file_id) as file_id,
                 min(parts.line) as line
            from (select case when position('/' in l.reference) > 0
                              then substring(l.reference from 1 for position('/' in l.reference) - 1)
                              else l.reference end as reference,
                         l.type, l.amount, l.currency, l.value_date, l.file_id, l.line
                    from ledger_entry l
                   where l.reference like 'B-%' and l.type in ('PAYMENT', 'CHARGEBACK') and l.file_id is not null
                     and l.line is not null) parts
           group by parts.reference) posted
    left join bank_payment called on called.reference = posted.reference
   where not exists (select 1 from bank_movement known where known.reference = posted.reference);

drop table bank_payment;

alter table unidentified_payment drop column kind;
alter table unidentified_payment drop column amount;
alter table unidentified_payment drop column currency;
alter table unidentified_payment drop column value_date;
alter table unidentified_payment drop column payer_name;
alter table unidentified_payment drop column payer_account;
alter table unidentified_payment drop column remittance;
alter table unidentified_payment drop column named;
alter table unidentified_payment drop column end_to_end_id;
alter table unidentified_payment drop column file_id;
alter table unidentified_payment drop column line;
alter table unidentified_payment add foreign key (reference) references bank_movement;
alter table unidentified_payment add column decision varchar(12);
alter table unidentified_payment add column rest varchar(12);
comment on column unidentified_payment.decision is 'what a person decided, while another one has to approve it';
comment on column unidentified_payment.rest is 'what becomes of what is not posted: STAYS (to be identified), COST (the creditor''s)';

create table payment_posting (
  payment_id            bigint       not null references unidentified_payment,
  position              integer      not null,
  account_number        varchar(64)  not null,
  type                  varchar(12)  not null,
  amount                numeric(19,4) not null,
  currency              varchar(3)   not null,
  reverses              varchar(100),
  primary key (payment_id, position)
);
comment on table payment_posting is 'how a person divided a payment among accounts: what is booked once it is approved';
