-- Photos for print in half their size, so that a file for print need not make
-- them smaller each time. Photos that came in before have none.
CREATE TABLE photo_half (
    photo   TEXT PRIMARY KEY REFERENCES photos (sha256),
    sha256  TEXT NOT NULL,
    picture BLOB NOT NULL
) STRICT;
