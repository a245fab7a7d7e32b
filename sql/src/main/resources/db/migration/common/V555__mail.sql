-- Mail that is to go out: written together with what it tells, sent afterwards, tried again until a server takes it.
CREATE TABLE mail (
    id         uuid                     NOT NULL,
    about      uuid                     NOT NULL,
    addressee  varchar(20)              NOT NULL,
    subject    varchar(200)             NOT NULL,
    body       varchar(20000)           NOT NULL,
    state      varchar(10)              NOT NULL,
    tries      integer                  NOT NULL,
    due_at     timestamp with time zone NOT NULL,
    failure    varchar(20),
    reply      integer,
    sent_to    varchar(254),
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT mail_pk PRIMARY KEY (id),
    CONSTRAINT mail_about_fk FOREIGN KEY (about) REFERENCES finding (id) ON DELETE CASCADE,
    CONSTRAINT mail_state_known CHECK (state = ANY (ARRAY['waiting', 'sent', 'failed'])),
    CONSTRAINT mail_tries_counted CHECK (tries >= 0),
    CONSTRAINT mail_sent_somewhere CHECK (state <> 'sent' OR sent_to IS NOT NULL)
);
CREATE INDEX mail_due ON mail (state, due_at);
CREATE INDEX mail_about ON mail (about, created_at);
COMMENT ON TABLE mail IS 'The outbox. Rows stay, sent or not, as long as the finding that they tell of.';
COMMENT ON COLUMN mail.addressee IS 'The kind of organisation; its address is a setting, looked up whenever the mail is tried.';
COMMENT ON COLUMN mail.due_at IS 'When it is tried next, while it waits.';
COMMENT ON COLUMN mail.reply IS 'The three digits of the mail server''s last refusal, where it gave some.';
