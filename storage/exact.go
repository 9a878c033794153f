package storage

import (
	"context"
	"slices"
)

// exactWindow is how many hits are looked into for the marks that were typed:
// beyond it they come in their order, whatever their marks.
const exactWindow = 200

// exactness tells the articles that have the words exactly as typed from the
// others; nil where that is not to matter. Words typed without marks are content
// with any; but of the best hits those come first that have them without marks in
// the headline: "an" is An toàn before it is Ân tình.
func (s *selection) exactness() func(*searchText, *reading) bool {
	switch {
	case wantsMarks(s.clauses):
		return func(t *searchText, r *reading) bool { return areExactIn(s.clauses, t, r) }
	case s.query.Ranked && len(s.clauses) > 0:
		return func(t *searchText, r *reading) bool { return areBareIn(s.clauses, t, r) }
	}
	return nil
}

// exactFirst moves the articles that have the words exactly as typed before
// the others, each group keeping its order.
func (s *selection) exactFirst(ctx context.Context, q querier, numbers []int64, isExact func(*searchText, *reading) bool) ([]int64, error) {
	window := min(len(numbers), exactWindow)
	texts, err := readTexts(ctx, q, numbers[:window])
	if err != nil {
		return nil, err
	}
	var r reading
	exact, others := make([]int64, 0, len(numbers)), []int64(nil)
	for i := range texts {
		if isExact(&texts[i].text, &r) {
			exact = append(exact, texts[i].number)
		} else {
			others = append(others, texts[i].number)
		}
	}
	return slices.Concat(exact, others, numbers[window:]), nil
}
