-- How often something happened on a day (UTC, counted from 1970), by entry and console. What has no
-- entry, or none that the base knows, has an empty one.
create table event_sum (
  organisation text not null references organisation (id),
  day int not null,
  kb text not null,
  entry text not null,
  kind text not null,
  console text not null,
  count bigint not null,
  primary key (organisation, day, kb, entry, kind, console)
);

-- Up to which of a device's events the sums count.
alter table device add column summed_hw bigint not null default 0;
create index on device (id) where event_hw > summed_hw;

-- When the hub took an event: what a device says of its time may be anything.
alter table event add column taken_at bigint;
update event set taken_at = at;
alter table event alter column taken_at set not null;
create index on event (taken_at);
