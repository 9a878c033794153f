package ui

import (
	"context"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
)

// articleLeft is an article as it was left: as it is stored, or with the text that
// cannot be saved just now, which kept tells.
type articleLeft struct {
	storage.StoredArticle
	unsaved bool
}

// asLeft reads an article as it was left. The error is that of
// storage.File.Article; a text that is unsaved is given all the same.
func asLeft(ctx context.Context, file *storage.File, keeper *desk.Keeper, id bulletin.ID) (a articleLeft, err error) {
	_ = keeper.Flush()
	text, unsaved := keeper.Unsaved(id)
	a.StoredArticle, err = file.Article(ctx, id)
	if a.unsaved = unsaved; unsaved {
		a.Article = text.Clone()
	}
	return a, err
}

// opened tells the Keeper which versions the person sees. A text that is unsaved
// stands over the versions that it was written over, and no others.
func (a articleLeft) opened(keeper *desk.Keeper) {
	if !a.unsaved {
		keeper.Opened(a.StoredArticle)
	}
}
