-- Whether a subject is seen depends on the proposals about it.
create index proposal_of_subject on proposal (subject_id);

-- How few are asked for is a parameter, which the planner doesn't know: it would join and sort all that are live,
-- 200 ms of 20,000 rounds. In the order of their index it ends after those few.
alter function rounds_to_vote(text, text, int) set enable_sort = off;
alter function rounds_to_vote(text, text, int) set enable_hashjoin = off;
