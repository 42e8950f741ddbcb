CREATE TABLE note (
    id       uuid   PRIMARY KEY,
    version  bigint NOT NULL,
    owner    text   NOT NULL,
    text     text   NOT NULL UNIQUE,
    m_level  text   NOT NULL,
    m_orcon  boolean NOT NULL,
    m_rel_to text[] NOT NULL,
    m_tlp    text   NOT NULL,
    m_named  text[] NOT NULL
);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
ALTER TABLE note FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON note TO ${app};
CREATE POLICY own_agency ON note TO ${app}
    USING (owner = current_setting('lockstep.agency', true)) WITH CHECK (true);

CREATE TABLE applied (
    position bigint PRIMARY KEY,
    event_id uuid NOT NULL,
    claims   text NOT NULL,
    sub      text NOT NULL
);
GRANT SELECT, INSERT ON applied TO ${app};

CREATE POLICY journal_of_my_agency ON journal FOR SELECT TO ${app}
    USING (originator = current_setting('lockstep.agency', true));
