-- What residents read of recorded incidents: one table for each quarter, published once and never reckoned again.
CREATE TABLE recorded_quarter (
    quarter          varchar(7)               NOT NULL,
    crs              varchar(40)              NOT NULL,
    cell_metres      integer                  NOT NULL,
    document         text,
    groups           text                     NOT NULL,
    reason           varchar(2000)            NOT NULL,
    published_by     varchar(200)             NOT NULL,
    published_at     timestamp with time zone NOT NULL,
    withdrawn_reason varchar(2000),
    withdrawn_at     timestamp with time zone,
    CONSTRAINT recorded_quarter_pk PRIMARY KEY (quarter),
    CONSTRAINT recorded_quarter_cell_positive CHECK (cell_metres > 0),
    CONSTRAINT recorded_quarter_withdrawn_whole CHECK ((document IS NULL) = (withdrawn_at IS NOT NULL)
        AND (withdrawn_reason IS NULL) = (withdrawn_at IS NULL))
);
COMMENT ON TABLE recorded_quarter IS 'The closed set of public tables. A second table of the same quarter would tell by its difference from the first what either withholds.';
COMMENT ON COLUMN recorded_quarter.quarter IS 'Such as 2025-Q2.';
COMMENT ON COLUMN recorded_quarter.crs IS 'In which the hexagons are regular: the same in all rows.';
COMMENT ON COLUMN recorded_quarter.cell_metres IS 'From the centre of a hexagon to the next, in metres: the same in all rows.';
COMMENT ON COLUMN recorded_quarter.document IS 'JSON: the table as it is public. Withheld counts are not in it. Null when it was withdrawn.';
COMMENT ON COLUMN recorded_quarter.groups IS 'JSON, for staff: of which kind each category was taken to be.';
