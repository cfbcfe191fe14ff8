-- Letters that anyone can check, and links by which debtors opt out.

create table printed_letter (
  code                  varchar(12)  primary key,
  reference             varchar(190) not null unique,
  dated                 date         not null,
  template              varchar(60)  not null,
  creditor              varchar(200) not null,
  printed_at            timestamp with time zone
);
comment on column printed_letter.code is 'printed on the letter; who holds the letter can ask whether it is genuine';
comment on column printed_letter.reference is 'the message''s own, such as C100001-17';
comment on column printed_letter.printed_at is 'set when file and manifest line are there; until then the letter does not exist for the public';

create table print_lock (
  id                    integer      primary key
);
comment on table print_lock is 'one row, locked while a manifest is written: one line at a time on all nodes';
insert into print_lock (id) values (1);

create table opt_out_link (
  token                 varchar(32)  primary key,
  debtor_id             varchar(64)  not null references debtor,
  channel               varchar(12)  not null,
  made_at               timestamp with time zone not null,
  unique (debtor_id, channel)
);
comment on table opt_out_link is 'the secret part of the link by which a debtor opts out of a channel';
