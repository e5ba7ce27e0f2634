-- Which proposal a revision came of; the log of deeds tells it by the revision alone, with who
-- approved it. What was published before is found by where it stands: who hands in the same again
-- publishes nothing, so that the first is meant.
alter table revision add column proposal text;
update revision set proposal = (
  select id from proposal
  where proposal.organisation = revision.organisation and proposal.kb = revision.kb
    and proposal.version = revision.version and proposal.person = revision.person
    and rollback_to is null and closed_at between revision.at - 60000 and revision.at + 60000
  order by closed_at, id limit 1);
create index on revision (proposal);
