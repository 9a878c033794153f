// Package storage keeps a newsroom's work in one drafts file, NAME.bantin: a
// SQLite database that opens in any SQLite tool and is known by its
// application id ("BnTn", 0x426E546E).
//
// The base tables are the work itself. revisions and parents hold every
// version of every article and issue: immutable rows named by their hash,
// joined by parent pointers, only ever added to; of old autosaves the text may
// be thinned away, never the row (Thin). photos holds pictures under
// the SHA-256 of their original bytes; settings holds the office. The other
// tables are derived and can be made anew from these at any time (Rebuild):
// heads, article_list, article_text with its full-text index search,
// issue_stories, photo_print, photo_half and photo_thumb. photo_unproven says
// which of the latter came in somebody else's file and were not decoded yet,
// photo_stripped which originals came without what the camera noted, exchanged
// which revisions left or came.
//
// A save is one transaction with synchronous=FULL, and it has succeeded only
// when the new revision was read back from the file through a second
// connection and its hash was right. The journal is TRUNCATEd and not deleted
// while the file is open: with deletion, SQLite's default, a power cut can
// lose the last save, because the removal of the journal is not synced. On
// Close the journal goes, so that a closed drafts file is one file.
//
// Two files exchange by Receive, which takes over what the other has and this
// one has not, row by row and believing nothing, and by Send, which writes
// chosen articles into a new file. Several newest versions of one article are
// shown merged (package bulletin/merge); what both sides changed stays open
// until Settle, or a save that says it settles it.
//
// Errors for people are bulletin.Trouble: file_missing, file_is_folder,
// file_empty, not_a_file, not_drafts_file, file_foreign, file_newer, file_altered,
// file_damaged, file_torn, file_unreadable, file_read_only, folder_read_only,
// folder_missing, file_exists, file_busy, file_moved, disk_full,
// disk_write_failed, disk_read_failed, article_missing, issue_missing,
// id_ambiguous, revision_missing, revision_damaged, revision_thinned,
// photo_missing, photo_damaged, settings_damaged, receive_itself,
// conflicts_open and conflict_unknown.
package storage
