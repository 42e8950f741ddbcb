-- What an auditor gets of a row whose content the policy withholds: ids, digests, verbs, seats, times and numbers. A field
-- is kept by its name alone, so a new one is withheld until it is named here.
create function outline(doc jsonb) returns jsonb language plpgsql immutable parallel safe as $$
begin
    return case jsonb_typeof(doc)
        when 'object' then (
            select coalesce(jsonb_object_agg(key, outline(value)), '{}') from jsonb_each(doc)
             where key = any (array['caseId', 'subjectId', 'proposalId', 'packageId', 'roundId', 'recordId', 'listingId',
                'exhibitId', 'matchId', 'originator', 'agency', 'agencies', 'sub', 'account', 'seat', 'office', 'as', 'parties',
                'programme', 'programmes', 'covers', 'number', 'status', 'stage', 'rule', 'type', 'choice', 'outcome',
                'code', 'judgement', 'adopted', 'deadline', 'date', 'from', 'to', 'releaseAt', 'inForce', 'listedDate',
                'citation', 'instruments', 'instrument', 'entries', 'leftOut', 'exhibits', 'cites', 'versions', 'version',
                'revision', 'contentHash', 'exhibitSetHash', 'packageHash', 'outputHashes', 'sha256', 'size', 'detected',
                'mediaType', 'sourceType', 'relianceUse', 'inline', 'detail']))
        when 'array' then (select coalesce(jsonb_agg(outline(item) order by n), '[]')
            from jsonb_array_elements(doc) with ordinality as items (item, n))
        else doc end;
end $$;

-- Each service says in a migration of its own whom the policy lets read a payload.
drop policy payload_with_its_row on journal_payload;
