-- How many supervisors must approve a change of the base before it is published: 0, 1 or 2.
alter table kb add column approvals int not null default 0;

-- Changes that were handed in. What comes of them is decided by a person or by the clock, once.
create table proposal (
  id text primary key,
  organisation text not null,
  kb text not null,
  person text not null references person (id),
  at bigint not null,
  why text not null,
  -- The operations and the versions that they were made on.
  changes text not null,
  -- The least number of approvals, whatever the base asks for.
  least int not null,
  -- waiting, stuck, published, refused, withdrawn
  state text not null,
  publish_at bigint,
  expire_at bigint,
  -- How what was published stood before, until it has expired.
  before text,
  word text,
  closed_by text,
  closed_at bigint,
  version bigint
);
create index on proposal (organisation, kb, state);
create index on proposal (publish_at);
create index on proposal (expire_at);

create table approval (
  proposal text not null references proposal (id),
  person text not null references person (id),
  at bigint not null,
  primary key (proposal, person)
);

-- Whether questions without an answer come here unasked, and what of them is put out of sight first.
alter table organisation add column sharing boolean not null default false;
alter table organisation add column redaction text not null default '[]';

-- Questions that no answer fitted, redacted before they were sent and again before they are kept.
create table gap (
  organisation text not null references organisation (id),
  id text not null,
  device text not null references device (id),
  at bigint not null,
  console text not null,
  body text not null,
  closed_at bigint,
  primary key (organisation, id)
);
create index on gap (organisation, at);
