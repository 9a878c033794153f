package newsroom

import (
	"context"
	"os"
	"path/filepath"

	"bantin/bulletin"
	"bantin/storage"
)

// rescue takes what is whole out of this member's own published file, which
// cannot be read: half of it is there, or a disk is failing. Somebody may have
// written into it before. Only then it may be replaced.
func (n *Newsroom) rescue(ctx context.Context, name string, c *received, why error, e *Exchanged, progress func(done, total int)) error {
	switch bulletin.TroubleKey(why) {
	case "file_torn", "file_damaged", "file_empty", "not_drafts_file", "index_damaged":
	default:
		return nil // a newer version of the program may well read it
	}
	now := c.seen
	now.Member, now.Torn = n.member.ID, true
	if len(n.member.Marks) > 0 {
		now.Mark = n.member.Marks[len(n.member.Marks)-1]
	}
	whole := filepath.Join(filepath.Dir(c.path), "whole", filepath.Base(c.path))
	if err := os.Mkdir(filepath.Dir(whole), 0o700); err != nil {
		return own{err}
	}
	switch _, err := storage.Salvage(ctx, c.path, whole, nil); bulletin.TroubleKey(err) {
	case "":
		if err != nil {
			return ctx.Err()
		}
	case "salvage_nothing", "file_empty":
		n.member.Heard[name] = now
		return nil
	default:
		return nil
	}
	came, before, err := n.take(ctx, whole, progress)
	if err != nil {
		if isOwn(err) {
			return err
		}
		return nil
	}
	if came.NewRevisions+came.NewPhotos+came.Mended > 0 {
		e.Received = append(e.Received, FromFile{name, "", came})
	}
	now.Refused = refusesText(came)
	n.member.Heard[name] = now
	return n.noteReceived(ctx, came, before)
}

// refusesText reports that something other than a style could not be received:
// of two styles of one name, each PC keeps its own.
func refusesText(came storage.Received) bool {
	for _, r := range came.Refused {
		if bulletin.TroubleKey(r.Why) != "received_style_differs" {
			return true
		}
	}
	return false
}
