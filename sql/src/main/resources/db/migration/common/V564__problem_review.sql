-- What came of the responses of a problem case: before and after, here and in a comparable area.
CREATE TABLE problem_review (
    case_id     uuid                     NOT NULL,
    number      integer                  NOT NULL,
    held_on     date                     NOT NULL,
    judgement   varchar(20)              NOT NULL,
    words       varchar(2000)            NOT NULL,
    before_from date,
    before_to   date,
    after_from  date,
    after_to    date,
    layer       varchar(300),
    control     varchar(1000),
    here_before integer,
    here_after  integer,
    there_before integer,
    there_after integer,
    ratio       double precision,
    low         double precision,
    high        double precision,
    held_by     varchar(200)             NOT NULL,
    held_at     timestamp with time zone NOT NULL,
    CONSTRAINT problem_review_pk PRIMARY KEY (case_id, number),
    CONSTRAINT problem_review_case_fk FOREIGN KEY (case_id) REFERENCES problem_case (id) ON DELETE CASCADE,
    CONSTRAINT problem_review_judgement_known
        CHECK (judgement = ANY (ARRAY['solved', 'smaller', 'unchanged', 'worse', 'moved', 'too-early']))
);
COMMENT ON TABLE problem_review IS 'Figures as they were when the review was held: layers and plans change, what was judged by does not.';
COMMENT ON COLUMN problem_review.control IS 'Names of the beats that it is compared with; null without figures.';
COMMENT ON COLUMN problem_review.here_before IS 'Incidents in the case''s area; null where withheld because they are few, or without figures.';
COMMENT ON COLUMN problem_review.ratio IS 'Change here over change there; null where any count is withheld. low and high are its 95 per cent interval.';
