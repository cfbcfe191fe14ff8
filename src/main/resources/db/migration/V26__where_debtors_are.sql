-- What rows of one file say otherwise of where a debtor is: all of it counts, until a later file tells of him.
create table told_otherwise (
  debtor_id varchar(64) not null references debtor (debtor_id),
  what varchar(10) not null,
  told varchar(100) not null,
  run bigint not null,
  primary key (debtor_id, what, told)
);

-- Of whom something new is known, which the cases concerned have yet to hear: a debtor, or one of our people.
create table news (
  kind varchar(20) not null,
  subject varchar(64) not null,
  since timestamp with time zone not null,
  tries integer not null,
  primary key (kind, subject)
);

-- Whose debtor can be reached in no way, as far as is known: somebody has to find one.
create table unreachable_case (
  case_number varchar(40) not null primary key references collection_case (case_number),
  since timestamp with time zone not null
);
