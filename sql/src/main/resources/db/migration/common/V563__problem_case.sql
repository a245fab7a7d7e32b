-- Problem cases after SARA: scan, analyse, respond, assess. Roles and kinds are chosen from lists; nobody is named.
CREATE TABLE problem_case (
    id          uuid                     NOT NULL,
    version     integer                  NOT NULL,
    title       varchar(200)             NOT NULL,
    beat        varchar(100)             NOT NULL,
    language    varchar(10)              NOT NULL,
    stage       varchar(20)              NOT NULL,
    outcome     varchar(20),
    closing     varchar(2000)            NOT NULL,
    scan        varchar(4000)            NOT NULL,
    place_kind  varchar(30),
    target_kind varchar(30),
    doers       varchar(300)             NOT NULL,
    handlers    varchar(300)             NOT NULL,
    guardians   varchar(300)             NOT NULL,
    managers    varchar(300)             NOT NULL,
    analysis    varchar(4000)            NOT NULL,
    review_on   date,
    opened_by   varchar(200)             NOT NULL,
    opened_at   timestamp with time zone NOT NULL,
    changed_at  timestamp with time zone NOT NULL,
    closed_at   timestamp with time zone,
    CONSTRAINT problem_case_pk PRIMARY KEY (id),
    CONSTRAINT problem_case_version_positive CHECK (version >= 1),
    CONSTRAINT problem_case_stage_known CHECK (stage = ANY (ARRAY['scan', 'analyse', 'respond', 'assess', 'closed'])),
    CONSTRAINT problem_case_outcome_known
        CHECK (outcome IS NULL OR outcome = ANY (ARRAY['solved', 'smaller', 'unchanged', 'worse', 'moved', 'dropped'])),
    CONSTRAINT problem_case_closed_how CHECK ((stage = 'closed') = (outcome IS NOT NULL)),
    CONSTRAINT problem_case_closed_when CHECK ((stage = 'closed') = (closed_at IS NOT NULL))
);
CREATE INDEX problem_case_by_stage ON problem_case (stage, changed_at);
COMMENT ON COLUMN problem_case.version IS 'Counts changes, so that of two who change at once the second is asked again.';
COMMENT ON COLUMN problem_case.beat IS 'Id of the beat whose problem it is, which stays while plans change.';
COMMENT ON COLUMN problem_case.language IS 'In which its texts are written: two letters.';
COMMENT ON COLUMN problem_case.closing IS 'Why it was closed; empty before.';
COMMENT ON COLUMN problem_case.doers IS 'Kinds of people who cause it, from a closed list, separated by spaces; so are handlers, guardians and managers.';
COMMENT ON COLUMN problem_case.review_on IS 'When it is to be looked at again; null for no day.';

CREATE TABLE problem_source (
    id        uuid                     NOT NULL,
    case_id   uuid                     NOT NULL,
    kind      varchar(20)              NOT NULL,
    ref       uuid,
    origin    uuid,
    topic     varchar(60)              NOT NULL,
    words     varchar(1000)            NOT NULL,
    voices    integer,
    on_day    date                     NOT NULL,
    added_by  varchar(200)             NOT NULL,
    added_at  timestamp with time zone NOT NULL,
    CONSTRAINT problem_source_pk PRIMARY KEY (id),
    CONSTRAINT problem_source_case_fk FOREIGN KEY (case_id) REFERENCES problem_case (id) ON DELETE CASCADE,
    CONSTRAINT problem_source_once UNIQUE (case_id, kind, ref),
    CONSTRAINT problem_source_kind_known
        CHECK (kind = ANY (ARRAY['finding', 'concern', 'survey', 'answers', 'meeting', 'hotspot', 'record'])),
    CONSTRAINT problem_source_voices_positive CHECK (voices IS NULL OR voices >= 1)
);
CREATE INDEX problem_source_by_case ON problem_source (case_id);
COMMENT ON COLUMN problem_source.ref IS 'What it is, where the server keeps that; it may be deleted in its time, and this row stays.';
COMMENT ON COLUMN problem_source.origin IS 'What several sources come from and count as one by: the walk of a finding. Null where it stands alone.';
COMMENT ON COLUMN problem_source.topic IS 'A category, never what a resident wrote; empty for what staff wrote down.';
COMMENT ON COLUMN problem_source.words IS 'What staff wrote down of a survey, a meeting or a record; of a concern nothing is copied.';
COMMENT ON COLUMN problem_source.voices IS 'How many people answered or were there, or incidents were counted; null where nobody counted.';

CREATE TABLE problem_cells (
    source     uuid                           NOT NULL,
    scenario   uuid                           NOT NULL,
    layer      varchar(300)                   NOT NULL,
    categories varchar(4000)                  NOT NULL,
    from_day   date,
    to_day     date,
    police     boolean                        NOT NULL,
    cells      integer                        NOT NULL,
    geom       geometry(MultiPolygon, 4326)   NOT NULL,
    CONSTRAINT problem_cells_pk PRIMARY KEY (source),
    CONSTRAINT problem_cells_source_fk FOREIGN KEY (source) REFERENCES problem_source (id) ON DELETE CASCADE,
    CONSTRAINT problem_cells_some CHECK (cells >= 1)
);
COMMENT ON TABLE problem_cells IS 'The cells of a hotspot that a case was opened with, and what it was asked with. No incident is kept here.';
COMMENT ON COLUMN problem_cells.categories IS 'The only ones that count, one a line; empty for all.';
COMMENT ON COLUMN problem_cells.police IS 'Whether what police started counts too.';

CREATE TABLE problem_response (
    id         uuid          NOT NULL,
    case_id    uuid          NOT NULL,
    number     integer       NOT NULL,
    what       varchar(1000) NOT NULL,
    who        varchar(30)   NOT NULL,
    with_whom  varchar(300)  NOT NULL,
    place      varchar(300)  NOT NULL,
    from_day   date          NOT NULL,
    due_on     date          NOT NULL,
    how        varchar(2000) NOT NULL,
    wanted     varchar(1000) NOT NULL,
    state      varchar(20)   NOT NULL,
    CONSTRAINT problem_response_pk PRIMARY KEY (id),
    CONSTRAINT problem_response_case_fk FOREIGN KEY (case_id) REFERENCES problem_case (id) ON DELETE CASCADE,
    CONSTRAINT problem_response_number_once UNIQUE (case_id, number),
    CONSTRAINT problem_response_state_known CHECK (state = ANY (ARRAY['planned', 'doing', 'done', 'dropped'])),
    CONSTRAINT problem_response_days CHECK (due_on >= from_day)
);
COMMENT ON TABLE problem_response IS 'A row of the integrated security management matrix: what, who, with whom, where, when, how, and what is to come of it.';
COMMENT ON COLUMN problem_response.who IS 'A kind of organisation from a closed list, never a person; with_whom likewise, separated by spaces.';
