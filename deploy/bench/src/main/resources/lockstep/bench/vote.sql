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
  set_config('lockstep.strict', '{"EU27","DE-REP","G7PLUS","EU-COUNCIL"}', true), set_config('lockstep.wide', '{"EU-COUNCIL","DE","EU27","G7PLUS","DE-REP"}', true),
  set_config('lockstep.levels', E'{"UK\x3aOFFICIAL","EU\x3aRESTREINT_UE","UA\x3aOFFICIAL_USE","UK\x3aOFFICIAL_SENSITIVE","CA\x3aPROTECTED_A","US\x3aCUI","JP\x3aINTERNAL","EU\x3aPUBLIC","CH\x3aINTERN","EU\x3aLIMITE","US\x3aUNCLASSIFIED"}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', '', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'on', true);
\endpipeline
select package_id from round_seen(:round);
select distinct cite ->> 'exhibitId', (cite ->> 'version')::int from package_entry e
  join revision r on r.proposal_id = e.proposal_id and r.n = e.revision
  cross join lateral jsonb_array_elements(r.text -> 'reasons') reason
  cross join lateral jsonb_array_elements(coalesce(reason -> 'cites', '[]')) cite
  where e.package_id = :package and e.left_at is null;
select distinct case_id from entries_of(:package) where left_at is null;
COMMIT;

\startpipeline
BEGIN;
select set_config('lockstep.sub', '', true), set_config('lockstep.agency', '', true),
  set_config('lockstep.strict', '{}', true), set_config('lockstep.wide', '{}', true),
  set_config('lockstep.levels', '{}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', 'feed', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'on', true);
\endpipeline
select * from journal_numbered(:position, '{appointment.confirmed,appointment.ended,case.agency-invited,case.agency-left,case.opened,case.recused,proposal.parties}');
COMMIT;

\startpipeline
BEGIN;
select set_config('lockstep.sub', :sub, true), set_config('lockstep.agency', 'DE-REP', true),
  set_config('lockstep.strict', '{"EU27","DE-REP","G7PLUS","EU-COUNCIL"}', true), set_config('lockstep.wide', '{"EU-COUNCIL","DE","EU27","G7PLUS","DE-REP"}', true),
  set_config('lockstep.levels', E'{"UK\x3aOFFICIAL","EU\x3aRESTREINT_UE","UA\x3aOFFICIAL_USE","UK\x3aOFFICIAL_SENSITIVE","CA\x3aPROTECTED_A","US\x3aCUI","JP\x3aINTERNAL","EU\x3aPUBLIC","CH\x3aINTERN","EU\x3aLIMITE","US\x3aUNCLASSIFIED"}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', '', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'off', true);
\endpipeline
insert into idempotency (actor, route, key, body_sha256, created_at) values (:sub, :route, :key, '\x543da8e8ea0cd178f3ee0befeb010546a47be92656f02a4e6b78908d4b8e7207', :now) on conflict do nothing;
select package_id from round_seen(:round);
select k.* from package_seen(:package) k;
select p1_0.id,p1_0.formed_at,p1_0.formed_by,p1_0.hash,p1_0.kinds,p1_0.m_level,p1_0.m_named,p1_0.m_orcon,p1_0.m_rel_to,p1_0.m_tlp,p1_0.programme,p1_0.programme_version,p1_0.year,p1_0.serial,p1_0.title,p1_0.draft_act,p1_0.originator,p1_0.outvoted,p1_0.published_at,p1_0.release_at,p1_0.in_force,p1_0.citation,p1_0.scheduled_by,p1_0.go_at,p1_0.hold_by,p1_0.hold_account,p1_0.hold_reason,p1_0.overdue,p1_0.stage,p1_0.stage_passed_at,p1_0.status,p1_0.version,p1_0.window_ends_at from package p1_0 where p1_0.id=:package for no key update of p1_0;
select r1_0.id,r1_0.access_snapshot,r1_0.closed_at,r1_0.deadline,r1_0.deadline_flag,r1_0.electorate,r1_0.moves,r1_0.notes,r1_0.opened_at,r1_0.opened_by,r1_0.outcome,r1_0.package_hash,r1_0.package_id,r1_0.programme,r1_0.programme_version,r1_0.rule,r1_0.silence,r1_0.stage,r1_0.status,r1_0.version from round r1_0 where r1_0.id=:round;
select a1_0.id,a1_0.account,a1_0.agency,a1_0.alternate,a1_0.confirmed_at,a1_0.confirmed_by,a1_0.covers_agencies,a1_0.covers_programmes,a1_0.end_reason,a1_0.ended_at,a1_0.ended_by,a1_0.instrument,a1_0.office,a1_0.programme,a1_0.proposed_at,a1_0.proposed_by,a1_0.seat,a1_0.status,a1_0.sub,a1_0.valid_from,a1_0.valid_to,a1_0.version from appointment a1_0 where a1_0.sub=:sub and a1_0.status='CONFIRMED' and a1_0.valid_from<=:now and (a1_0.valid_to is null or a1_0.valid_to>:now) and a1_0.programme='EU-833-IV' and a1_0.seat is not null fetch first '1' rows only;
select distinct case_id from entries_of(:package) where left_at is null;
select 1 from recusal where sub = :sub and case_id = any (:cases) limit 1;
select acts_of(:sub, array_agg(e.proposal_id), array_agg(e.revision)) from entries_of(:package) e where e.left_at is null;
select v.* from votes_of(:round) v order by v.at;
select seat, exhibit_id || '/' || version from package_waiver where package_id = :package order by 1, 2;
update vote set lifted_reason=null,superseded_at=:now,superseded_why='changed' where id=:live;
insert into vote (account,agency,appointment_id,at,choice,entries,lifted_reason,package_hash,package_id,reason,reserve_until,round_id,seat,for_sub,for_account,for_why,sub,superseded_at,superseded_why,without,id) values ('de-voter','DE-REP',:appointment,:now,'APPROVE','{}',null,:hash,:package,'Considered again, 814573083',null,:round,'DE',null,null,null,:sub,null,null,'[]',:fresh1);
select e.* from entries_of(:package) e where e.left_at is null order by e.no;
select distinct cite ->> 'exhibitId', (cite ->> 'version')::int from package_entry e
  join revision r on r.proposal_id = e.proposal_id and r.n = e.revision
  cross join lateral jsonb_array_elements(r.text -> 'reasons') reason
  cross join lateral jsonb_array_elements(coalesce(reason -> 'cites', '[]')) cite
  where e.package_id = :package and e.left_at is null;
with payload as (insert into journal_payload (event_id, bytes) values (:fresh2, '\x7b2263686f696365223a22415050524f5645222c22646561646c696e65223a22323032362d31322d30375432313a35333a30332e3532333831335a222c22656e7472696573223a5b7b22636f6e74656e7448617368223a2237383738306637376264663437306136333738633561386236323139633535653531616230323737343561636430326533336432313864373631326338616464222c226578686962697453657448617368223a2235363063343565306231613135363564613063313831336330326432366362343136386530656165336134333235666464333461383164303365313735323261222c2270726f706f73616c4964223a2236363962346563382d343435342d343034382d623761352d613636303565313635643236222c227265766973696f6e223a317d5d2c226578686962697473223a5b7b22657868696269744964223a2230316132323432352d616561302d373036302d616337322d336239363632326265333534222c2276657273696f6e223a317d2c7b22657868696269744964223a2230316132323432352d613738382d373863632d396432622d653432643336303535373631222c2276657273696f6e223a317d5d2c226e756d626572223a2245552d3833332d49562f323032362f31222c227061636b61676548617368223a2233343833633531373634383031663337373236373735613634333736356638633639363534623463306534333661363532373436383134376164383035643262222c227061636b6167654964223a2234663935356234632d353030392d343763372d383462372d303865663265323165363938222c22726f756e644964223a2234336533316537662d633131312d343935622d396536652d636434336431383064366663222c2272756c65223a22554e414e494d495459222c227374616765223a2252454c4558222c2274657874223a22436f6e7369646572656420616761696e2c20383134353733303833227d'))
  insert into journal (event_id, type, schema_version, occurred_at, actor, agency, seat, aggregate_type,
  aggregate_id, aggregate_revision, case_id, scope_id, programme, command_id, outcome, salt,
  payload_sha256, originator, audience, audience_owner, m_level, m_orcon, m_rel_to, m_tlp, m_named)
  values (:fresh2, 'round.voted', '1', :now, :sub, 'DE-REP', 'DE', 'round', :round, '1', null, :package, 'EU-833-IV', :fresh3, 'DONE', '\x30c1f0d9937c4ab1c2e62717564f2a7d09979daeee877786eb3509d7357e5a5e', '\x5fc787117b57d8b876e6e8b49bf482b4f10c4a327182d9de4520c015cd72009e', 'EU-PRES', 'ELECTORATE', null, E'EU\x3aLIMITE', 'f', '{EU-COUNCIL}', 'AMBER', '{}');
select p.* from proposal p where p.package_id = :package and sees_proposal(p) order by p.id;
update idempotency set answer = 'true' where actor = :sub and route = :route and key = :key;
COMMIT;

\startpipeline
BEGIN;
select set_config('lockstep.sub', :sub, true), set_config('lockstep.agency', 'DE-REP', true),
  set_config('lockstep.strict', '{"EU27","DE-REP","G7PLUS","EU-COUNCIL"}', true), set_config('lockstep.wide', '{"EU-COUNCIL","DE","EU27","G7PLUS","DE-REP"}', true),
  set_config('lockstep.levels', E'{"UK\x3aOFFICIAL","EU\x3aRESTREINT_UE","UA\x3aOFFICIAL_USE","UK\x3aOFFICIAL_SENSITIVE","CA\x3aPROTECTED_A","US\x3aCUI","JP\x3aINTERNAL","EU\x3aPUBLIC","CH\x3aINTERN","EU\x3aLIMITE","US\x3aUNCLASSIFIED"}', true), set_config('lockstep.inactive', '{}', true),
  set_config('lockstep.system', '', true), set_config('lockstep.claims', '{}', true),
  set_config('lockstep.now', :now, true), set_config('transaction_read_only', 'on', true);
\endpipeline
select r.* from round_seen(:round) r;
select k.* from package_seen(:package) k;
select v.* from votes_of(:round) v order by v.at;
select recused_from_package(:package);
select a1_0.id,a1_0.account,a1_0.agency,a1_0.alternate,a1_0.confirmed_at,a1_0.confirmed_by,a1_0.covers_agencies,a1_0.covers_programmes,a1_0.end_reason,a1_0.ended_at,a1_0.ended_by,a1_0.instrument,a1_0.office,a1_0.programme,a1_0.proposed_at,a1_0.proposed_by,a1_0.seat,a1_0.status,a1_0.sub,a1_0.valid_from,a1_0.valid_to,a1_0.version from appointment a1_0 where a1_0.programme='EU-833-IV' and a1_0.status='CONFIRMED' and a1_0.valid_from<=:now and (a1_0.valid_to is null or a1_0.valid_to>:now) and a1_0.seat is not null;
select id, appointment_id, deputy_id, programme, seat, agency, sub, account, deputy_sub, deputy_account, away_from, away_until, ended_at from absence where programme = 'EU-833-IV' and away_from <= :now and away_until > :now and ended_at is null and not exists (select from appointment a where a.id in (appointment_id, deputy_id) and (a.status <> 'CONFIRMED' or a.valid_to <= :now)) order by away_from, id;
select a1_0.id,a1_0.account,a1_0.agency,a1_0.alternate,a1_0.confirmed_at,a1_0.confirmed_by,a1_0.covers_agencies,a1_0.covers_programmes,a1_0.end_reason,a1_0.ended_at,a1_0.ended_by,a1_0.instrument,a1_0.office,a1_0.programme,a1_0.proposed_at,a1_0.proposed_by,a1_0.seat,a1_0.status,a1_0.sub,a1_0.valid_from,a1_0.valid_to,a1_0.version from appointment a1_0 where a1_0.sub=:sub and a1_0.status='CONFIRMED' and a1_0.valid_from<=:now and (a1_0.valid_to is null or a1_0.valid_to>:now) and a1_0.programme='EU-833-IV' and a1_0.seat is not null fetch first '1' rows only;
select e.* from entries_of(:package) e where e.left_at is null order by e.no;
select acts_of(:sub, array_agg(e.proposal_id), array_agg(e.revision)) from entries_of(:package) e where e.left_at is null;
COMMIT;
