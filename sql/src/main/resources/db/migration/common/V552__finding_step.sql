-- What became of a finding: each step whole, so that the newest says how it stands and all of them who did what when.
CREATE TABLE finding_step (
    finding    uuid                     NOT NULL,
    number     integer                  NOT NULL,
    state      varchar(20)              NOT NULL,
    agency     varchar(20),
    due_on     date,
    is_public  boolean                  NOT NULL,
    told       varchar(1000)            NOT NULL,
    language   varchar(10)              NOT NULL,
    note       varchar(2000)            NOT NULL,
    checked_on uuid,
    taken_by   varchar(200)             NOT NULL,
    taken_at   timestamp with time zone NOT NULL,
    CONSTRAINT finding_step_pk PRIMARY KEY (finding, number),
    CONSTRAINT finding_step_finding_fk FOREIGN KEY (finding) REFERENCES finding (id) ON DELETE CASCADE,
    CONSTRAINT finding_step_walk_fk FOREIGN KEY (checked_on) REFERENCES walk (id),
    CONSTRAINT finding_step_number_positive CHECK (number >= 1),
    CONSTRAINT finding_step_state_known
        CHECK (state = ANY (ARRAY['open', 'accepted', 'in-progress', 'resolved', 'checked', 'not-accepted'])),
    CONSTRAINT finding_step_agency_known
        CHECK (agency IS NULL OR agency = ANY (ARRAY['municipality', 'lighting', 'parks', 'roads', 'landlord', 'transport', 'police', 'other'])),
    CONSTRAINT finding_step_taken_on CHECK (state = ANY (ARRAY['open', 'not-accepted']) OR (agency IS NOT NULL AND due_on IS NOT NULL)),
    CONSTRAINT finding_step_refused_with_reason CHECK (state <> 'not-accepted' OR note <> ''),
    CONSTRAINT finding_step_public_with_words CHECK (NOT is_public OR told <> '')
);
COMMENT ON TABLE finding_step IS 'Append-only. A finding without a step is open, nobody''s and not public.';
COMMENT ON COLUMN finding_step.agency IS 'Whose work it is: an organisation, never a person.';
COMMENT ON COLUMN finding_step.told IS 'What residents read, in "language"; the finding''s own words are never public.';
COMMENT ON COLUMN finding_step.note IS 'For staff: why, or what was done.';
COMMENT ON COLUMN finding_step.checked_on IS 'The later walk on which it was looked at again.';
