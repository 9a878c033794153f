-- Photos that came in a file that was sent: their bytes are those of the
-- original but for what the camera noted of place, owner and itself. sha256 is
-- the hash of these bytes; photos.sha256 stays that of the original.
CREATE TABLE photo_stripped (
    photo  TEXT PRIMARY KEY REFERENCES photos (sha256),
    sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
