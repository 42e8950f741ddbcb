-- The peer is no reader of cases, so it reads by this function; a person's transaction is refused here.
CREATE FUNCTION journal_feed(after bigint, wanted text[], at_most int)
    RETURNS TABLE (pos bigint, event_id uuid, type text, schema_version int, occurred_at timestamptz,
                   aggregate_type text, aggregate_id uuid, aggregate_revision int, case_id uuid, scope_id uuid,
                   programme text, payload bytea)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF coalesce(current_setting('lockstep.system', true), '') = '' THEN
        RAISE EXCEPTION 'the feed is for services' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN QUERY
        SELECT p.position, j.event_id, j.type, j.schema_version, j.occurred_at, j.aggregate_type, j.aggregate_id,
               j.aggregate_revision, j.case_id, j.scope_id, j.programme, b.bytes
          FROM journal_position p
          JOIN journal j ON j.event_id = p.event_id
          LEFT JOIN journal_payload b ON b.event_id = p.event_id
         WHERE p.position > after AND j.outcome = 'DONE' AND j.type = ANY (wanted)
         ORDER BY p.position
         LIMIT at_most;
END $$;
REVOKE ALL ON FUNCTION journal_feed(bigint, text[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal_feed(bigint, text[], int) TO ${app};

-- How far this service has read its peer's feed, and what it has applied: ids and positions alone, no content.
CREATE TABLE feed_cursor (
    peer     text   PRIMARY KEY,
    position bigint NOT NULL
);
CREATE TABLE feed_seen (
    event_id uuid        PRIMARY KEY,
    peer     text        NOT NULL,
    seen_at  timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON feed_cursor TO ${app};
GRANT SELECT, INSERT ON feed_seen TO ${app};
