-- Pictures that came with a photo in somebody else's file, made by a program
-- that nobody here knows: their bytes are what was received, and their markers
-- were read, but their pixels are decoded when they are first asked for. Until
-- then they stand here.
CREATE TABLE photo_unproven (
    photo TEXT NOT NULL REFERENCES photos (sha256),
    made  TEXT NOT NULL CHECK (made IN ('photo_print', 'photo_half')),
    PRIMARY KEY (photo, made)
) STRICT, WITHOUT ROWID;
