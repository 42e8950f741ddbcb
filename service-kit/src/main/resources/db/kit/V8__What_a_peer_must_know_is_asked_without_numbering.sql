-- Each act that relies on the peer asks how far the peer must have read. Numbering for it would let one act wait for the commit
-- of another: numbers are given one transaction at a time. The question itself needs none, unless an event that is wanted waits.
ALTER TABLE journal_unnumbered ADD COLUMN type text;
UPDATE journal_unnumbered u SET type = j.type FROM journal j WHERE j.event_id = u.event_id;
ALTER TABLE journal_unnumbered ALTER COLUMN type SET NOT NULL;

CREATE OR REPLACE FUNCTION journal_await_number() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO journal_unnumbered VALUES (NEW.event_id, NEW.type);
    RETURN NULL;
END $$;

-- One statement, one snapshot: an event that has committed is either numbered in it or waiting in it.
CREATE FUNCTION journal_numbered(after bigint, wanted text[])
    RETURNS TABLE (last bigint, last_wanted bigint, waiting boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce((SELECT max(position) FROM journal_position), 0),
        (SELECT max(p.position) FROM journal_position p JOIN journal j USING (event_id)
            WHERE p.position > after AND j.outcome = 'DONE' AND j.type = ANY (wanted)),
        EXISTS (SELECT FROM journal_unnumbered u WHERE u.type = ANY (wanted))
    WHERE acting_text('system') <> '' $$;
REVOKE ALL ON FUNCTION journal_numbered(bigint, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal_numbered(bigint, text[]) TO ${app};
