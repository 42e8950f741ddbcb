-- Besides what V6 names: the digests that chain a formal correction, a language version to the text that it says anew, and
-- the days and seats of both; none of them is content.
create or replace function outline(doc jsonb) returns jsonb language plpgsql immutable parallel safe as $$
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
                'mediaType', 'sourceType', 'relianceUse', 'inline', 'detail',
                'correctionId', 'proposalRevision', 'decidedHash', 'fromHash', 'correctionHash', 'toHash', 'correctedHash',
                'periodEndsAt', 'electorate', 'language', 'ofHash', 'observationsId', 'receivedOn']))
        when 'array' then (select coalesce(jsonb_agg(outline(item) order by n), '[]')
            from jsonb_array_elements(doc) with ordinality as items (item, n))
        else doc end;
end $$;
