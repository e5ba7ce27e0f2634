-- Who a person is at the company's provider of accounts.
create table login (
  organisation text not null references organisation (id),
  issuer text not null,
  subject text not null,
  person text not null references person (id),
  primary key (organisation, issuer, subject)
);

-- Somebody who is signing in just now. Whoever asked proves it by what `challenge` was made of, and
-- that they are the one who signed in by the code that they were shown.
create table sign_in (
  state_hash text primary key,
  organisation text not null references organisation (id),
  challenge text not null unique,
  browser_hash text not null,
  nonce text not null,
  verifier text not null,
  expires_at bigint not null,
  is_used boolean not null default false,
  issuer text,
  subject text,
  name text,
  code_hash text,
  tries int not null default 0
);
create index on sign_in (expires_at);
