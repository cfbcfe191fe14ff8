-- What Remit knows of the engine's users: who still has a password that somebody else chose, and from where they log in.

create table password_owed (
  user_id               varchar(64)  primary key,
  set_by                varchar(64),
  since                 timestamp with time zone not null
);
comment on table password_owed is 'users who have to choose a password of their own before anything else';

create table login_place (
  user_id               varchar(64)  not null,
  network               varchar(64)  not null,
  last_login            timestamp with time zone not null,
  primary key (user_id, network)
);
comment on table login_place is 'networks from which a user gave the right password; guesses from elsewhere do not slow him down there';
