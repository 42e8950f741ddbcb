-- Answers hold content, so each actor sees its own alone; one job removes what is old.
CREATE TABLE idempotency (
    actor       text        NOT NULL,
    route       text        NOT NULL,
    key         text        NOT NULL,
    body_sha256 bytea       NOT NULL,
    answer      text,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (actor, route, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO ${app};

CREATE POLICY own_answers ON idempotency TO ${app}
    USING (actor = coalesce(nullif(current_setting('lockstep.sub', true), ''),
                            'system:' || nullif(current_setting('lockstep.system', true), '')));
CREATE POLICY forget_answers ON idempotency TO ${app}
    USING (current_setting('lockstep.system', true) = 'forget-answers')
    WITH CHECK (false);
