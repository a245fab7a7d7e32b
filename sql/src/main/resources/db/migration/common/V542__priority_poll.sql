-- Shortlists of problems that residents of a beat put in their order. Who ranked is not here: a ballot is an order and the hash of a random token.
CREATE TABLE priority_poll (
    id         uuid                     NOT NULL,
    beat       varchar(100)             NOT NULL,
    language   varchar(10)              NOT NULL,
    opens_on   date                     NOT NULL,
    closes_on  date                     NOT NULL,
    choices    varchar(2500)            NOT NULL,
    changed_by varchar(200)             NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT priority_poll_pk PRIMARY KEY (id),
    CONSTRAINT priority_poll_closes_after CHECK (closes_on >= opens_on)
);
CREATE INDEX priority_poll_by_beat ON priority_poll (beat);
COMMENT ON COLUMN priority_poll.language IS 'In which its choices are written: two letters.';
COMMENT ON COLUMN priority_poll.choices IS 'Problems and places, a line each; never about a person.';
COMMENT ON COLUMN priority_poll.closes_on IS 'The last day on which residents rank.';

CREATE TABLE poll_ballot (
    poll       uuid        NOT NULL,
    token_hash varchar(64) NOT NULL,
    ranking    varchar(20) NOT NULL,
    CONSTRAINT poll_ballot_pk PRIMARY KEY (poll, token_hash),
    CONSTRAINT poll_ballot_poll_fk FOREIGN KEY (poll) REFERENCES priority_poll (id) ON DELETE CASCADE
);
COMMENT ON TABLE poll_ballot IS 'That somebody put choices in this order. No name, no address, no time, no language.';
COMMENT ON COLUMN poll_ballot.token_hash IS 'SHA-256, in hexadecimal, of the random token of the form, so that a form that is sent twice counts once.';
COMMENT ON COLUMN poll_ballot.ranking IS 'Numbers of choices, the most important first, separated by blanks; those left out were not ranked.';
