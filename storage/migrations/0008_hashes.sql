-- Rows that are shown as they stand keep a checksum of what they say, so that
-- one that a disk has changed is noticed and derived anew. The program fills
-- these columns when it opens the file.

ALTER TABLE article_list ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article_text ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE heads ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;
