-- When a device was last in touch; ms since 1970.
alter table device add column seen_at bigint;
