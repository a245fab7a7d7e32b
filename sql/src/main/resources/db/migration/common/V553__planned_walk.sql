-- Guided walks that are to take place, and how many will come. Who comes is not here: a sign-up is a number of people and the hash of a code.
CREATE TABLE planned_walk (
    id            uuid                     NOT NULL,
    beat          varchar(100),
    route         geometry(LineString, 4326),
    title         varchar(200)             NOT NULL,
    why           varchar(2000)            NOT NULL,
    language      varchar(10)              NOT NULL,
    starts_at     timestamp with time zone NOT NULL,
    ends_at       timestamp with time zone NOT NULL,
    light         varchar(10)              NOT NULL,
    place         varchar(300)             NOT NULL,
    meeting_point geometry(Point, 4326)    NOT NULL,
    spoken        varchar(200)             NOT NULL,
    places        integer,
    invitation    varchar(20),
    cancelled     varchar(1000),
    created_by    varchar(200)             NOT NULL,
    changed_by    varchar(200)             NOT NULL,
    changed_at    timestamp with time zone NOT NULL,
    CONSTRAINT planned_walk_pk PRIMARY KEY (id),
    CONSTRAINT planned_walk_invitation_unique UNIQUE (invitation),
    CONSTRAINT planned_walk_somewhere CHECK (beat IS NOT NULL OR route IS NOT NULL),
    CONSTRAINT planned_walk_light_known CHECK (light = ANY (ARRAY['day', 'night'])),
    CONSTRAINT planned_walk_ends_after CHECK (ends_at > starts_at),
    CONSTRAINT planned_walk_places_positive CHECK (places IS NULL OR places >= 1),
    CONSTRAINT planned_walk_cancelled_with_reason CHECK (cancelled IS NULL OR cancelled <> '')
);
CREATE INDEX planned_walk_by_end ON planned_walk (ends_at);
COMMENT ON COLUMN planned_walk.beat IS 'Id of the beat it is for; null where its route says.';
COMMENT ON COLUMN planned_walk.language IS 'In which title, why, place and the reason of a cancellation are written: two letters.';
COMMENT ON COLUMN planned_walk.spoken IS 'Codes of the languages spoken on the walk, separated by spaces.';
COMMENT ON COLUMN planned_walk.places IS 'How many people may sign up; null where nobody needs to.';
COMMENT ON COLUMN planned_walk.invitation IS 'What those invited type to see the walk; null for a public one. It opens nothing but this row.';
COMMENT ON COLUMN planned_walk.cancelled IS 'Why it does not take place; null while it does.';

CREATE TABLE walk_signup (
    walk      uuid        NOT NULL,
    code_hash varchar(64) NOT NULL,
    people    integer     NOT NULL,
    CONSTRAINT walk_signup_pk PRIMARY KEY (walk, code_hash),
    CONSTRAINT walk_signup_walk_fk FOREIGN KEY (walk) REFERENCES planned_walk (id) ON DELETE CASCADE,
    CONSTRAINT walk_signup_people_few CHECK (people >= 1 AND people <= 10)
);
COMMENT ON TABLE walk_signup IS 'That so many people mean to come. No name, no address, no time, no language: a number.';
COMMENT ON COLUMN walk_signup.code_hash IS 'SHA-256, in hexadecimal, of the random code with which the sign-up is taken back.';
