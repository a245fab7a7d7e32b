-- What residents tell the police of their area, and what became of it. Nothing of it is public; whoever has the receipt's code reads how it stands.
CREATE TABLE concern (
    id          uuid                     NOT NULL,
    code_hash   varchar(64)              NOT NULL,
    language    varchar(10)              NOT NULL,
    category    varchar(20)              NOT NULL,
    words       varchar(2000)            NOT NULL,
    place       varchar(400)             NOT NULL,
    geom        geometry(Point, 4326),
    contact     varchar(200),
    received_at timestamp with time zone NOT NULL,
    settled_at  timestamp with time zone,
    CONSTRAINT concern_pk PRIMARY KEY (id),
    CONSTRAINT concern_code_unique UNIQUE (code_hash),
    CONSTRAINT concern_category_known CHECK (category = ANY (ARRAY['traffic', 'parking', 'noise', 'litter', 'lighting', 'damage', 'drugs',
        'unsafe', 'harassment', 'neighbours', 'animals', 'other']))
);
CREATE INDEX concern_by_time ON concern (received_at);
COMMENT ON COLUMN concern.code_hash IS 'SHA-256 of the receipt''s code, in hexadecimal.';
COMMENT ON COLUMN concern.language IS 'Of the page that it was written on, in which it is answered: two letters.';
COMMENT ON COLUMN concern.place IS 'As the address index names it, or as it was written; never public.';
COMMENT ON COLUMN concern.geom IS 'Null where only a beat is known. Never public.';
COMMENT ON COLUMN concern.contact IS 'As somebody chose to leave it; deleted some time after the concern was settled.';
COMMENT ON COLUMN concern.settled_at IS 'Since when it is done, passed on or closed; null while it is not.';

CREATE TABLE concern_photo (
    concern uuid    NOT NULL,
    jpeg    bytea   NOT NULL,
    width   integer NOT NULL,
    height  integer NOT NULL,
    CONSTRAINT concern_photo_pk PRIMARY KEY (concern),
    CONSTRAINT concern_photo_concern_fk FOREIGN KEY (concern) REFERENCES concern (id) ON DELETE CASCADE
);
COMMENT ON COLUMN concern_photo.jpeg IS 'Drawn anew from what was sent: no metadata.';

CREATE TABLE concern_step (
    concern  uuid                     NOT NULL,
    number   integer                  NOT NULL,
    state    varchar(20)              NOT NULL,
    beat     varchar(100)             NOT NULL,
    agency   varchar(20),
    reason   varchar(20),
    told     varchar(1000)            NOT NULL,
    note     varchar(1000)            NOT NULL,
    taken_by varchar(200),
    taken_at timestamp with time zone NOT NULL,
    CONSTRAINT concern_step_pk PRIMARY KEY (concern, number),
    CONSTRAINT concern_step_concern_fk FOREIGN KEY (concern) REFERENCES concern (id) ON DELETE CASCADE,
    CONSTRAINT concern_step_number_known CHECK (number >= 0),
    CONSTRAINT concern_step_state_known CHECK (state = ANY (ARRAY['received', 'looking', 'passed-on', 'done', 'closed'])),
    CONSTRAINT concern_step_agency_known
        CHECK (agency IS NULL OR agency = ANY (ARRAY['municipality', 'lighting', 'parks', 'roads', 'landlord', 'transport', 'other'])),
    CONSTRAINT concern_step_reason_known
        CHECK (reason IS NULL OR reason = ANY (ARRAY['not-found', 'not-ours', 'known', 'unclear', 'no-concern'])),
    CONSTRAINT concern_step_passed_to_whom CHECK ((state = 'passed-on') = (agency IS NOT NULL)),
    CONSTRAINT concern_step_closed_why CHECK ((state = 'closed') = (reason IS NOT NULL)),
    CONSTRAINT concern_step_begun_by_nobody CHECK ((number = 0) = (taken_by IS NULL))
);
COMMENT ON TABLE concern_step IS 'How a concern stands since when: each step whole, the last one counts; number 0 is its receipt.';
COMMENT ON COLUMN concern_step.beat IS 'Whose work it is from then on; an id, which stays while plans change.';
COMMENT ON COLUMN concern_step.told IS 'What whoever filed it reads, in the concern''s language.';
COMMENT ON COLUMN concern_step.note IS 'For staff alone.';
