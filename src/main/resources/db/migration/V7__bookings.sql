-- Entries that a person or a model booked say by whom and why.

alter table ledger_entry add column actor varchar(64);
alter table ledger_entry add column reason varchar(500);
comment on column ledger_entry.actor is 'who booked it, where no file told it';
