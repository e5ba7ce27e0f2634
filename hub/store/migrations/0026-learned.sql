-- Whether it comes here, too, how customers ask when an agent picks an answer: a switch of its own, as
-- it is other words than those of questions without an answer.
alter table organisation add column sharing_learned boolean not null default false;

-- What a customer wrote when an agent picked the entry, redacted before it was sent and again before it
-- is kept; by the number that the device has for the pick, so that it can take it back.
create table learned_pick (
  organisation text not null references organisation (id),
  device text not null references device (id),
  seq bigint not null,
  at bigint not null,
  kb text not null,
  entry text not null,
  -- The hash of entry and text, as the devices make it.
  phrasing text not null,
  body text not null,
  primary key (organisation, device, seq)
);
create index on learned_pick (organisation, kb, phrasing);
create index on learned_pick (at);

-- What was decided about such a phrasing (accepted, refused). It outlives the text, which it does not
-- hold.
create table learned_decision (
  organisation text not null references organisation (id),
  kb text not null,
  entry text not null,
  phrasing text not null,
  decision text not null,
  at bigint not null,
  primary key (organisation, kb, phrasing)
);
