-- One vote that changes an earlier one, as listing-service's database is asked for it: captured from the
-- running system, compared with it by VoteStatementsIT, written anew by ./lockstep bench vote-script.
-- Each client of pgbench has rounds of its own.
-- pick
\set n :client_id + 16 * random(0, :each - 1)
select *, gen_random_uuid() as fresh1, gen_random_uuid() as fresh2, gen_random_uuid() as fresh3 from bench_vote(:n)
\gset

\startpipeline
BEGIN;
select set_config('lockstep.sub', :sub, true), set_config('lockstep.agency', 'DE-REP', true),
  set_config('lockstep.strict', '{"EU27","EU-COUNCIL","G7PLUS","DE-REP"}', true), set_config('lockstep.wide', '{"DE","EU-COUNCIL","DE-REP","G7PLUS","EU27"}', true),
  set_config('lockstep.levels', E'{"UA\x3aOFFICIAL_USE","EU\x3aRESTREINT_UE","UK\x3aOFFICIAL","US\x3aUNCLASSIFIED","EU\x3aPUBLIC","EU\x3aLIMITE","CH\x3aINTERN","JP\x3aINTERNAL","US\x3aCUI","CA\x3aPROTECTED_A","UK\x3aOFFICIAL_SENSITIVE"}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', '', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'on', true);
\endpipeline
select r.* from round r join package k on k.id = r.package_id where r.id = :round and sees_package(k);
select distinct cite ->> 'exhibitId', (cite ->> 'version')::int from package_entry e
  join revision r on r.proposal_id = e.proposal_id and r.n = e.revision
  cross join lateral jsonb_array_elements(r.text -> 'reasons') reason
  cross join lateral jsonb_array_elements(coalesce(reason -> 'cites', '[]')) cite
  where e.package_id = :package and e.left_at is null;
select e1_0.package_id,e1_0.proposal_id,e1_0.case_id,e1_0.content_hash,e1_0.exhibit_set_hash,e1_0.left_at,e1_0.left_why,e1_0.listed_date,e1_0.no,e1_0.number,e1_0.revision from package_entry e1_0 where e1_0.package_id=:package and e1_0.left_at is null order by e1_0.no;
COMMIT;

\startpipeline
BEGIN;
select set_config('lockstep.sub', '', true), set_config('lockstep.agency', '', true),
  set_config('lockstep.strict', '{}', true), set_config('lockstep.wide', '{}', true),
  set_config('lockstep.levels', '{}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', 'feed', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'off', true);
\endpipeline
select journal_sequence();
COMMIT;

\startpipeline
BEGIN;
select set_config('lockstep.sub', '', true), set_config('lockstep.agency', '', true),
  set_config('lockstep.strict', '{}', true), set_config('lockstep.wide', '{}', true),
  set_config('lockstep.levels', '{}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', 'evidence-service', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'off', true);
\endpipeline
select journal_sequence();
COMMIT;

\startpipeline
BEGIN;
select set_config('lockstep.sub', '', true), set_config('lockstep.agency', '', true),
  set_config('lockstep.strict', '{}', true), set_config('lockstep.wide', '{}', true),
  set_config('lockstep.levels', '{}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', 'evidence-service', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'on', true);
\endpipeline
select * from journal_feed(:position, '{appointment.confirmed,appointment.ended,case.agency-invited,case.agency-left,case.opened,case.recused,proposal.parties}', '200');
COMMIT;

\startpipeline
BEGIN;
select set_config('lockstep.sub', :sub, true), set_config('lockstep.agency', 'DE-REP', true),
  set_config('lockstep.strict', '{"EU27","EU-COUNCIL","G7PLUS","DE-REP"}', true), set_config('lockstep.wide', '{"DE","EU-COUNCIL","DE-REP","G7PLUS","EU27"}', true),
  set_config('lockstep.levels', E'{"UA\x3aOFFICIAL_USE","EU\x3aRESTREINT_UE","UK\x3aOFFICIAL","US\x3aUNCLASSIFIED","EU\x3aPUBLIC","EU\x3aLIMITE","CH\x3aINTERN","JP\x3aINTERNAL","US\x3aCUI","CA\x3aPROTECTED_A","UK\x3aOFFICIAL_SENSITIVE"}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', '', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'off', true);
\endpipeline
insert into idempotency (actor, route, key, body_sha256, created_at) values (:sub, :route, :key, '\xaefcd051f130e6a6b18ba5dfa68ae14121cf8827a3c33bae688ed92a9ccdcbb5', :now) on conflict do nothing;
select r.* from round r join package k on k.id = r.package_id where r.id = :round and sees_package(k);
select k.* from package k where k.id = :package and sees_package(k);
select p1_0.id,p1_0.formed_at,p1_0.formed_by,p1_0.hash,p1_0.kinds,p1_0.m_level,p1_0.m_named,p1_0.m_orcon,p1_0.m_rel_to,p1_0.m_tlp,p1_0.programme,p1_0.programme_version,p1_0.year,p1_0.serial,p1_0.title,p1_0.draft_act,p1_0.originator,p1_0.outvoted,p1_0.published_at,p1_0.release_at,p1_0.in_force,p1_0.citation,p1_0.scheduled_by,p1_0.go_at,p1_0.hold_by,p1_0.hold_account,p1_0.hold_reason,p1_0.overdue,p1_0.stage,p1_0.stage_passed_at,p1_0.status,p1_0.version,p1_0.window_ends_at from package p1_0 where p1_0.id=:package for no key update of p1_0;
select r.* from round r join package k on k.id = r.package_id where r.id = :round and sees_package(k);
select r1_0.id,r1_0.access_snapshot,r1_0.closed_at,r1_0.deadline,r1_0.deadline_flag,r1_0.electorate,r1_0.moves,r1_0.notes,r1_0.opened_at,r1_0.opened_by,r1_0.outcome,r1_0.package_hash,r1_0.package_id,r1_0.programme,r1_0.programme_version,r1_0.rule,r1_0.silence,r1_0.stage,r1_0.status,r1_0.version from round r1_0 where r1_0.id=:round;
select a1_0.id,a1_0.account,a1_0.agency,a1_0.alternate,a1_0.confirmed_at,a1_0.confirmed_by,a1_0.covers_agencies,a1_0.covers_programmes,a1_0.end_reason,a1_0.ended_at,a1_0.ended_by,a1_0.instrument,a1_0.office,a1_0.programme,a1_0.proposed_at,a1_0.proposed_by,a1_0.seat,a1_0.status,a1_0.sub,a1_0.valid_from,a1_0.valid_to,a1_0.version from appointment a1_0 where a1_0.sub=:sub and a1_0.status='CONFIRMED' and a1_0.valid_from<=:now and (a1_0.valid_to is null or a1_0.valid_to>:now) and a1_0.programme='EU-833-IV' and a1_0.seat is not null fetch first '1' rows only;
select e1_0.package_id,e1_0.proposal_id,e1_0.case_id,e1_0.content_hash,e1_0.exhibit_set_hash,e1_0.left_at,e1_0.left_why,e1_0.listed_date,e1_0.no,e1_0.number,e1_0.revision from package_entry e1_0 where e1_0.package_id=:package and e1_0.left_at is null order by e1_0.no;
select 1 from recusal where sub = :sub and case_id = any (:cases) limit 1;
with me as (select :sub::text as sub), entry as (select e.proposal_id, e.revision from package_entry e where e.package_id = :package and e.left_at is null) select a.act from revision_act a join entry using (proposal_id, revision) join me on a.sub = me.sub
  union
  select 'VOTE' from vote v join me on v.sub = me.sub join round_entry r on r.round_id = v.round_id
  join entry on entry.proposal_id = r.proposal_id and entry.revision = r.revision
  union
  select case when d.recorded_by = me.sub then 'RECORD' else 'CONFIRM_RECORD' end
  from me join recorded_decision d on me.sub in (d.recorded_by, d.confirmed_by) and d.status <> 'REFUSED'
  join package_entry e on e.package_id = d.package_id
  join entry on entry.proposal_id = e.proposal_id and entry.revision = e.revision;
select v1_0.id,v1_0.account,v1_0.agency,v1_0.appointment_id,v1_0.at,v1_0.choice,v1_0.entries,v1_0.lifted_reason,v1_0.package_hash,v1_0.package_id,v1_0.reason,v1_0.reserve_until,v1_0.round_id,v1_0.seat,v1_0.for_sub,v1_0.for_account,v1_0.for_why,v1_0.sub,v1_0.superseded_at,v1_0.superseded_why,v1_0.without from vote v1_0 where v1_0.round_id=:round order by v1_0.at;
select e1_0.package_id,e1_0.proposal_id,e1_0.case_id,e1_0.content_hash,e1_0.exhibit_set_hash,e1_0.left_at,e1_0.left_why,e1_0.listed_date,e1_0.no,e1_0.number,e1_0.revision from package_entry e1_0 where e1_0.package_id=:package and e1_0.left_at is null order by e1_0.no;
select seat, exhibit_id || '/' || version from package_waiver where package_id = :package order by 1, 2;
select v1_0.id,v1_0.account,v1_0.agency,v1_0.appointment_id,v1_0.at,v1_0.choice,v1_0.entries,v1_0.lifted_reason,v1_0.package_hash,v1_0.package_id,v1_0.reason,v1_0.reserve_until,v1_0.round_id,v1_0.seat,v1_0.for_sub,v1_0.for_account,v1_0.for_why,v1_0.sub,v1_0.superseded_at,v1_0.superseded_why,v1_0.without from vote v1_0 where v1_0.round_id=:round order by v1_0.at;
update vote set lifted_reason=null,superseded_at=:now,superseded_why='changed' where id=:live;
insert into vote (account,agency,appointment_id,at,choice,entries,lifted_reason,package_hash,package_id,reason,reserve_until,round_id,seat,for_sub,for_account,for_why,sub,superseded_at,superseded_why,without,id) values ('de-voter','DE-REP',:appointment,:now,'APPROVE','{}',null,:hash,:package,'Considered again, 530417657',null,:round,'DE',null,null,null,:sub,null,null,'[]',:fresh1);
select e1_0.package_id,e1_0.proposal_id,e1_0.case_id,e1_0.content_hash,e1_0.exhibit_set_hash,e1_0.left_at,e1_0.left_why,e1_0.listed_date,e1_0.no,e1_0.number,e1_0.revision from package_entry e1_0 where e1_0.package_id=:package and e1_0.left_at is null order by e1_0.no;
select distinct cite ->> 'exhibitId', (cite ->> 'version')::int from package_entry e
  join revision r on r.proposal_id = e.proposal_id and r.n = e.revision
  cross join lateral jsonb_array_elements(r.text -> 'reasons') reason
  cross join lateral jsonb_array_elements(coalesce(reason -> 'cites', '[]')) cite
  where e.package_id = :package and e.left_at is null;
with payload as (insert into journal_payload (event_id, bytes) values (:fresh2, '\x7b2263686f696365223a22415050524f5645222c22646561646c696e65223a22323032362d31322d30335431363a33323a33342e3634303935305a222c22656e7472696573223a5b7b22636f6e74656e7448617368223a2237646166626637636131313761353932383239323835336235343036343833396335353230316431373561663863636131616130393535326230306436366132222c226578686962697453657448617368223a2264376331346633356639366438356664363465633636356434396136383332616363346233363066613735613565666537396664363039626639373032666432222c2270726f706f73616c4964223a2239646136653263302d646661322d346233352d613362382d656239383038323561653461222c227265766973696f6e223a317d5d2c226578686962697473223a5b7b22657868696269744964223a2230316132306536362d646438322d373039302d613061312d646330343135613834323765222c2276657273696f6e223a317d2c7b22657868696269744964223a2230316132306536362d643939622d376136332d616165632d376464353431353837666262222c2276657273696f6e223a317d5d2c226e756d626572223a2245552d3833332d49562f323032362f31222c227061636b61676548617368223a2265333132333836353562333963313138643966366635353036363531636261343236643436343337393861656533323036356464646137306435346632326166222c227061636b6167654964223a2265666566376662372d313039362d343830642d386236312d333265353964393764353230222c22726f756e644964223a2231636136663735392d333738612d343436312d613532622d353535636633333763323461222c2272756c65223a22554e414e494d495459222c227374616765223a2252454c4558222c2274657874223a22436f6e7369646572656420616761696e2c20353330343137363537227d'))
  insert into journal (event_id, type, schema_version, occurred_at, actor, agency, seat, aggregate_type,
  aggregate_id, aggregate_revision, case_id, scope_id, programme, command_id, outcome, salt,
  payload_sha256, originator, audience, audience_owner, m_level, m_orcon, m_rel_to, m_tlp, m_named)
  values (:fresh2, 'round.voted', '1', :now, :sub, 'DE-REP', 'DE', 'round', :round, '1', null, :package, 'EU-833-IV', :fresh3, 'DONE', '\x34eac05d3ec67cd2d8273905e024f1328c7456b4e045717437ea57ef263b5448', '\x105b9a59c5f2ba9468345dae29d0ac0a8db27e06c8c7bb37c2a2f61e7c809d81', 'EU-PRES', 'ELECTORATE', null, E'EU\x3aLIMITE', 'f', '{EU-COUNCIL}', 'AMBER', '{}');
select v1_0.id,v1_0.account,v1_0.agency,v1_0.appointment_id,v1_0.at,v1_0.choice,v1_0.entries,v1_0.lifted_reason,v1_0.package_hash,v1_0.package_id,v1_0.reason,v1_0.reserve_until,v1_0.round_id,v1_0.seat,v1_0.for_sub,v1_0.for_account,v1_0.for_why,v1_0.sub,v1_0.superseded_at,v1_0.superseded_why,v1_0.without from vote v1_0 where v1_0.round_id=:round order by v1_0.at;
select p.* from proposal p where p.package_id = :package and sees_proposal(p) order by p.id;
update idempotency set answer = 'true' where actor = :sub and route = :route and key = :key;
COMMIT;

\startpipeline
BEGIN;
select set_config('lockstep.sub', :sub, true), set_config('lockstep.agency', 'DE-REP', true),
  set_config('lockstep.strict', '{"EU27","EU-COUNCIL","G7PLUS","DE-REP"}', true), set_config('lockstep.wide', '{"DE","EU-COUNCIL","DE-REP","G7PLUS","EU27"}', true),
  set_config('lockstep.levels', E'{"UA\x3aOFFICIAL_USE","EU\x3aRESTREINT_UE","UK\x3aOFFICIAL","US\x3aUNCLASSIFIED","EU\x3aPUBLIC","EU\x3aLIMITE","CH\x3aINTERN","JP\x3aINTERNAL","US\x3aCUI","CA\x3aPROTECTED_A","UK\x3aOFFICIAL_SENSITIVE"}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', '', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'on', true);
\endpipeline
select r.* from round r join package k on k.id = r.package_id where r.id = :round and sees_package(k);
select k.* from package k where k.id = :package and sees_package(k);
select v1_0.id,v1_0.account,v1_0.agency,v1_0.appointment_id,v1_0.at,v1_0.choice,v1_0.entries,v1_0.lifted_reason,v1_0.package_hash,v1_0.package_id,v1_0.reason,v1_0.reserve_until,v1_0.round_id,v1_0.seat,v1_0.for_sub,v1_0.for_account,v1_0.for_why,v1_0.sub,v1_0.superseded_at,v1_0.superseded_why,v1_0.without from vote v1_0 where v1_0.round_id=:round order by v1_0.at;
select recused_from_package(:package);
select a1_0.id,a1_0.account,a1_0.agency,a1_0.alternate,a1_0.confirmed_at,a1_0.confirmed_by,a1_0.covers_agencies,a1_0.covers_programmes,a1_0.end_reason,a1_0.ended_at,a1_0.ended_by,a1_0.instrument,a1_0.office,a1_0.programme,a1_0.proposed_at,a1_0.proposed_by,a1_0.seat,a1_0.status,a1_0.sub,a1_0.valid_from,a1_0.valid_to,a1_0.version from appointment a1_0 where a1_0.programme='EU-833-IV' and a1_0.status='CONFIRMED' and a1_0.valid_from<=:now and (a1_0.valid_to is null or a1_0.valid_to>:now) and a1_0.seat is not null;
select id, appointment_id, deputy_id, programme, seat, agency, sub, account, deputy_sub, deputy_account, away_from, away_until, ended_at from absence where programme = 'EU-833-IV' and away_from <= :now and away_until > :now and ended_at is null order by away_from, id;
select e1_0.package_id,e1_0.proposal_id,e1_0.case_id,e1_0.content_hash,e1_0.exhibit_set_hash,e1_0.left_at,e1_0.left_why,e1_0.listed_date,e1_0.no,e1_0.number,e1_0.revision from package_entry e1_0 where e1_0.package_id=:package and e1_0.left_at is null order by e1_0.no;
select a1_0.id,a1_0.account,a1_0.agency,a1_0.alternate,a1_0.confirmed_at,a1_0.confirmed_by,a1_0.covers_agencies,a1_0.covers_programmes,a1_0.end_reason,a1_0.ended_at,a1_0.ended_by,a1_0.instrument,a1_0.office,a1_0.programme,a1_0.proposed_at,a1_0.proposed_by,a1_0.seat,a1_0.status,a1_0.sub,a1_0.valid_from,a1_0.valid_to,a1_0.version from appointment a1_0 where a1_0.sub=:sub and a1_0.status='CONFIRMED' and a1_0.valid_from<=:now and (a1_0.valid_to is null or a1_0.valid_to>:now) and a1_0.programme='EU-833-IV' and a1_0.seat is not null fetch first '1' rows only;
select a1_0.id,a1_0.account,a1_0.agency,a1_0.alternate,a1_0.confirmed_at,a1_0.confirmed_by,a1_0.covers_agencies,a1_0.covers_programmes,a1_0.end_reason,a1_0.ended_at,a1_0.ended_by,a1_0.instrument,a1_0.office,a1_0.programme,a1_0.proposed_at,a1_0.proposed_by,a1_0.seat,a1_0.status,a1_0.sub,a1_0.valid_from,a1_0.valid_to,a1_0.version from appointment a1_0 where a1_0.sub=:sub and a1_0.status='CONFIRMED' and a1_0.valid_from<=:now and (a1_0.valid_to is null or a1_0.valid_to>:now) and a1_0.programme='EU-833-IV' and a1_0.seat is not null fetch first '1' rows only;
with me as (select :sub::text as sub), entry as (select e.proposal_id, e.revision from package_entry e where e.package_id = :package and e.left_at is null) select a.act from revision_act a join entry using (proposal_id, revision) join me on a.sub = me.sub
  union
  select 'VOTE' from vote v join me on v.sub = me.sub join round_entry r on r.round_id = v.round_id
  join entry on entry.proposal_id = r.proposal_id and entry.revision = r.revision
  union
  select case when d.recorded_by = me.sub then 'RECORD' else 'CONFIRM_RECORD' end
  from me join recorded_decision d on me.sub in (d.recorded_by, d.confirmed_by) and d.status <> 'REFUSED'
  join package_entry e on e.package_id = d.package_id
  join entry on entry.proposal_id = e.proposal_id and entry.revision = e.revision;
COMMIT;

\startpipeline
BEGIN;
select set_config('lockstep.sub', :sub, true), set_config('lockstep.agency', 'DE-REP', true),
  set_config('lockstep.strict', '{"EU27","EU-COUNCIL","G7PLUS","DE-REP"}', true), set_config('lockstep.wide', '{"DE","EU-COUNCIL","DE-REP","G7PLUS","EU27"}', true),
  set_config('lockstep.levels', E'{"UA\x3aOFFICIAL_USE","EU\x3aRESTREINT_UE","UK\x3aOFFICIAL","US\x3aUNCLASSIFIED","EU\x3aPUBLIC","EU\x3aLIMITE","CH\x3aINTERN","JP\x3aINTERNAL","US\x3aCUI","CA\x3aPROTECTED_A","UK\x3aOFFICIAL_SENSITIVE"}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', '', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'on', true);
\endpipeline
select r.* from round r join package k on k.id = r.package_id where r.id = :round and sees_package(k);
select k.* from package k where k.id = :package and sees_package(k);
select v1_0.id,v1_0.account,v1_0.agency,v1_0.appointment_id,v1_0.at,v1_0.choice,v1_0.entries,v1_0.lifted_reason,v1_0.package_hash,v1_0.package_id,v1_0.reason,v1_0.reserve_until,v1_0.round_id,v1_0.seat,v1_0.for_sub,v1_0.for_account,v1_0.for_why,v1_0.sub,v1_0.superseded_at,v1_0.superseded_why,v1_0.without from vote v1_0 where v1_0.round_id=:round order by v1_0.at;
select recused_from_package(:package);
select a1_0.id,a1_0.account,a1_0.agency,a1_0.alternate,a1_0.confirmed_at,a1_0.confirmed_by,a1_0.covers_agencies,a1_0.covers_programmes,a1_0.end_reason,a1_0.ended_at,a1_0.ended_by,a1_0.instrument,a1_0.office,a1_0.programme,a1_0.proposed_at,a1_0.proposed_by,a1_0.seat,a1_0.status,a1_0.sub,a1_0.valid_from,a1_0.valid_to,a1_0.version from appointment a1_0 where a1_0.programme='EU-833-IV' and a1_0.status='CONFIRMED' and a1_0.valid_from<=:now and (a1_0.valid_to is null or a1_0.valid_to>:now) and a1_0.seat is not null;
select id, appointment_id, deputy_id, programme, seat, agency, sub, account, deputy_sub, deputy_account, away_from, away_until, ended_at from absence where programme = 'EU-833-IV' and away_from <= :now and away_until > :now and ended_at is null order by away_from, id;
select e1_0.package_id,e1_0.proposal_id,e1_0.case_id,e1_0.content_hash,e1_0.exhibit_set_hash,e1_0.left_at,e1_0.left_why,e1_0.listed_date,e1_0.no,e1_0.number,e1_0.revision from package_entry e1_0 where e1_0.package_id=:package and e1_0.left_at is null order by e1_0.no;
select a1_0.id,a1_0.account,a1_0.agency,a1_0.alternate,a1_0.confirmed_at,a1_0.confirmed_by,a1_0.covers_agencies,a1_0.covers_programmes,a1_0.end_reason,a1_0.ended_at,a1_0.ended_by,a1_0.instrument,a1_0.office,a1_0.programme,a1_0.proposed_at,a1_0.proposed_by,a1_0.seat,a1_0.status,a1_0.sub,a1_0.valid_from,a1_0.valid_to,a1_0.version from appointment a1_0 where a1_0.sub=:sub and a1_0.status='CONFIRMED' and a1_0.valid_from<=:now and (a1_0.valid_to is null or a1_0.valid_to>:now) and a1_0.programme='EU-833-IV' and a1_0.seat is not null fetch first '1' rows only;
select a1_0.id,a1_0.account,a1_0.agency,a1_0.alternate,a1_0.confirmed_at,a1_0.confirmed_by,a1_0.covers_agencies,a1_0.covers_programmes,a1_0.end_reason,a1_0.ended_at,a1_0.ended_by,a1_0.instrument,a1_0.office,a1_0.programme,a1_0.proposed_at,a1_0.proposed_by,a1_0.seat,a1_0.status,a1_0.sub,a1_0.valid_from,a1_0.valid_to,a1_0.version from appointment a1_0 where a1_0.sub=:sub and a1_0.status='CONFIRMED' and a1_0.valid_from<=:now and (a1_0.valid_to is null or a1_0.valid_to>:now) and a1_0.programme='EU-833-IV' and a1_0.seat is not null fetch first '1' rows only;
with me as (select :sub::text as sub), entry as (select e.proposal_id, e.revision from package_entry e where e.package_id = :package and e.left_at is null) select a.act from revision_act a join entry using (proposal_id, revision) join me on a.sub = me.sub
  union
  select 'VOTE' from vote v join me on v.sub = me.sub join round_entry r on r.round_id = v.round_id
  join entry on entry.proposal_id = r.proposal_id and entry.revision = r.revision
  union
  select case when d.recorded_by = me.sub then 'RECORD' else 'CONFIRM_RECORD' end
  from me join recorded_decision d on me.sub in (d.recorded_by, d.confirmed_by) and d.status <> 'REFUSED'
  join package_entry e on e.package_id = d.package_id
  join entry on entry.proposal_id = e.proposal_id and entry.revision = e.revision;
COMMIT;
