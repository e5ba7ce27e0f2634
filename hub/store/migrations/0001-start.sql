-- Times are ms since 1970, as the extension has them. Bodies are text, not jsonb: the chain is made
-- of their exact characters.

create table organisation (
  id text primary key,
  name text not null
);

create table person (
  id text primary key,
  organisation text not null references organisation (id),
  name text not null,
  created_at bigint not null
);
create index on person (organisation);

-- kb '*' stands for every base of the organisation.
create table membership (
  person text not null references person (id),
  kb text not null,
  role text not null,
  primary key (person, kb)
);

create table device (
  id text primary key,
  person text not null references person (id),
  token_hash text not null unique,
  event_hw bigint not null,
  created_at bigint not null,
  revoked_at bigint
);
create index on device (person);

create table invite (
  secret_hash text primary key,
  organisation text not null references organisation (id),
  kb text not null,
  role text not null,
  made_by text,
  expires_at bigint not null,
  used_at bigint
);

-- id is unique within an organisation; read_key is what a copy is fetched by, without a token.
create table kb (
  organisation text not null references organisation (id),
  id text not null,
  read_key text not null unique,
  epoch text not null,
  version bigint not null,
  chain text not null,
  floor bigint not null,
  floor_chain text not null,
  primary key (organisation, id)
);

-- How each subject (an entry, or '*' for the base itself) stands; a deleted one has no body.
create table subject (
  organisation text not null,
  kb text not null,
  id text not null,
  body text,
  version bigint not null,
  born bigint not null,
  primary key (organisation, kb, id)
);

create table change (
  organisation text not null,
  kb text not null,
  version bigint not null,
  subject text not null,
  body text not null,
  chain text not null,
  primary key (organisation, kb, version)
);
create index on change (organisation, kb, subject, version);

create table revision (
  organisation text not null,
  kb text not null,
  version bigint not null,
  from_version bigint not null,
  at bigint not null,
  person text not null,
  why text not null,
  rollback_to bigint,
  primary key (organisation, kb, version)
);

-- Whole pages, stored compressed: they never change.
create table page_blob (
  organisation text not null,
  kb text not null,
  epoch text not null,
  from_version bigint not null,
  body bytea not null,
  primary key (organisation, kb, epoch, from_version)
);

create table snapshot_part (
  organisation text not null,
  kb text not null,
  epoch text not null,
  version bigint not null,
  chain text not null,
  part int not null,
  sha256 text not null,
  body bytea not null,
  primary key (organisation, kb, epoch, version, part)
);

create table event (
  device text not null references device (id),
  seq bigint not null,
  at bigint not null,
  kind text not null,
  body text not null,
  primary key (device, seq)
);

create table event_dead (
  device text not null references device (id),
  upto bigint not null,
  body text not null
);

create table seen (
  device text not null references device (id),
  kb text not null,
  version bigint not null,
  primary key (device, kb)
);

create table audit (
  id text primary key,
  organisation text not null,
  at bigint not null,
  person text,
  deed text not null,
  about text not null
);
