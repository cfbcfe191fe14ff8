-- Robots' calls whose result has not been told for too long are looked for all the time.

create index contact_channel on contact_attempt (channel, status, sent_at);
