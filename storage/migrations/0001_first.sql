-- Every version of every article and issue. Rows are never changed or removed.
-- id is the SHA-256, in hexadecimal, of all the rest including the parents
-- (bulletin.Revision.Hash says in which form).
CREATE TABLE revisions (
    number   INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL CHECK (kind IN ('article', 'issue')),
    subject  TEXT NOT NULL,
    time_ms  INTEGER NOT NULL,
    author   TEXT NOT NULL,
    reason   TEXT NOT NULL,
    deleted  INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    document TEXT NOT NULL
) STRICT;

CREATE INDEX revisions_by_subject ON revisions (subject, time_ms);

-- Which revisions a revision was written over. A parent may be unknown to this
-- file: its hash is part of the child's, so the row stays.
CREATE TABLE parents (
    revision TEXT NOT NULL REFERENCES revisions (id),
    parent   TEXT NOT NULL,
    PRIMARY KEY (revision, parent)
) STRICT, WITHOUT ROWID;

CREATE INDEX parents_by_parent ON parents (parent);

-- Pictures as they came in, by the SHA-256 of their bytes. The bytes stand
-- last so that the rest of a row is read without them.
CREATE TABLE photos (
    number    INTEGER PRIMARY KEY,
    sha256    TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    format    TEXT NOT NULL,
    width_px  INTEGER NOT NULL,
    height_px INTEGER NOT NULL,
    added_ms  INTEGER NOT NULL,
    original  BLOB NOT NULL
) STRICT;

-- JSON values by name, each with the SHA-256 of its text.
CREATE TABLE settings (
    name   TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    value  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- All that follows is derived from the tables above.

CREATE TABLE photo_print (
    photo   TEXT PRIMARY KEY REFERENCES photos (sha256),
    sha256  TEXT NOT NULL,
    picture BLOB NOT NULL
) STRICT;

CREATE TABLE photo_thumb (
    photo   TEXT PRIMARY KEY REFERENCES photos (sha256),
    sha256  TEXT NOT NULL,
    picture BLOB NOT NULL
) STRICT;

-- The revisions that no other one was written over.
CREATE TABLE heads (
    subject  TEXT NOT NULL,
    revision TEXT NOT NULL REFERENCES revisions (id),
    kind     TEXT NOT NULL,
    PRIMARY KEY (subject, revision)
) STRICT, WITHOUT ROWID;

CREATE INDEX heads_by_kind ON heads (kind, subject);

CREATE TABLE article_list (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    headline   TEXT NOT NULL,
    byline     TEXT NOT NULL,
    section    TEXT NOT NULL,
    genre      TEXT NOT NULL,
    status     TEXT NOT NULL,
    words      INTEGER NOT NULL,
    photos     INTEGER NOT NULL,
    author     TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    deleted    INTEGER NOT NULL,
    heads      INTEGER NOT NULL
) STRICT;

CREATE INDEX article_list_newest ON article_list (deleted, updated_ms DESC, id);

CREATE TABLE article_text (
    number   INTEGER PRIMARY KEY REFERENCES article_list (number),
    headline TEXT NOT NULL,
    byline   TEXT NOT NULL,
    body     TEXT NOT NULL
) STRICT;

-- The index holds article_text folded by the program (no marks, đ as d), which
-- no tokenizer of SQLite does. So 'rebuild' must never be run on it, and
-- 'delete' must be given the folded text that was put in.
CREATE VIRTUAL TABLE search USING fts5 (
    headline, byline, body,
    content = 'article_text', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE issue_stories (
    issue    TEXT NOT NULL,
    position INTEGER NOT NULL,
    article  TEXT NOT NULL,
    PRIMARY KEY (issue, position)
) STRICT, WITHOUT ROWID;
