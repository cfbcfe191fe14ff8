-- Whom the creditor's own login (OpenID Connect) knows by which name here, and whose logins it has ended.

create table provider_user (
  user_id               varchar(64)  primary key,
  issuer                varchar(500) not null,
  subject               varchar(255) not null,
  bound_at              timestamp with time zone not null,
  constraint provider_user_subject unique (issuer, subject)
);
comment on table provider_user is 'users who log in at the provider; another subject of the same name is not let in';

create table provider_logout (
  ended                 varchar(320) primary key,
  at                    timestamp with time zone not null
);
comment on table provider_logout is 'logins from before that moment are over';
comment on column provider_logout.ended is 'sid: and a session of the provider, or sub: and a subject';
