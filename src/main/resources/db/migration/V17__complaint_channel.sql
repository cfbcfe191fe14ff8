-- By which channel a complaint came.

alter table complaint add column channel varchar(12);
comment on column complaint.channel is 'null if nobody told, and for complaints that are older than this column';
