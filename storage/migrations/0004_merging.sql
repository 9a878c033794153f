-- What merging the newest versions of an article left to be chosen, and
-- whether a person still has to look over what the program merged. The program
-- fills these columns anew when it opens the file.

ALTER TABLE article_list ADD COLUMN conflicts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article_list ADD COLUMN needs_eye INTEGER NOT NULL DEFAULT 0;
