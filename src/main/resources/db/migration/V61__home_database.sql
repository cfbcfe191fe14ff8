-- Which database this is: a dump that is restored elsewhere brings the row along, and is known by it as a copy.
create table home_database (
  only_row              smallint     default 1 primary key check (only_row = 1),
  identity              varchar(100) not null,
  rest_until            timestamp with time zone
);
comment on column home_database.identity is 'server and database in which Remit works, as PostgreSQL numbers them';
comment on column home_database.rest_until is 'after a restore: until then nothing goes out by itself';
