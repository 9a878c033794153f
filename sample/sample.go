package sample

import (
	"context"
	"fmt"

	"bantin/bulletin"
	"bantin/storage"
)

// editor is who approved the stories.
const editor = "Lưu Đình Hải"

// Write fills an empty drafts file with the sample and returns the ID of its
// issue. Every call gives new IDs; the texts and pictures are always the same.
// On an error the file may hold a part of the sample.
func Write(ctx context.Context, f *storage.File) (bulletin.ID, error) {
	return write(ctx, f, nil)
}

func write(ctx context.Context, f *storage.File, progress func(done, total int)) (bulletin.ID, error) {
	t, err := readTexts()
	if err != nil {
		return "", err
	}
	if err := f.SetOffice(ctx, t.office.office()); err != nil {
		return "", fmt.Errorf("write the sample's office: %w", err)
	}
	pictures, err := paint(ctx, f, t.pictures(), progress)
	if err != nil {
		return "", fmt.Errorf("paint the sample's pictures: %w", err)
	}
	ids, err := t.saveArticles(ctx, f, pictures)
	if err != nil {
		return "", err
	}
	return t.saveIssue(ctx, f, ids)
}

// saveArticles stores the drafts first, then the issue's stories from the last
// to the first, so that the newest of the list is the lead.
func (t *texts) saveArticles(ctx context.Context, f *storage.File, pictures map[string]storedPicture) (map[string]bulletin.ID, error) {
	find := func(name string) (storedPicture, error) {
		p, ok := pictures[name]
		if !ok {
			return p, fmt.Errorf("no picture is called %q", name)
		}
		return p, nil
	}
	ids := map[string]bulletin.ID{}
	for _, name := range t.savingOrder() {
		file, ok := t.articles[name]
		if !ok {
			return nil, fmt.Errorf("the story list names %q, which has no file", name)
		}
		a, err := file.article(t.office.ThemeBanner, find)
		if err != nil {
			return nil, fmt.Errorf("article %s of the sample: %w", name, err)
		}
		ids[name] = bulletin.NewID()
		if err := saveArticle(ctx, f, ids[name], a); err != nil {
			return nil, fmt.Errorf("article %s of the sample: %w", name, err)
		}
	}
	return ids, nil
}

func (t *texts) savingOrder() []string {
	var order []string
	for _, name := range t.names {
		if !t.inIssue(name) {
			order = append(order, name)
		}
	}
	for i := len(t.issue.Story) - 1; i >= 0; i-- {
		order = append(order, t.issue.Story[i].Article)
	}
	return order
}

// saveArticle stores an article as its life would have: handed in by its
// author, then, if it came that far, passed by the editor.
func saveArticle(ctx context.Context, f *storage.File, id bulletin.ID, a bulletin.Article) error {
	final := a.Status
	if final != bulletin.Draft {
		a.Status = bulletin.Submitted
	}
	saved, err := f.SaveArticle(ctx, id, a, storage.Save{Author: a.Byline, Reason: bulletin.ReasonSave})
	if err != nil || final == a.Status {
		return err
	}
	a.Status = final
	_, err = f.SaveArticle(ctx, id, a, storage.Save{Author: editor, Reason: bulletin.ReasonSave, Expected: saved.Heads})
	return err
}

func (t *texts) saveIssue(ctx context.Context, f *storage.File, ids map[string]bulletin.ID) (bulletin.ID, error) {
	office := t.office.office()
	issue := bulletin.Issue{
		Name: office.Bulletin, Number: t.issue.Number, Date: t.issue.Date,
		ThemeBanner: office.ThemeBanner, Style: t.issue.Style, Office: office, Imprint: office.Imprint,
		PageMultiple: t.issue.Pages,
	}
	for _, s := range t.issue.Story {
		issue.Slots = append(issue.Slots, bulletin.Slot{
			Article: ids[s.Article], Columns: s.Columns, Lead: s.Lead, Filler: s.Filler,
		})
	}
	id := bulletin.NewID()
	if _, err := f.SaveIssue(ctx, id, issue, storage.Save{Author: editor, Reason: bulletin.ReasonSave}); err != nil {
		return "", fmt.Errorf("write the sample's issue: %w", err)
	}
	return id, nil
}
