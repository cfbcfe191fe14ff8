-- The dispatcher takes the oldest messages that wait: with this it finds them without sorting all of them.

drop index contact_status;
create index contact_status on contact_attempt (status, attempt_id);
