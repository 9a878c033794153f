-- Search finds fields by themselves, and its newest hits without reading the
-- others. The program fills these tables anew when it opens the file.

DROP TABLE search;
DROP TABLE article_text;
DROP INDEX article_list_newest;

-- The number of an article grows with the time of its newest revision: it is
-- that time in milliseconds, or the next one that is free.
CREATE TABLE article_text (
    number   INTEGER PRIMARY KEY REFERENCES article_list (number),
    headline TEXT NOT NULL,
    byline   TEXT NOT NULL,
    place    TEXT NOT NULL,
    photos   TEXT NOT NULL,
    body     TEXT NOT NULL
) STRICT;

-- The index holds article_text folded by the program (no marks, đ as d), which
-- no tokenizer of SQLite does. So 'rebuild' must never be run on it, and
-- 'delete' must be given the folded text that was put in.
CREATE VIRTUAL TABLE search USING fts5 (
    headline, byline, place, photos, body,
    content = 'article_text', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
);

-- The words of the index: the beginnings of words that have no index of their
-- own are looked up here.
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (search, instance);

CREATE INDEX article_list_status ON article_list (deleted, status);
CREATE INDEX article_list_section ON article_list (deleted, section);
