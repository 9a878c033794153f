package storage

import (
	"context"
	"errors"

	"bantin/bulletin"
	"bantin/storage/picture"
)

// note remembers the photos of a version: those of an article, and the logo of
// an issue.
func (s *sending) note(r bulletin.Revision) {
	if r.Deleted || r.IsThinned() {
		return
	}
	if r.Kind == bulletin.SubjectIssue {
		if issue, err := readIssue(r.Document); err == nil {
			s.noteLogo(issue.Office)
		}
		return
	}
	a, err := readArticle(r.Document)
	if err != nil {
		return
	}
	for _, p := range a.Photos {
		s.notePhoto(p.SHA256)
	}
}

func (s *sending) noteLogo(o bulletin.Office) {
	if o.Logo != nil {
		s.notePhoto(o.Logo.SHA256)
	}
}

func (s *sending) notePhoto(sha string) {
	if sha != "" && !s.known[sha] {
		s.known[sha] = true
		s.photos = append(s.photos, sha)
	}
}

// photo sends a photo without its metadata.
func (s *sending) photo(ctx context.Context, sha string) error {
	p := strangePhoto{sha: sha}
	err := s.file.reading(ctx, func(q querier) (err error) {
		if p.original, err = originalPhoto(ctx, q, sha); err != nil {
			return err
		}
		info, err := photoInfo(ctx, q, sha)
		if err != nil {
			return err
		}
		p.name = info.Name
		p.picture = picture.Picture{SHA256: sha, Format: info.Format, WidthPx: info.WidthPx, HeightPx: info.HeightPx}
		return nil
	})
	if err == nil {
		p.picture.Print, err = s.file.PrintPhoto(ctx, sha)
	}
	if err == nil {
		p.picture.Half, err = s.file.HalfPhoto(ctx, sha)
	}
	if err == nil {
		p.picture.Thumbnail, err = s.file.Thumbnail(ctx, sha)
	}
	s.step()
	switch bulletin.TroubleKey(err) {
	case "photo_missing": // the article says so itself
		return nil
	case "photo_damaged":
		return s.leave(&p, err)
	}
	if err != nil {
		return err
	}
	if p.original, err = picture.Strip(p.original); err != nil {
		return s.leave(&p, err)
	}
	if hash := hashOf(p.original); hash != sha {
		p.stripped = hash
	}
	s.sent.Photos++
	return s.to.writing(ctx, func(tx execer) error {
		_, err := replacePhoto(ctx, tx, p)
		return err
	})
}

func (s *sending) leave(p *strangePhoto, why error) error {
	var t *bulletin.Trouble
	if !errors.As(why, &t) {
		t = bulletin.NewTrouble("sent_damaged", bulletin.Args{"what": p.label()}, why)
	}
	s.sent.Left = append(s.sent.Left, Refused{p.label(), t})
	return nil
}
