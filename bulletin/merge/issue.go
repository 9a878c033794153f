package merge

func issue3(j *judge, base, ours, theirs document) document {
	merged := members3(j, "", base, ours, theirs, map[string]func(b, o, t string) string{
		"slots": func(_, _, _ string) string { return rawList(docsOf(slots3(j, base, ours, theirs))) },
		"holes": func(_, _, _ string) string { return rawList(docsOf(holes3(j, base, ours, theirs))) },
		"office": func(_, _, _ string) string {
			return office3(j, "office/", base.child("office"), ours.child("office"), theirs.child("office")).raw()
		},
		"imprint": func(_, _, _ string) string {
			return members3(j, "imprint/", base.child("imprint"), ours.child("imprint"), theirs.child("imprint"), nil).raw()
		},
	})
	return merged
}

func slots3(j *judge, base, ours, theirs document) []entry {
	story := func(d document) string { return d.text("article") }
	n := named{
		j: j, field: "slots", describe: story,
		merge: func(path string, base, ours, theirs document) document {
			return members3(j, path, base, ours, theirs, nil)
		},
	}
	of := func(d document) []entry { return entries(d.list("slots"), story) }
	return n.list3(of(base), of(ours), of(theirs))
}

// holeName is what a place that is left white is known by: its page.
func holeName(d document) string { return d.get("page") }

// holes3 merges places that are left white, each by itself. Sizes that both
// changed are asked for.
func holes3(j *judge, base, ours, theirs document) []entry {
	n := named{
		j: j, field: "holes", describe: document.raw,
		merge: func(path string, base, ours, theirs document) document {
			return members3(j, path, base, ours, theirs, nil)
		},
	}
	of := func(d document) []entry { return entries(d.list("holes"), holeName) }
	return n.list3(of(base), of(ours), of(theirs))
}

func office3(j *judge, path string, base, ours, theirs document) document {
	special := map[string]func(b, o, t string) string{
		"imprint": func(_, _, _ string) string {
			return members3(j, path+"imprint/", base.child("imprint"), ours.child("imprint"), theirs.child("imprint"), nil).raw()
		},
	}
	for _, list := range []string{"parents", "sections", "authors"} {
		special[list] = func(b, o, t string) string { return strings3(j, path+list, b, o, t) }
	}
	return members3(j, path, base, ours, theirs, special)
}
