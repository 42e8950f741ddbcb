CREATE TABLE journal (
    event_id           uuid        PRIMARY KEY,
    type               text        NOT NULL,
    schema_version     int         NOT NULL,
    occurred_at        timestamptz NOT NULL,
    actor              text        NOT NULL,
    agency             text,
    seat               text,
    aggregate_type     text        NOT NULL,
    aggregate_id       uuid,
    aggregate_revision int         NOT NULL,
    case_id            uuid,
    scope_id           uuid,
    programme          text,
    command_id         uuid        NOT NULL,
    outcome            text        NOT NULL CHECK (outcome IN ('DONE', 'REFUSED', 'READ')),
    salt               bytea       NOT NULL CHECK (octet_length(salt) = 32),
    payload_sha256     bytea       NOT NULL CHECK (octet_length(payload_sha256) = 32),
    originator         text,
    audience           text        NOT NULL CHECK (audience IN ('AGENCY', 'ELECTORATE', 'CASE')),
    audience_owner     text,
    m_level            text        NOT NULL,
    m_orcon            boolean     NOT NULL,
    m_rel_to           text[]      NOT NULL,
    m_tlp              text        NOT NULL,
    m_named            text[]      NOT NULL
);
CREATE INDEX journal_case ON journal (case_id, occurred_at, event_id);
CREATE INDEX journal_aggregate ON journal (aggregate_id, occurred_at, event_id);
CREATE INDEX journal_actor ON journal (actor, occurred_at, event_id);

-- Apart from the row, so that a text can be erased while its hash stays.
CREATE TABLE journal_payload (
    event_id uuid  PRIMARY KEY REFERENCES journal,
    bytes    bytea NOT NULL
);

-- Only journal_sequence() writes here: the order in which events are handed on.
CREATE TABLE journal_position (
    position bigint PRIMARY KEY,
    event_id uuid   NOT NULL UNIQUE REFERENCES journal
);

-- Events without a position. Identity and time are no order of commits, so "after the last one" would lose events.
CREATE TABLE journal_unnumbered (
    event_id uuid PRIMARY KEY REFERENCES journal
);

ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_payload ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_payload FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_position ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_position FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON journal, journal_payload TO ${app};
GRANT SELECT ON journal_position TO ${app};

-- Until the service's own migration says who may see a journal row, nobody may.
CREATE POLICY journal_written ON journal FOR INSERT TO ${app} WITH CHECK (true);
CREATE POLICY payload_written ON journal_payload FOR INSERT TO ${app} WITH CHECK (true);
CREATE POLICY payload_with_its_row ON journal_payload FOR SELECT TO ${app}
    USING (EXISTS (SELECT FROM journal j WHERE j.event_id = journal_payload.event_id));
CREATE POLICY position_with_its_row ON journal_position FOR SELECT TO ${app}
    USING (EXISTS (SELECT FROM journal j WHERE j.event_id = journal_position.event_id));

-- The functions below run as the owner, to whom forced row-level security applies as well.
CREATE POLICY journal_owner ON journal FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY payload_owner ON journal_payload FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY position_owner ON journal_position TO CURRENT_USER USING (true) WITH CHECK (true);

CREATE FUNCTION journal_await_number() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO journal_unnumbered VALUES (NEW.event_id);
    RETURN NULL;
END $$;
CREATE TRIGGER journal_await_number AFTER INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_await_number();

-- Volatile on purpose: each statement sees what the previous holder of the lock committed.
CREATE FUNCTION journal_sequence() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    last bigint;
    given bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('lockstep.sequencer', 0));
    SELECT coalesce(max(position), 0) INTO last FROM journal_position;
    WITH waiting AS (DELETE FROM journal_unnumbered RETURNING event_id)
    INSERT INTO journal_position (position, event_id)
        SELECT last + row_number() OVER (ORDER BY j.occurred_at, j.event_id), j.event_id
          FROM waiting JOIN journal j USING (event_id);
    GET DIAGNOSTICS given = ROW_COUNT;
    RETURN last + given;
END $$;

REVOKE ALL ON FUNCTION journal_await_number(), journal_sequence() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal_sequence() TO ${app};
