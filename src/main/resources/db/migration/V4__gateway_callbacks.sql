-- Call-backs of gateways, each taken once.

create table gateway_callback (
  signature             varchar(64)  primary key,
  received_at           timestamp with time zone not null
);
comment on table gateway_callback is 'signatures of the call-backs that took effect; removed when their time stamps are too old to be taken anyway';
comment on column gateway_callback.received_at is 'by the machine''s time, also where the application''s clock is moved';
create index gateway_callback_received on gateway_callback (received_at);
