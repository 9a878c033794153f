-- Thinning takes the text of old autosaves away (bulletin.Revision.Thin says
-- what stands there then); everything else of the row stays. This index finds
-- those that still have theirs without reading a text.
CREATE INDEX revisions_to_thin ON revisions (subject, time_ms)
    WHERE reason = 'autosave' AND substr(document, 1, 8) <> 'thinned ';

-- Versions that were the newest when they left this file or came into it:
-- somebody may have written over them elsewhere, so thinning leaves them whole.
CREATE TABLE exchanged (
    revision TEXT PRIMARY KEY REFERENCES revisions (id)
) STRICT, WITHOUT ROWID;
